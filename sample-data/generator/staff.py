"""Administrators, tutors, forum moderators and experts, and the briefs that units hand in."""

from dataclasses import dataclass

from . import names
from .chance import Chance
from .people import id_card, invented_name, invented_phone

LEVELS = {"省": "省级", "市": "市级", "县": "县级", "校": "校级"}
CITY_ADMINISTRATORS = 16
COUNTY_ADMINISTRATORS = 60
TUTORS = 60
MODERATORS = 30
EXPERTS = 24

# Expert marks in tenths of the best chief tutors: ranks 1, 2, 2, 4, 5, 6.
BEST_TUTOR_TENTHS = (968, 955, 955, 947, 940, 936)
# Chief tutors whose age is looked at, by number: day of birth and the day that the identity number tells; blank for none.
# On 1 August 2023 the first is still 45 and the second 46; the third has only an identity number, the fourth has neither, and
# the last one's two days are a year apart.
BIRTHS = {3: ("1977-08-02", "1977-08-02"), 5: ("1977-08-01", "1977-08-01"), 7: ("", "1976-05-20"), 9: ("", ""),
          11: ("1985-03-04", "1984-03-04")}
# A tutor who is no chief may be older.
OLDER_TUTOR = (40, ("1970-01-15", "1970-01-15"))
# Experts by number whose days of duty are not one or two: none, none noted.
DUTY_DAYS = {4: 0, 9: None}
# Online seconds of the best moderators: one place is clear, two of them tie for the second.
BEST_MODERATOR_SECONDS = (84 * 3600 + 1800, 79 * 3600, 79 * 3600, 76 * 3600 + 900)


@dataclass
class Administrator:
    code: str
    name: str
    unit: object
    phone: str


@dataclass
class Tutor:
    code: str
    name: str
    project: object
    chief: bool
    unit: object
    birth: str
    tenths: int
    id_card: str


@dataclass
class Moderator:
    code: str
    name: str
    project: object
    unit: object
    seconds: int


@dataclass
class Expert:
    code: str
    name: str
    project: object
    unit: object
    duty_days: object


@dataclass
class Brief:
    code: str
    unit: object
    title: str
    day: int


def administrators(world):
    """Two of the province, then city, county and school by organisational order."""
    chance = Chance("administrators")
    units = [world.province, world.province]
    cities, counties = world.level("市"), world.level("县")
    units += _with_seconds(cities, CITY_ADMINISTRATORS)
    units += _with_seconds(counties, COUNTY_ADMINISTRATORS)
    units += world.level("校")
    return [Administrator(f"GL{number:04d}", invented_name(chance), unit, invented_phone(chance))
            for number, unit in enumerate(units, 1)]


def _with_seconds(units, count):
    """The first units have a second administrator, so that there are count in all."""
    doubled = count - len(units)
    return [unit for index, unit in enumerate(units) for _ in range(2 if index < doubled else 1)]


def tutors(world):
    """One chief tutor for each project, and tutors beside them."""
    chance = Chance("tutors")
    counties = world.level("县")
    leaders = chance.some_of(list(range(len(world.projects))), len(BEST_TUTOR_TENTHS))
    best = dict(zip(leaders, BEST_TUTOR_TENTHS))
    people = []
    for number in range(TUTORS):
        index = number % len(world.projects)
        chief = number < len(world.projects)
        tenths = best.get(index) if chief else None
        tenths = tenths if tenths is not None else chance.between(700, 930)
        name, unit = invented_name(chance), chance.one_of(counties)
        day = f"{chance.between(1979, 1992)}-{chance.between(1, 12):02d}-{chance.between(1, 28):02d}"
        birth, identity = _days(number + 1, day)
        people.append(Tutor(f"FD{number + 1:03d}", name, world.projects[index], chief, unit, birth, tenths,
                            id_card(identity.replace("-", ""), 7000 + number) if identity else ""))
    return people


def _days(number, day):
    """The day of birth as it is written, and as the identity number tells it."""
    return {**BIRTHS, OLDER_TUTOR[0]: OLDER_TUTOR[1]}.get(number, (day, day))


def moderators(world):
    chance = Chance("moderators")
    counties = world.level("县")
    leaders = dict(zip(chance.some_of(list(range(MODERATORS)), len(BEST_MODERATOR_SECONDS)), BEST_MODERATOR_SECONDS))
    people = []
    for number in range(MODERATORS):
        seconds = leaders.get(number) or chance.between(8 * 60, 72 * 60) * 60
        people.append(Moderator(f"BZ{number + 1:03d}", invented_name(chance),
                                world.projects[number % len(world.projects)], chance.one_of(counties), seconds))
    return people


def experts(world):
    """One expert for each project, on duty in its forum for a day or two, but for those planted."""
    chance = Chance("experts")
    counties = world.level("县")
    people = []
    for number in range(1, EXPERTS + 1):
        name, unit, days = invented_name(chance), chance.one_of(counties), chance.between(1, 2)
        people.append(Expert(f"ZJ{number:03d}", name, world.projects[(number - 1) % len(world.projects)], unit,
                             DUTY_DAYS.get(number, days)))
    return people


def briefs(world):
    """Better units write more; each brief is handed in on one day of August."""
    chance = Chance("briefs")
    entries = []
    for unit in world.level("市") + world.level("县") + world.level("校"):
        if unit.name == names.COUNTY_WITHOUT_LEARNERS:
            continue
        most = {"市": 8, "县": 4, "校": 1}[unit.level]
        for number in range(chance.between(0, most)):
            title = unit.name + chance.one_of(names.BRIEF_TITLES).format(n=number + 1)
            entries.append((chance.between(2, 19), len(entries), unit, title))
    return [Brief(f"JB{number:04d}", unit, title, day)
            for number, (day, _, unit, title) in enumerate(sorted(entries, key=lambda entry: entry[:2]), 1)]
