"""Learners whose figures are set by hand, because a line of the plan runs through them.

Minutes are those of the six required modules (videos and texts) and of the elective courses. The least that passes is
4, 3.2, 3.2, 3.2, 3.2, 3.2 hours of 45 minutes, together 20, and 5 elective ones. Tests/EndToEndTests works the figures out by hand.
"""

from dataclasses import dataclass

from ..learning import Watching
from .clock import CALENDAR
from .learning import Activity, Attempt, ELECTIVES, Essay, MODULES, Post

LEAST = (180, 144, 144, 144, 144, 144)


@dataclass(frozen=True)
class EdgeCase:
    """videos and texts in minutes by module; essays as (characters, mark, time), exams as (mark, minutes, time).

    `last` is when the last course ended, if not in its turn.
    """

    videos: tuple = LEAST
    texts: tuple = (0, 0, 0, 0, 0, 0)
    elective: int = 225
    posts: tuple = (("ZT01", "主帖", "2020-08-10 19:30:00"), ("ZT02", "回复", "2020-08-11 19:30:00"))
    essays: tuple = ((1000, 18, "2020-08-20 20:00:00"),)
    copied: bool = False
    kind: str = "学习心得"
    exams: tuple = ((90, 60, "2020-08-28 20:00:00"),)
    last: str = ""


EDGE_CASES = {
    "the least that passes": EdgeCase(),
    "three hours in every module, eighteen in all": EdgeCase(videos=(135,) * 6),
    "twenty hours, one module left out": EdgeCase(videos=(360, 135, 135, 135, 135, 0)),
    "a module short of three hours of video, filled up with texts": EdgeCase(
        videos=(225, 135, 135, 135, 135, 100), texts=(0, 0, 0, 0, 0, 35)),
    "a module six seconds short of three hours": EdgeCase(videos=(225.1, 135, 135, 135, 135, 134.9)),
    "required hours six seconds short of twenty": EdgeCase(videos=(180, 144, 144, 144, 144, 143.9)),
    "texts count towards twenty hours": EdgeCase(videos=(135,) * 6, texts=(40, 40, 10, 0, 0, 0)),
    "elective hours one minute short of five": EdgeCase(videos=(390, 390, 390, 144, 144, 144), elective=224),
    "more than twenty and five hours": EdgeCase(videos=(200, 200, 200, 200, 200, 200), elective=300),
    "one post": EdgeCase(posts=(("ZT01", "主帖", "2020-08-10 19:30:00"),)),
    "two replies on one topic": EdgeCase(
        posts=(("ZT03", "回复", "2020-08-10 19:30:00"), ("ZT03", "回复", "2020-08-11 19:30:00"))),
    "a second post in the last second": EdgeCase(
        posts=(("ZT01", "主帖", "2020-08-10 19:30:00"), ("ZT02", "回复", "2020-09-10 23:59:59"))),
    "a second post one second late": EdgeCase(
        posts=(("ZT01", "主帖", "2020-08-10 19:30:00"), ("ZT02", "回复", "2020-09-11 00:00:00"))),
    "no essay, eighty points": EdgeCase(essays=(), exams=((100, 60, "2020-08-28 20:00:00"),)),
    "an essay of 999 characters": EdgeCase(essays=((999, 20, "2020-08-20 20:00:00"),)),
    "a case of 1000 characters": EdgeCase(kind="党建工作案例", essays=((1000, 20, "2020-08-20 20:00:00"),)),
    "an essay in the last second": EdgeCase(essays=((1200, 18, "2020-09-10 23:59:59"),)),
    "an essay one second late": EdgeCase(essays=((1200, 18, "2020-09-11 00:00:00"),)),
    "a copied essay, full marks": EdgeCase(
        copied=True, essays=((1500, 20, "2020-08-20 20:00:00"),), exams=((100, 60, "2020-08-28 20:00:00"),)),
    "no examination, eighty points": EdgeCase(essays=((1000, 20, "2020-08-20 20:00:00"),), exams=()),
    "the best of three attempts": EdgeCase(
        exams=((55, 60, "2020-08-27 20:00:00"), (92, 61, "2020-08-28 20:00:00"), (70, 62, "2020-08-29 20:00:00"))),
    "an examination before the hours were complete": EdgeCase(exams=((90, 60, "2020-07-05 20:00:00"),)),
    "an examination in the second in which the hours were complete": EdgeCase(exams=((90, 60, "2020-08-01 21:00:00"),)),
    "an examination one second before the hours were complete": EdgeCase(exams=((90, 60, "2020-08-01 20:59:59"),)),
    "an examination in the last second": EdgeCase(exams=((90, 60, "2020-09-10 23:59:59"),)),
    "an examination one second late": EdgeCase(exams=((90, 60, "2020-09-11 00:00:00"),)),
    "an examination of ninety minutes": EdgeCase(exams=((90, 90, "2020-08-28 20:00:00"),)),
    "an examination of ninety-one minutes": EdgeCase(exams=((90, 91, "2020-08-28 20:00:00"),)),
    "eighty points": EdgeCase(
        essays=((1000, 10, "2020-08-20 20:00:00"),), exams=((50, 60, "2020-08-28 20:00:00"),)),
    "79.99 points": EdgeCase(
        essays=((1000, 10, "2020-08-20 20:00:00"),), exams=((49.95, 60, "2020-08-28 20:00:00"),)),
    "a part rounded half up": EdgeCase(exams=((62.53, 60, "2020-08-28 20:00:00"),)),
    "no post at all": EdgeCase(posts=()),
    "a course studied on until the last second": EdgeCase(
        last="2020-09-10 23:59:59", exams=((90, 60, "2020-09-10 23:59:59"),)),
    "a course studied on after the phase": EdgeCase(last="2020-09-11 00:00:00"),
}


def edge_activity(case, courses):
    """The activity of such a learner: four videos of a module are watched alike, one course a day from the fifth of July."""
    activity = Activity()
    plan = []
    for module, video, text in zip(MODULES, case.videos, case.texts):
        plan += zip(courses[module], _shares(round(video * 10)))
        plan += [(courses[module][4], 10 * text)] if text else []
    plan += zip([courses[module][0] for module in ELECTIVES], _shares(case.elective * 10))
    ended = CALENDAR.at("2020-07-05 21:00:00")
    for course, seconds in ((course, 6 * tenths) for course, tenths in plan if tenths):
        activity.watched.append(Watching(course, seconds, ended - seconds, ended))
        ended += 86400
    if case.last:
        watching = activity.watched[-1]
        watching.ended = CALENDAR.at(case.last)
        watching.begun = watching.ended - watching.seconds
    for topic, kind, time in case.posts:
        activity.posts.append(Post(CALENDAR.at(time), topic, kind))
    for characters, mark, time in case.essays:
        moment = CALENDAR.at(time)
        activity.essays.append(Essay(case.kind, characters, moment, moment + 86400, _hundredths(mark), case.copied))
    for number, (mark, minutes, time) in enumerate(case.exams, 1):
        activity.attempts.append(Attempt(number, CALENDAR.at(time), minutes * 60, _hundredths(mark)))
    return activity


def _shares(tenths):
    """Tenths of a minute divided over four courses."""
    return [tenths // 4] * 3 + [tenths - 3 * (tenths // 4)]


def _hundredths(mark):
    return round(mark * 100)
