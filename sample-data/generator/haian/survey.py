"""The anonymous satisfaction survey, exported by the survey service as option codes: 1 is the best answer."""

from dataclasses import dataclass

from generator.chance import Chance
from generator.survey import DIMENSIONS, OBJECTS

from . import names
from .calendar import CALENDAR, DAY

ITEMS = len(OBJECTS) * len(DIMENSIONS)
BEST = 5
SMALL_SCHOOLS = {"特殊教育学校": 4, "九年一贯制学校": 5}


@dataclass
class Response:
    """One filled-in questionnaire; a mark of 0 is a question left open, with the token written for it."""

    time: int
    seconds: int
    address: str
    school: object
    project: object
    marks: list
    blanks: list
    remark: str


def responses(learners):
    """About half of those who studied answer in the last days of their cohort; of two schools exactly 4 and 5."""
    chance = Chance("haian/survey")
    left = {names.COUNTY + kind: count for kind, count in SMALL_SCHOOLS.items()}
    found = []
    for learner in learners:
        school = learner.schools[-1]
        if len(learner.activity.watched) < 4:
            continue
        if school.name in left:
            if not left[school.name]:
                continue
            left[school.name] -= 1
        elif not chance.percent(52):
            continue
        day = chance.between(13, 19) if learner.cohort == "上旬班" else chance.between(28, 34)
        found.append(_response(day * DAY + chance.between(9 * 3600, 22 * 3600), learner, school, chance))
    if any(left.values()):
        raise AssertionError(f"too few answers: {left}")
    return sorted(found, key=lambda response: response.time)


def answered_by(found, night):
    return [response for response in found if response.time <= CALENDAR.cut_off(night)]


def _response(time, learner, school, chance):
    lean = school.pass_share // 4
    marks, blanks = [], []
    for number in range(ITEMS):
        drawn = chance.between(1, 100) + lean - (number % 3) * 5
        marks.append(5 if drawn > 60 else 4 if drawn > 24 else 3 if drawn > 12 else 2 if drawn > 5 else 1)
        blanks.append("")
        if chance.between(1, 1000) <= 8:
            marks[-1], blanks[-1] = 0, chance.one_of(("-2", "-3"))
    known = school.name in {names.COUNTY + kind for kind in SMALL_SCHOOLS} or not chance.percent(2)
    return Response(time, chance.between(38, 620), f"192.0.2.{chance.between(1, 254)}", school if known else None,
                    learner.project, marks, blanks, chance.one_of(names.REMARKS))
