"""What the offices hold beside the platform: seats, sessions before the training, staff, briefs, and the province's table."""

from dataclasses import dataclass

from generator.chance import Chance
from generator.people import invented_name, invented_phone

from . import names
from .calendar import COHORTS, DAY

CITY_ADMINISTRATORS = 14
COUNTY_ADMINISTRATORS = 63
TUTORS = 44
MODERATORS = 13
# Expert marks in tenths of the best chief tutors; four places, and the third and fourth are equals.
BEST_TUTOR_TENTHS = (964, 957, 949, 949, 938)


@dataclass
class Administrator:
    code: str
    name: str
    unit: object
    phone: str


@dataclass
class Report:
    """A report of one unit, with its second from the first of August."""

    code: str
    unit: object
    kind: str
    time: int


@dataclass
class Tutor:
    code: str
    name: str
    project: object
    chief: bool
    unit: object
    tenths: int


@dataclass
class Moderator:
    code: str
    name: str
    project: object
    unit: object
    seconds: int


@dataclass
class Brief:
    code: str
    unit: object
    title: str
    day: int


@dataclass
class Session:
    """One training before the training: who held it, for whom, on which day, and for how many quarters of an hour."""

    unit: object
    audience: str
    cohort: str
    day: object
    quarters: int


@dataclass
class Published:
    """The province's figures of one county and cohort: enrolled, took part, passed, and the points of the process."""

    county: object
    cohort: str
    enrolled: int
    took_part: int
    passed: int
    process: int


def administrators(world):
    """The province's two, then by organisational order; one school has no administrator and one has two."""
    chance = Chance("haian/administrators")
    units = [world.province, world.province]
    cities, counties = world.level("市"), world.level("县")
    units += [unit for index, unit in enumerate(cities)
              for _ in range(2 if index < CITY_ADMINISTRATORS - len(cities) else 1)]
    second = COUNTY_ADMINISTRATORS - len(counties) - 1
    units += [unit for index, unit in enumerate(counties)
              for _ in range(3 if index == len(counties) - 1 else 2 if index < second + 1 else 1)][:COUNTY_ADMINISTRATORS]
    schools = [school for school in world.schools if not school.name.endswith("归雁岛初级中学")]
    units += [school for school in schools for _ in range(2 if school.name.endswith("实验初级中学") else 1)]
    return [Administrator(f"GL{number:04d}", invented_name(chance), unit, invented_phone(chance))
            for number, unit in enumerate(units, 1)]


def responsible(world):
    """The county's own responsible person."""
    chance = Chance("haian/responsible")
    return [Administrator("FZ0001", invented_name(chance), world.county, invented_phone(chance))]


# What the county and its schools reported, and when: in the last second of the first cohort, a second after the last day of the second.
REPORTS = (
    ("", "上旬班实施情况", 20 * DAY - 1), ("", "下旬班实施情况", 34 * DAY),
    ("棠溪镇初级中学", "突发事件", 7 * DAY + 36000), ("青禾镇初级中学", "突发事件", 18 * DAY + 52000),
    ("青禾镇初级中学", "突发事件", 25 * DAY + 30000),
)


def reports(world):
    """Reports of the county, and what schools reported to it."""
    def unit(name):
        return next(school for school in world.schools if school.name.endswith(name)) if name else world.county
    return [Report(f"SB{number:03d}", unit(name), kind, time) for number, (name, kind, time) in enumerate(REPORTS, 1)]


def tutors(world):
    """One chief tutor for each project, and tutors beside them."""
    chance = Chance("haian/tutors")
    counties = world.level("县")
    best = dict(zip(chance.some_of(list(range(len(world.projects))), len(BEST_TUTOR_TENTHS)), BEST_TUTOR_TENTHS))
    people = []
    for number in range(TUTORS):
        index = number % len(world.projects)
        chief = number < len(world.projects)
        drawn = chance.between(720, 930)
        people.append(Tutor(f"FD{number + 1:03d}", invented_name(chance), world.projects[index], chief,
                            chance.one_of(counties), best.get(index, drawn) if chief else drawn))
    return people


