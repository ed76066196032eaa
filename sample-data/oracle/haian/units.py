"""What is known of units rather than of learners: seats, sessions before the training, administrators, the province's table."""

from datetime import date
from fractions import Fraction

from generator.haian.calendar import CALENDAR, COHORTS
from oracle.haian.metrics import LEVELS
from oracle.ranking import printed_rate

SESSION_QUARTERS = 4 * 3
DAYS_BEFORE = {"县": 10, "校": 5}


def fill_rate(programme, night):
    """Enrolled over seats; both are nothing where the county has no schools."""
    enrolled, seats = {}, {}
    for learner in programme.learners:
        for unit in _upwards(learner.school(night)):
            enrolled[unit.code] = enrolled.get(unit.code, 0) + 1
    for school, _, count in programme.seats:
        for unit in _upwards(school):
            seats[unit.code] = seats.get(unit.code, 0) + count
    for level, sign in LEVELS:
        for unit in programme.world.level(sign):
            yield level, unit.code, "fill_rate", enrolled.get(unit.code, 0), seats.get(unit.code, 0)


def published_rates(programme):
    """Numerators and denominators of the province's table, pooled over the counties below a unit and over both cohorts."""
    sums = {}
    for row in programme.published:
        for unit in _upwards(row.county):
            known = sums.setdefault(unit.code, [0, 0, 0, 0])
            for place, value in enumerate((row.enrolled, row.took_part, row.passed, row.process)):
                known[place] += value
    return sums


def published_indicators(programme):
    """Process evaluation, participation and pass rate as printed, by unit code."""
    return {code: [printed_rate(Fraction(process, 68 * enrolled)), printed_rate(Fraction(took_part, enrolled)),
                   printed_rate(Fraction(passed, enrolled))]
            for code, (enrolled, took_part, passed, process) in published_rates(programme).items()}


def sessions_missed(programme):
    """Units that did not train those below them long enough and early enough, with the cohort."""
    first = {cohort: days[0] for cohort, days in COHORTS.items()}
    for unit in [programme.world.county] + programme.world.schools:
        for cohort in COHORTS:
            held = any(session.unit is unit and session.cohort == cohort and session.quarters >= SESSION_QUARTERS
                       and session.day <= first[cohort] - DAYS_BEFORE[unit.level] for session in programme.sessions)
            if not held:
                yield unit.code, cohort


def administrators_amiss(programme):
    """Own units with another number of administrators than one for a school, one or two for the county."""
    for unit, most in [(programme.world.county, 2)] + [(school, 1) for school in programme.world.schools]:
        count = sum(person.unit is unit for person in programme.staff.administrators)
        if not 1 <= count <= most:
            yield unit.code, count


def reports_amiss(programme, night):
    """Reports of the county that were due by the night and did not come in time, by check."""
    due = {"progress_of_early": ("上旬班实施情况", "2023-08-20"), "progress_of_late": ("下旬班实施情况", "2023-09-03"),
           "summary_report": ("总结材料", "2023-09-10")}
    for check, (kind, day) in due.items():
        in_time = any(report.kind == kind and report.unit is programme.world.county
                      and report.time <= CALENDAR.cut_off(day) for report in programme.reports)
        if CALENDAR.cut_off(night) > CALENDAR.cut_off(day) and not in_time:
            yield check, programme.world.county.code


def incidents(programme, night):
    """Incidents that schools reported, summed over the units above."""
    counts = {}
    for report in programme.reports:
        if report.kind == "突发事件" and report.time <= CALENDAR.cut_off(night):
            for unit in _upwards(report.unit):
                counts[unit.code] = counts.get(unit.code, 0) + 1
    for level, sign in LEVELS:
        for unit in programme.world.level(sign):
            yield level, unit.code, "incidents", counts.get(unit.code, 0), 1


def last_day(cohort, level):
    """The last day on which a session is early enough, as 2023-07-22."""
    ordinal = date(2023, 8, 1).toordinal() + COHORTS[cohort][0] - DAYS_BEFORE[level]
    return str(date.fromordinal(ordinal))


def _upwards(unit):
    while unit:
        yield unit
        unit = unit.parent
