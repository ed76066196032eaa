"""Numerators and denominators of a term's metrics for the county, each school and each subject."""

from generator.lanxi.terms import CALENDAR
from oracle.lanxi.scores import COMPONENTS, counted

REQUIRED = {f"{number:02d}" for number in range(1, 7)}
BANDS = (("essay_excellent", 4800, None), ("essay_good", 3000, 4800), ("essay_fair", 1000, 3000),
         ("essay_below", 0, 1000))


def figures(world, found, submissions, term):
    """Rows of level, unit, metric, numerator, denominator; points and marks in hundredths, hours in seconds."""
    for level, units in (("county", [world.county]), ("school", world.schools)):
        for unit in units:
            below = [result for result in found if unit in (world.county, result.school)]
            for row in _of_learners(below, term):
                yield [level, unit.code, *row]
            for row in _of_school(unit, world, submissions, term):
                yield [level, unit.code, *row]


def of_projects(world, found, term):
    """The same of the teachers of each subject."""
    for project in world.projects:
        for row in _of_learners([result for result in found if result.teacher.project is project], term):
            yield [project.code, *row]


def _of_learners(below, term):
    enrolled = len(below)
    works = [result.work for result in below]

    def share(metric, holds):
        return metric, sum(holds(work) for work in works), enrolled

    yield share("participation_rate", lambda work: any(content.seconds for content in work.contents))
    yield share("required_rate", lambda work: {content.code for content in work.contents} >= REQUIRED)
    yield "study_hours", sum(content.seconds for work in works for content in work.contents), enrolled
    yield "elective_contents", sum(content.code not in REQUIRED for work in works for content in work.contents), enrolled
    yield share("paper_rate", lambda work: _in_time(work.paper, term.paper_due))
    yield share("essay_rate", lambda work: _in_time(work.essay_mark, term.essay_due))
    in_time = [work for work in works if _in_time(work.essay_mark, term.essay_due)]
    for metric, low, high in BANDS:
        marks = [counted(work.essay_mark, term.essay_due) for work in in_time]
        yield metric, sum(low <= mark and (high is None or mark < high) for mark in marks), enrolled
    yield share("micro_lesson_rate", lambda work: work.rubric["完成微课"] > 0)
    yield share("reflection_rate", lambda work: work.rubric["心得篇数"] > 0)
    yield "county_mean", sum(result.points["county"] for result in below), enrolled
    yield "school_mean", sum(result.points[name] for result in below for name in COMPONENTS[1:]), enrolled
    yield "mean_total", sum(result.total for result in below), enrolled
    yield "pass_rate", sum(result.passed for result in below), enrolled


def _in_time(hand_in, due):
    return hand_in is not None and hand_in.time <= CALENDAR.at(due)


def _of_school(unit, world, submissions, term):
    own = [row for row in submissions if unit in (world.county, row.school) and row.material != "微课推荐名单"]
    yield f"reports_rate_{term.code[5:]}", sum(in_time(row, term) for row in own), len(own)


def in_time(row, term):
    """A material counts until the end of the last day that it has."""
    due = term.contest_due if row.material == "微课推荐名单" else term.reports_due
    return row.time is not None and row.time <= CALENDAR.cut_off(due)


# What a check of the pipeline file asks of each school.
CHECKS = {
    "校本研修计划": "plan_in_time", "学员信息表": "plan_in_time", "校本成绩": "scores_in_time", "微课推荐名单": "contest_in_time",
    "优质数字教育资源应用课程": "courses_in_time", "微课制作技术课程": "courses_in_time",
}


def missed(submissions, term):
    """Schools that have not handed in a material in time, check by check."""
    return sorted({(CHECKS[row.material], row.school.code) for row in submissions if not in_time(row, term)})
