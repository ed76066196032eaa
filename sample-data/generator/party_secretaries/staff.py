"""Responsible persons and contacts of provinces, cities and counties, what these hand in, and the experts' survey."""

from dataclasses import dataclass, replace

from ..calendar import DAY
from ..chance import Chance
from ..people import invented_name, invented_phone
from . import names
from .clock import CALENDAR, STUDY_ENDS, SUMMARY_ENDS

LEVELS = {"省": "省级", "市": "地市级", "县": "县区级"}
RESPONSIBLE, CONTACT = "负责人", "联系人"
SUMMARY, BRIEF, CASE = "培训工作总结", "培训简报", "优秀工作案例"


@dataclass
class Officer:
    code: str
    name: str
    role: str
    unit: object
    phone: str


@dataclass
class Submission:
    """One paper that an office handed in."""

    code: str
    unit: object
    kind: str
    title: str
    time: int


def offices(world):
    return [unit for unit in world.units if unit.level in LEVELS]


def officers(world):
    """One of each role for every office; one county has no contact, another two, and some offices lack or double a role."""
    chance = Chance("party secretaries, officers")
    found = []
    for unit in offices(world):
        roles = [RESPONSIBLE, CONTACT]
        if unit.name == names.COUNTY_WITHOUT_CONTACT:
            roles.remove(CONTACT)
        if unit.name == names.COUNTY_WITH_TWO_CONTACTS:
            roles.append(CONTACT)
        for role in roles:
            found.append(Officer(f"GL{len(found) + 1:03d}", invented_name(chance), role, unit, invented_phone(chance)))
    chance = Chance("party secretaries, second officers")
    for name, role in names.OFFICES_WITH_TWO:
        unit = next(unit for unit in offices(world) if unit.name == name)
        found.append(Officer(f"GL{len(found) + 1:03d}", invented_name(chance), role, unit, invented_phone(chance)))
    return [person for person in found if (person.unit.name, person.role) not in names.OFFICES_WITHOUT]


def submissions(world):
    """Briefs while people study, summaries and cases after."""
    chance = Chance("party secretaries, submissions")
    found = []
    units = offices(world)
    for unit in units:
        if unit.name == names.COUNTY_WITHOUT_SUMMARY:
            continue
        for number in range(1, chance.between(0, 3) + 1):
            time = chance.between(15, 80) * DAY + chance.between(9 * 3600, 17 * 3600)
            found.append(Submission("", unit, BRIEF, f"{unit.name}培训简报第{number}期", time))
        time = SUMMARY_ENDS if unit.name == names.COUNTY_IN_THE_LAST_SECOND else STUDY_ENDS + chance.between(1, 9) * DAY - 30000
        time = SUMMARY_ENDS + 1 if unit.name in names.OFFICES_ONE_SECOND_LATE else time
        if unit.name != names.CITY_WITHOUT_SUMMARY:
            found.append(Submission("", unit, SUMMARY, f"{unit.name}培训工作总结", time))
        for number in range(1, chance.between(0, 2) + 1):
            found.append(Submission("", unit, CASE, f"{unit.name}优秀工作案例之{number}", time - 3600 * number))
    for name, time in ((names.CASE_IN_THE_LAST_SECOND, SUMMARY_ENDS), (names.CASE_ONE_SECOND_LATE, SUMMARY_ENDS + 1)):
        unit = next(unit for unit in units if unit.name == name)
        found.append(Submission("", unit, CASE, f"{name}优秀工作案例补报", time))
    found.sort(key=lambda paper: (paper.time, paper.unit.code))
    for number, paper in enumerate(found, 1):
        paper.code = f"BS{number:03d}"
    return found


@dataclass
class Response:
    """One questionnaire; a mark of 0 is left open."""

    time: int
    seconds: int
    address: str
    city: object
    marks: list


SCALE = ("非常不满意", "不满意", "一般", "满意", "非常满意")
SMALL_CITY, SMALL_CITY_ANSWERS = "北陌市", 4


def responses(learners):
    """Learners' answers, each of them more or less content with everything, given in the last days of study and while summaries are written."""
    chance = Chance("party secretaries, survey")
    found, small = [], 0
    for learner in learners:
        city = learner.schools[0].above("市")
        if len(learner.activity.watched) < 8 or not chance.percent(58):
            continue
        if city.name == SMALL_CITY:
            small += 1
            if small > SMALL_CITY_ANSWERS:
                continue
        time = CALENDAR.at("2020-09-06") + chance.between(0, 13) * DAY + chance.between(8 * 3600, 22 * 3600)
        found.append(Response(time, chance.between(40, 500), f"192.0.2.{chance.between(1, 254)}", city,
                              _marks(chance, 10 + chance.between(-34, 34))))
    found.sort(key=lambda response: response.time)
    return _with_doubtful(found)


def _with_doubtful(found):
    """One form filled in within seconds, and one sent twice: both among the first, so that both nights have them."""
    found[3].seconds = 11
    again = next(number for number in range(6, len(found)) if found[number].city.name != SMALL_CITY and all(
        found[number].marks))
    found.insert(again + 1, replace(found[again], time=found[again].time + 40))
    return sorted(found, key=lambda response: response.time)


def expert_responses():
    """Nine experts assess the work on the same four dimensions."""
    chance = Chance("party secretaries, experts")
    return [Response(CALENDAR.at("2020-09-15") + number * 7200, chance.between(300, 1500),
                     f"192.0.2.{200 + number}", None, _marks(chance, 30)) for number in range(9)]


def _marks(chance, lean):
    marks = []
    for _ in names.DIMENSIONS:
        drawn = chance.between(1, 100) + lean
        marks.append(5 if drawn > 58 else 4 if drawn > 22 else 3 if drawn > 14 else 2 if drawn > 9 else 1)
        if chance.between(1, 1000) <= 9:
            marks[-1] = 0
    return marks
