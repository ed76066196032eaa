"""The province: its cities, counties and schools, and the study groups of learners."""

from dataclasses import dataclass

from ..chance import Chance
from ..world import Unit
from . import names


@dataclass
class Group:
    """Learners of some schools of one county; schools send one learner each, the first ones a second."""

    name: str
    county: object
    schools: list
    members: int


class World:
    """Every unit in organisational order; a city has as many places for learners as it has seats."""

    def __init__(self):
        title, office = names.PROVINCE
        self.province = Unit("97", title, "省", aliases=[office])
        self.units = [self.province]
        self.seats = {}
        self.groups = []
        county_names = [first + second for second in names.SECOND for first in names.FIRST]
        for number, (name, seats, share) in enumerate(names.CITIES, 1):
            city = Unit(f"97{number:02d}", name, "市", self.province, [name[:-1], name + "教育局"], pass_share=share)
            self.units.append(city)
            self.seats[city.code] = seats
            for index in range(names.COUNTIES_OF_A_CITY):
                size = seats // names.COUNTIES_OF_A_CITY + (index < seats % names.COUNTIES_OF_A_CITY)
                place = county_names[(number - 1) * names.COUNTIES_OF_A_CITY + index]
                self._add_county(city, index + 1, place, size)

    def level(self, level):
        return [unit for unit in self.units if unit.level == level]

    def _add_county(self, city, number, place, size):
        chance = Chance(f"hunan, schools of {place}")
        county = Unit(f"{city.code}{number:02d}", place + ("区" if number == 1 else "县"), "县", city,
                      pass_share=max(25, min(97, city.pass_share + chance.between(-9, 9))))
        self.units.append(county)
        groups = max(1, round(size / names.LEARNERS_OF_A_GROUP))
        schools = _schools(chance)
        for index in range(1, groups + 1):
            members = size // groups + (index <= size % groups)
            first = len(self.units) - self.units.index(county)
            sending = [Unit(f"{county.code}{first + number:03d}", place + schools.pop(), "校", county,
                            pass_share=county.pass_share) for number in range(members - members // 5)]
            self.units += sending
            self.groups.append(Group(f"{county.name}第{index}研修小组", county, sending, members))


def _schools(chance):
    """Names of a county's schools, none twice."""
    found = [place + kind for place in names.PLACES for kind in chance.some_of(names.KINDS, 4)]
    return chance.some_of(found, len(found))[::-1]
