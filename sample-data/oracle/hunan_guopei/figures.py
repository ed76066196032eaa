"""Pooled figures of every unit, and the survey."""

from fractions import Fraction

from generator.hunan_guopei import names
from generator.hunan_guopei.clock import CALENDAR
from oracle.hunan_guopei.rules import counted, HOUR, STEPS
from oracle.scores import half_up

LEVELS = (("province", "省"), ("city", "市"), ("county", "县"))
TOP_TWO, MINIMUM_ANSWERS = 4, 5
OBJECTS = ("project", "experts")
ARCHIVED = tuple(zip(("archived_courses", "archived_reflections", "archived_briefs", "archived_pages",
                      "archived_highlights", "archived_plans"), names.ARCHIVE))
MEAN_HOURS, SEATS, CITIES = 146, 5000, 14


def metrics(programme, found, night):
    """Level, unit, metric, numerator and denominator; hours are counted in seconds, points in hundredths."""
    members = {}
    for result in counted(found):
        for _, sign in LEVELS:
            members.setdefault(result.learner.school.above(sign).code, []).append(result)
    for level, sign in LEVELS:
        for unit in programme.world.level(sign):
            group = members.get(unit.code, [])
            for name, numerator, denominator in _of_learners(group):
                yield [level, unit.code, name, numerator, denominator]
            seats = sum(number for code, number in programme.world.seats.items() if code.startswith(unit.code))
            yield [level, unit.code, "fill_rate", len(group), seats]
            yield [level, unit.code, "group_steps", sum(result.group for result in group) // 300, STEPS * len(group)]
            archived = sum(row.count for row in programme.archive
                           if row.unit.code.startswith(unit.code) and row.night <= night)
            yield [level, unit.code, "archive", archived * 100, len(group)]
            for name, category in ARCHIVED:
                yield [level, unit.code, name, sum(
                    row.count for row in programme.archive if row.unit.code.startswith(unit.code)
                    and row.night <= night and row.category == category), 1]
            cities = {result.city.code for result in group}
            if level != "county":
                yield [level, unit.code, "cities", len(cities), 1]


def _of_learners(group):
    size = len(group)
    yield "participation_rate", sum(result.seconds > 0 for result in group), size
    yield "study_rate", sum(result.seconds >= HOUR for result in group), size
    yield "study_hours", sum(result.seconds for result in group), size
    yield "task_rate", sum(len(result.tasks) == len(names.TASKS) for result in group), size
    for task, _ in names.TASKS:
        yield f"task_{task[-1]}", sum(task in result.tasks for result in group), size
    yield "pass_rate", sum(result.passed for result in group), size
    yield "mean_total", sum(result.total for result in group), size


def satisfaction(programme, night):
    """Object, dimension, unit, answered, top, sum, the counts from 5 down to 1, and whether it is withheld."""
    responses = programme.responses_by(night)
    for column, object_id in enumerate(OBJECTS):
        for unit in [programme.world.province] + programme.world.level("市"):
            marks = [response.marks[column] for response in responses
                     if response.marks[column] and unit in (programme.world.province, response.city)]
            yield [object_id, "overall", unit.code, len(marks), sum(mark >= TOP_TWO for mark in marks), sum(marks),
                   *(marks.count(mark) for mark in (5, 4, 3, 2, 1)),
                   "yes" if len(marks) < MINIMUM_ANSWERS else "no"]


def choices(programme, night):
    """The follow-up survey by question and option."""
    responses = [response for response in programme.follow_up if response.time <= CALENDAR.cut_off(night)]
    for number, (_, options) in enumerate(programme.follow_up_questions, 1):
        for option in options:
            yield [str(number), option, sum(option in response.chosen[number - 1] for response in responses)]


def checks(programme, found):
    """What the province as a whole fails: the mean of hours as printed, the sum of the seats, the number of cities."""
    people = counted(found)
    hundredths = half_up(Fraction(sum(result.seconds for result in people), HOUR * len(people)), 100)
    if not hundredths > 100 * MEAN_HOURS:
        yield "mean_hours", programme.world.province.code
    if sum(programme.world.seats.values()) != SEATS:
        yield "seats_of_all", programme.world.province.code
    if len({result.city.code for result in people}) != CITIES:
        yield "fourteen_cities", programme.world.province.code
