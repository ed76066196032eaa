"""The satisfaction survey of the online stage, and the follow-up of those who are back at work."""

from dataclasses import dataclass

from ..calendar import DAY
from ..chance import Chance
from .clock import CALENDAR

SCALE = ("非常不满意", "不满意", "一般", "满意", "非常满意")
QUESTIONS = ("2、您对本项目的总体评价", "3、您对授课专家的总体评价")
SMALL_CITY, SMALL_CITY_ANSWERS = "荻洲市", 3

FOLLOW_UP = (
    ("1、您返岗后是否已在学校实施党建改进方案", ("已实施", "正在准备", "尚未开始")),
    ("2、研修对下列哪些工作有帮助", ("理论学习", "党建与教学融合", "党员队伍建设", "廉政建设")),
)


# The same questions as in the survey, asked again of those who are back at work.
AGAIN = ("3、您对本项目的总体评价", "4、您对授课专家的总体评价")


@dataclass
class Response:
    """One questionnaire; a mark of 0 is left open. chosen holds the options of each question of choice."""

    time: int
    seconds: int
    address: str
    city: object
    marks: list
    chosen: list


def responses(learners):
    """Everybody who answers is satisfied or very satisfied, as the source reports; some leave a question open."""
    chance = Chance("hunan, survey")
    found, small = [], 0
    for learner in learners:
        city = learner.school.above("市")
        if learner.activity.self_study[1] < 5000 or not chance.percent(31):
            continue
        if city.name == SMALL_CITY:
            small += 1
            if small > SMALL_CITY_ANSWERS:
                continue
        marks = [0 if chance.between(1, 1000) <= 8 else 5 if chance.percent(78) else 4 for _ in QUESTIONS]
        time = CALENDAR.at("2024-04-02") + chance.between(0, 7) * DAY + chance.between(8 * 3600, 22 * 3600)
        found.append(Response(time, chance.between(30, 300), f"192.0.2.{chance.between(1, 254)}", city, marks, []))
    return sorted(found, key=lambda response: response.time)


def follow_up():
    """Answers of the first who finished."""
    chance, again = Chance("hunan, follow-up"), Chance("hunan, follow-up, satisfaction")
    found = []
    for _ in range(64):
        first, second = (options for _, options in FOLLOW_UP)
        chosen = [[first[0 if chance.percent(55) else chance.between(1, 2)]],
                  chance.some_of(second, chance.between(1, 4))]
        time = CALENDAR.at("2024-04-05") + chance.between(0, 4) * DAY + chance.between(8 * 3600, 22 * 3600)
        found.append(Response(time, chance.between(60, 400), f"192.0.2.{chance.between(1, 254)}", None,
                              [0 if again.percent(3) else 5 if again.percent(62) else 4 if again.percent(88) else 3
                               for _ in AGAIN], chosen))
    return sorted(found, key=lambda response: response.time)
