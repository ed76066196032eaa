"""The offices of the class: the nation, provinces, cities, counties (one class each) and schools; and the courses."""

from dataclasses import dataclass

from ..chance import Chance
from ..world import Unit
from . import names

LEARNERS_OF_A_COUNTY = (24, 38)


@dataclass(frozen=True)
class Course:
    """One course of the platform; its category is the path under which the platform lists it."""

    code: str
    title: str
    category: str
    minutes: int


def courses():
    """All courses by module: m1 to m6 are required, e1 to e4 elective; a required module has videos and one text."""
    found = {}
    for number, module in enumerate(names.REQUIRED, 1):
        listed = [Course(f"BX{number}{index}", f"{module}{form}", f"必修/{module}/视频", minutes)
                  for index, (form, minutes) in enumerate(names.VIDEOS, 1)]
        form, minutes = names.TEXT
        listed.append(Course(f"BX{number}9", f"{module}{form}", f"必修/{module}/图文", minutes))
        found[f"m{number}"] = listed
    for number, module in enumerate(names.ELECTIVE, 1):
        found[f"e{number}"] = [Course(f"XX{number}{index}", f"{module}{form}", f"选修/{module}", minutes)
                               for index, (form, minutes) in enumerate(names.ELECTIVES, 1)]
    return found


class World:
    """Every unit in organisational order."""

    def __init__(self):
        self.country = Unit("98", "全国", "国", aliases=["中小学网络党校"])
        self.units = [self.country]
        for number, (title, cities) in enumerate(names.PROVINCES, 1):
            province = self._add(Unit(f"98{number}", title, "省", self.country, [title + "教育厅"]))
            for index, (city, counties) in enumerate(cities, 1):
                self._add_city(province, f"{province.code}{index}", city, counties.split())
        self.courses = courses()

    def level(self, level):
        return [unit for unit in self.units if unit.level == level]

    def named(self, name):
        return next(unit for unit in self.units if unit.name == name)

    def _add(self, unit):
        self.units.append(unit)
        return unit

    def _add_city(self, province, code, title, counties):
        city = self._add(Unit(code, title, "市", province, [title + "教育局", title + "委教育工委"]))
        for number, name in enumerate(counties, 1):
            chance = Chance(f"party secretaries, schools of {name}")
            county = self._add(Unit(f"{code}{number:02d}", name, "县", city, [title + name, name + "教育局"],
                                    pass_share=chance.between(48, 92)))
            self._add_schools(county, chance)

    def _add_schools(self, county, chance):
        """As many schools as secretaries take part; a county that sends nobody is listed with two of them."""
        number = 2 if county.name == names.COUNTY_WITHOUT_LEARNERS else chance.between(*LEARNERS_OF_A_COUNTY)
        for index, place in enumerate(_places(number), 1):
            kind = chance.one_of(names.KINDS)
            short = county.name[:-1] + place + kind
            aliases = [f"{county.name}{place}{kind}"] if chance.percent(15) else []
            self._add(Unit(f"{county.code}{index:03d}", short, "校", county, aliases))


def _places(number):
    """Different place names, the later ones in two parts."""
    pairs = [first + second[0] + "村" for first in names.PLACES for second in reversed(names.PLACES)]
    return (names.PLACES + pairs)[:number]
