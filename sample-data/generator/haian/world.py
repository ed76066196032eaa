"""The province of the existing sample with one of its counties drawn out: its junior middle schools and its projects."""

from generator import names as province
from generator.world import Project, Unit

from . import names


class World:
    """Units in organisational order; the county is the one whose teachers train."""

    def __init__(self):
        title, aliases = province.PROVINCE
        self.province = Unit("99", title, "省", aliases=aliases.split("；"))
        self.units = [self.province]
        for number, (city, _, counties) in enumerate(province.CITIES, 1):
            self._add_city(f"99{number:02d}", city, counties.split())
        self.county = next(unit for unit in self.units if unit.name == names.COUNTY)
        self.county.aliases.append(names.COUNTY + "教师发展中心")
        self.city = self.county.parent
        self.projects = [Project(f"CZ{number:02d}", "初中" + subject, "初中", subject)
                         for number, (subject, _) in enumerate(names.SUBJECTS, 1)]
        for number, (kind, _, share) in enumerate(names.SCHOOLS, 1):
            self.units.append(self._school(number, kind, share))
        self.schools = self.level("校")

    def level(self, sign):
        return [unit for unit in self.units if unit.level == sign]

    def _add_city(self, code, title, counties):
        city = Unit(code, title, "市", self.province, [title + "教育局", title[:-1]])
        self.units.append(city)
        for number, county in enumerate(counties, 1):
            self.units.append(Unit(f"{code}{number:02d}", county, "县", city, [title + county]))

    def _school(self, number, kind, share):
        short = kind.replace("初级中学", "初中").replace("实验初中", "实初")
        aliases = [names.COUNTY[:-1] + short]
        if kind.endswith("镇初级中学") or kind.endswith("乡初级中学"):
            aliases.append(kind[:-4] + "中学")
        return Unit(f"{self.county.code}{number:03d}", names.COUNTY + kind, "校", self.county, aliases, "初中", share)