def moderators(world):
    """One for each project: the top half of thirteen is seven, and the seventh and the eighth are equals."""
    chance = Chance("haian/moderators")
    counties = world.level("县")
    hours = [chance.between(9, 20) * 3600 for _ in range(MODERATORS)]
    for place, value in zip(chance.some_of(list(range(MODERATORS)), 8), (61, 58, 52, 47, 44, 40, 36, 36)):
        hours[place] = value * 3600 + (1800 if value == 58 else 0)
    return [Moderator(f"BZ{number + 1:03d}", invented_name(chance), world.projects[number], chance.one_of(counties),
                      seconds) for number, seconds in enumerate(hours)]


def briefs(world):
    """Briefs of counties and of the county's own schools, each on one day of the summer."""
    chance = Chance("haian/briefs")
    entries = []
    for unit in world.level("市") + world.level("县") + world.schools:
        for number in range(chance.between(0, {"市": 5, "县": 4, "校": 2}[unit.level])):
            title = unit.name + chance.one_of(names.BRIEF_TITLES).format(n=number + 1)
            entries.append((chance.between(2, 33), len(entries), unit, title))
    return [Brief(f"JB{number:04d}", unit, title, day)
            for number, (day, _, unit, title) in enumerate(sorted(entries, key=lambda entry: entry[:2]), 1)]


def seats(world, learners):
    """Seats by school and project as the county allotted them in June: what was enrolled, but for a few schools."""
    counts = {}
    for learner in learners:
        key = (learner.schools[0].code, learner.project.code)
        counts[key] = counts.get(key, 0) + 1
    allotted = [[school, project, counts.get((school.code, project.code), 0)]
                for school in world.schools for project in world.projects]
    allotted = [entry for entry in allotted if entry[2]]
    for place, change in ((3, 2), (40, -1), (77, 1), (150, 3)):
        allotted[place][2] += change
    return allotted


# Days before the cohort's first day, and quarters of an hour of 45 minutes each: 4 学时 are 12 quarters.
SCHOOL_SESSIONS = ((9, 12), (7, 16), (6, 12), (5, 12), (8, 14), (10, 12), (5, 13), (7, 12))
ODD_SESSIONS = {
    "麓阳镇初级中学": (4, 12),      # a day late
    "棠溪镇初级中学": (5, 11),      # a quarter of an hour short
    "青禾镇初级中学": None,         # none was held
    "听湖镇初级中学": (5, 12),      # just in time and just long enough
    "照川镇初级中学": (-1, 12),     # after the cohort had begun
}


def sessions(world):
    """The city trains the county, the county its schools' administrators, each school its learners, cohort by cohort."""
    held = [Session(world.county, "校级管理员", "上旬班", -10, 12), Session(world.county, "校级管理员", "下旬班", 3, 16)]
    for number, (school, (kind, _, _)) in enumerate(zip(world.schools, names.SCHOOLS)):
        for cohort, (first, _) in COHORTS.items():
            ahead, quarters = SCHOOL_SESSIONS[number % len(SCHOOL_SESSIONS)]
            if kind in ODD_SESSIONS and cohort == "上旬班":
                if not ODD_SESSIONS[kind]:
                    continue
                ahead, quarters = ODD_SESSIONS[kind]
            held.append(Session(school, "参训学员", cohort, first - ahead, quarters))
    return held


def published(world, own):
    """The province's figures of every county and cohort on the last night; those of the own county are what it has."""
    chance = Chance("haian/published")
    rows = []
    for county in world.level("县"):
        share = chance.between(70, 97)
        for cohort in COHORTS:
            if county is world.county:
                rows.append(Published(county, cohort, *own[cohort]))
                continue
            enrolled = chance.between(300, 1900) if cohort == "上旬班" else chance.between(90, 600)
            passed = enrolled * max(50, share - chance.between(0, 6)) // 100
            took_part = min(enrolled, passed + (enrolled - passed) * chance.between(40, 90) // 100)
            process = passed * chance.between(60, 66) + (took_part - passed) * chance.between(15, 40)
            rows.append(Published(county, cohort, enrolled, took_part, passed, process))
    return rows


def held_before(day, kind):
    return [entry for entry in kind if entry.day * DAY < day]
