"""Pooled figures of every unit, and the surveys."""

from generator.party_secretaries import names
from generator.party_secretaries.clock import CALENDAR, SUMMARY_ENDS
from generator.party_secretaries.staff import BRIEF, CASE, officers, SCALE, SUMMARY
from oracle.party_secretaries.rules import counted, ELECTIVE, HOUR, MODULE, POSTS, REQUIRED, CHARACTERS

LEVELS = (("country", "国"), ("province", "省"), ("city", "市"), ("county", "县"), ("school", "校"))
TOP_TWO, MINIMUM_ANSWERS = 4, 5
# What offices handed in, unit by unit with all below it: the metric, the kind, and whether only late ones count or only timely ones.
SUBMITTED = (("summaries", SUMMARY, False), ("summaries_late", SUMMARY, True), ("cases_in_time", CASE, False),
             ("cases_late", CASE, True), ("briefs", BRIEF, None))


def metrics(programme, found, night):
    """Level, unit, metric, numerator and denominator; hours are counted in seconds, points in hundredths.

    Of a school, which is one or two secretaries, only the pass rate is listed.
    """
    by_unit = {}
    for result in counted(found):
        for _, sign in LEVELS:
            by_unit.setdefault(result.school.above(sign).code, []).append(result)
    handed_in = {paper.unit.code for paper in programme.submissions
                 if paper.kind == SUMMARY and paper.time <= min(SUMMARY_ENDS, CALENDAR.cut_off(night))}
    for level, sign in LEVELS:
        for unit in programme.world.level(sign):
            group = by_unit.get(unit.code, [])
            if sign == "校":
                yield [level, unit.code, "pass_rate", sum(result.passed for result in group), len(group)]
            else:
                for name, numerator, denominator in _of_learners(group):
                    yield [level, unit.code, name, numerator, denominator]
                counties = [county for county in programme.world.level("县")
                            if county.code in by_unit and unit in _upwards(county)]
                yield [level, unit.code, "summary_rate", sum(county.code in handed_in for county in counties),
                       len(counties)]
                below = [paper for paper in programme.submissions if unit in _upwards(paper.unit)
                         and paper.time <= CALENDAR.cut_off(night)]
                for name, kind, is_late in SUBMITTED:
                    yield [level, unit.code, name, sum(paper.kind == kind and is_late in (None, paper.time > SUMMARY_ENDS)
                                                       for paper in below), 1]


def _upwards(unit):
    while unit:
        yield unit
        unit = unit.parent


def _of_learners(group):
    size = len(group)
    known = [result.facts for result in group]
    yield "participation_rate", sum(facts.studied > 0 for facts in known), size
    yield "study_rate", sum(facts.studied >= HOUR for facts in known), size
    yield "study_hours", sum(facts.studied for facts in known), size
    yield "course_rate", sum(facts.required >= REQUIRED and facts.elective >= ELECTIVE
                             and min(facts.videos.values()) >= MODULE for facts in known), size
    yield "discussion_rate", sum(facts.posts >= POSTS for facts in known), size
    yield "essay_rate", sum(max(facts.lengths, default=0) >= CHARACTERS for facts in known), size
    yield "exam_rate", sum(bool(facts.exams) for facts in known), size
    yield "pass_rate", sum(result.passed for result in group), size
    yield "mean_total", sum(result.total for result in group), size
    yield "process_evaluation", sum(result.course + result.discussion for result in group), 60 * size
    yield "gain_evaluation", sum(result.essay + result.exam for result in group), 40 * size


def satisfaction(programme, night):
    """Object, dimension, unit, answered, top, sum, the counts from 5 down to 1, and whether it is withheld."""
    responses = _once_each(programme.responses_by(night))
    for column, (dimension, _) in enumerate(names.DIMENSIONS):
        for unit in [programme.world.country] + programme.world.level("市"):
            marks = [response.marks[column] for response in responses
                     if response.marks[column] and unit in (programme.world.country, response.city)]
            yield ["work", dimension, unit.code, len(marks), sum(mark >= TOP_TWO for mark in marks), sum(marks),
                   *(marks.count(mark) for mark in (5, 4, 3, 2, 1)),
                   "yes" if len(marks) < MINIMUM_ANSWERS else "no"]


def _once_each(responses):
    """Without the forms that say the same from the same address as an earlier one."""
    known, kept = set(), []
    for response in responses:
        mark = (response.address, tuple(response.marks))
        if any(response.marks) and mark not in known:
            kept.append(response)
        known.add(mark)
    return kept


def choices(programme, night):
    """The experts' answers by question and option, options from best to worst."""
    responses = programme.expert_responses_by(night)
    for column, (_, title) in enumerate(names.DIMENSIONS):
        for mark in (5, 4, 3, 2, 1):
            count = sum(response.marks[column] == mark for response in responses)
            yield [f"1({title})", SCALE[mark - 1], count]


def checks(programme, found, night):
    """Offices with learners below them that a check finds wanting: its name and the office's code."""
    taking = {unit.code for result in counted(found) for unit in _upwards(result.school)}
    end = CALENDAR.cut_off(night)
    known = [paper for paper in programme.submissions if paper.time <= end and paper.kind == SUMMARY]
    roles = (("responsible", "负责人"), ("contact", "联系人"))
    people = officers(programme.world)
    for level, sign in LEVELS[1:4]:
        for unit in programme.world.level(sign):
            if unit.code not in taking:
                continue
            for name, role in roles:
                if sum(person.unit is unit and person.role == role for person in people) != 1:
                    yield f"{level}_{name}", unit.code
            own = [paper.time for paper in known if paper.unit is unit]
            if end > SUMMARY_ENDS and not own:
                yield f"{level}_summary", unit.code
            if any(time > SUMMARY_ENDS for time in own):
                yield f"{level}_summary_late", unit.code
