"""The anonymous satisfaction survey, as the survey service exports it."""

from dataclasses import dataclass

from . import names
from .chance import Chance
from .clock import DAY, cut_off, NIGHTS

OBJECTS = (("course_team", "课程开发团队"), ("tutor_team", "课程辅导团队"),
           ("managers", "培训管理团队"), ("learners", "学员"))
DIMENSIONS = (("content", "教学内容"), ("method", "教学方法"), ("support", "教学支持与服务"))
SCALE = ("非常不满意", "不满意", "一般", "满意", "非常满意")
SMALL_CITY = "荻洲市"
SMALL_CITY_ANSWERS = 4


@dataclass
class Response:
    """One filled-in questionnaire; a mark of 0 is a question left open, written as the text beside it."""

    time: int
    seconds: int
    address: str
    city: object
    project: object
    marks: list
    blanks: list
    remark: str


def items():
    """Object, dimension and question text of the twelve matrix items, in the order of the columns."""
    for number, (object_id, title) in enumerate(OBJECTS, 3):
        question = "学员自评" if object_id == "learners" else f"对{title}的评价"
        for dimension_id, dimension in DIMENSIONS:
            yield object_id, dimension_id, f"{number}、{question}({dimension})"


def responses(enrolments):
    """Learners who have studied answer, most of them, on some day after half of the term."""
    chance = Chance("survey")
    found, small = [], 0
    for enrolment in enrolments:
        city = enrolment.schools[0].above("市")
        if len(enrolment.activity.watched) < 6 or not chance.percent(62):
            continue
        if city.name == SMALL_CITY:
            small += 1
            if small > SMALL_CITY_ANSWERS:
                continue
        time = chance.between(10, 19) * DAY + chance.between(9 * 3600, 22 * 3600)
        found.append(_response(time, city, enrolment.project, chance))
    found.sort(key=lambda response: response.time)
    return [response for response in found if response.time <= cut_off(NIGHTS[-1])]


def _response(time, city, project, chance):
    lean = city.pass_share // 3
    marks, blanks = [], []
    for number in range(len(OBJECTS) * len(DIMENSIONS)):
        drawn = chance.between(1, 100) + lean - (number % 3) * 4
        marks.append(5 if drawn > 62 else 4 if drawn > 26 else 3 if drawn > 14 else 2 if drawn > 6 else 1)
        blanks.append("")
        if chance.between(1, 1000) <= 12:
            marks[-1] = 0
            blanks[-1] = chance.one_of(("(跳过)", "(空)", "-2", "-3"))
    return Response(time, chance.between(45, 640), f"192.0.2.{chance.between(1, 254)}",
                    None if chance.percent(1) and city.name != SMALL_CITY else city, project, marks, blanks,
                    chance.one_of(names.SUGGESTIONS))
