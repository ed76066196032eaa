"""Units and projects: the fixed stage on which the two nights play."""

from dataclasses import dataclass, field

from . import names
from .chance import Chance

STAGES = ("小学", "初中", "高中")
COHORTS = {"上旬班": "2023-08A", "下旬班": "2023-08B"}


@dataclass
class Unit:
    """One organisation; pass_share is the share of its learners, in percent, that is meant to pass."""

    code: str
    name: str
    level: str
    parent: object = None
    aliases: list = field(default_factory=list)
    stage: str = ""
    pass_share: int = 0

    def above(self, level):
        """This unit or the one above it at the given level."""
        return self if self.level == level else self.parent.above(level)


@dataclass(frozen=True)
class Project:
    code: str
    name: str
    stage: str
    subject: str

    def courses(self):
        """Code, title and kind of its ten courses."""
        topics = [(topic, "必修") for topic in names.REQUIRED_TOPICS]
        topics += [(topic, "选修") for topic in names.ELECTIVE_TOPICS]
        return [(f"{self.code}-{number:02d}", self.subject + topic, kind)
                for number, (topic, kind) in enumerate(topics, 1)]


class World:
    """The province: its units in organisational order, its projects, and look-ups by level and name."""

    def __init__(self):
        self.projects = [
            Project(f"XM{number:02d}", stage + subject, stage, subject)
            for number, (stage, subject) in enumerate(
                ((stage, subject) for stage in STAGES for subject in names.PROJECTS[stage].split()), 1)
        ]
        title, aliases = names.PROVINCE
        self.province = Unit("99", title, "省", aliases=aliases.split("；"))
        self.units = [self.province]
        for number, (title, share, counties) in enumerate(names.CITIES, 1):
            self._add_city(f"99{number:02d}", title, share, counties.split())
        self.by_name = {unit.name: unit for unit in self.units}

    def level(self, level):
        return [unit for unit in self.units if unit.level == level]

    def _add_city(self, code, title, share, counties):
        city = Unit(code, title, "市", self.province, [title + "教育局", title[:-1]], pass_share=share)
        self.units.append(city)
        chance = Chance(f"counties of {title}")
        for number, county_title in enumerate(counties, 1):
            offset = chance.between(-12, 12)
            county = Unit(f"{code}{number:02d}", county_title, "县", city, [title + county_title],
                          pass_share=max(20, min(98, share + offset)))
            self.units.append(county)
            self._add_schools(county, chance)

    def _add_schools(self, county, chance):
        kinds = [("小学", kind) for kind in chance.some_of(names.PRIMARY, 3)]
        kinds += [("初中", kind) for kind in chance.some_of(names.JUNIOR, 2)]
        kinds += [("高中", chance.one_of(names.SENIOR))]
        if county.name == names.COUNTY_WITHOUT_LEARNERS:
            kinds = kinds[:2]
        elif county.name in names.SMALL_COUNTIES:
            kinds = kinds[:1] + kinds[3:5]
        elif county.name == names.COUNTY_LEADING_TWICE:
            kinds += [("小学", kind) for kind in names.PRIMARY if ("小学", kind) not in kinds][:2]
        for number, (stage, kind) in enumerate(kinds, 1):
            self._add_school(county, number, stage, kind, chance)

    def _add_school(self, county, number, stage, kind, chance):
        place = county.name[:-1]
        school = Unit(f"{county.code}{number:03d}", place + kind, "校", county, [place + names.SHORT[kind]],
                      stage, county.pass_share)
        if chance.percent(20):
            school.aliases.append(f"{school.name}（东校区）")
        if chance.percent(12):
            school.aliases.append(f"{county.name}{kind}")
        self.units.append(school)
