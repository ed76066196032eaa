"""The expectation files of the summer, as CSV in exact numbers."""

from generator.haian.calendar import CALENDAR, NIGHTS
from generator.haian.survey import answered_by
from oracle.haian import units
from oracle.haian.awards import Awards
from oracle.haian.metrics import by_unit_and_project, Counts, LEVELS
from oracle.haian.satisfaction import figures
from oracle.haian.scores import COMPONENTS, results
from oracle.scores import hundredths
from oracle.tables import accounts, csv_file, faults


def files(programme, nights):
    """Name and bytes of every expectation file; nights are the exported ones."""
    yield "faults.csv", faults(nights)
    yield "accounts.csv", accounts(nights)
    yield "cases.csv", csv_file(("case", "person"), ([learner.set_score, learner.person.code]
                                                  for learner in programme.learners if learner.set_score))
    quotas = []
    for night in NIGHTS:
        found = results(programme.learners, night)
        awards = Awards(programme, found, night).decide()
        quotas += [[night, *quota] for quota in awards.quotas]
        yield f"scores-{night}.csv", _scores(found)
        yield f"completions-{night}.csv", _completions(found)
        yield f"metrics-{night}.csv", _metrics(programme, found, night)
        yield f"projects-{night}.csv", _projects(programme, found)
        yield f"checks-{night}.csv", csv_file(("check", "unit"), _checks(programme, night))
        yield f"decisions-{night}.csv", csv_file(
            ("award", "candidate", "project", "rank", "outcome", "stage"),
            ([decision.award, decision.candidate, decision.project, decision.rank or "", decision.outcome,
              decision.stage] for decision in awards.decisions))
        yield f"satisfaction-{night}.csv", csv_file(
            ("object", "dimension", "unit", "answered", "top", "sum", "n5", "n4", "n3", "n2", "n1", "withheld"),
            figures(programme.world, answered_by(programme.responses, night)))
    yield "places.csv", csv_file(("night", "award", "base", "percent", "exact", "rounding", "places"), quotas)


def _scores(found):
    rows = ([result.learner.person.code, *(hundredths(result.points[name]) for name in COMPONENTS),
             hundredths(result.total), "yes" if result.passed else "no", "enrolled", result.school.code]
            for result in found)
    return csv_file(("person", *COMPONENTS, "total", "passed", "status", "unit"), rows)


def _completions(found):
    """Who has completed the study, and when."""
    return csv_file(("person", "completed_at"),
                    ([result.learner.person.code, CALENDAR.text(result.facts.completed)] for result in found
                     if result.facts.completed is not None))


def _metrics(programme, found, night):
    counts = by_unit_and_project(found)
    rows = []
    codes = [(level, unit.code) for level, sign in LEVELS for unit in programme.world.level(sign)]
    for level, code in codes:
        rows += [[level, code, *ratio] for ratio in counts.get(code, Counts()).ratios()]
    rows += [list(row) for row in units.fill_rate(programme, night)]
    rows += [list(row) for row in units.incidents(programme, night)]
    published = units.published_rates(programme) if night == NIGHTS[-1] else {}
    for level, code in codes:
        if code in published:
            enrolled, took_part, passed, process = published[code]
            rows += [[level, code, "published_participation", took_part, enrolled],
                     [level, code, "published_pass_rate", passed, enrolled],
                     [level, code, "published_process", process, 68 * enrolled]]
    return csv_file(("level", "unit", "metric", "numerator", "denominator"), rows)


def _projects(programme, found):
    """The metrics of each subject over all schools."""
    counts = by_unit_and_project(found)
    return csv_file(("project", "metric", "numerator", "denominator"),
                    ([project.code, *ratio] for project in programme.world.projects
                     for ratio in counts[project.code].ratios()))


def _checks(programme, night):
    yield from units.reports_amiss(programme, night)
    signs = {"上旬班": "early", "下旬班": "late"}
    for code, cohort in units.sessions_missed(programme):
        whom = "administrators" if code == programme.world.county.code else "learners"
        yield f"{whom}_trained_before_{signs[cohort]}", code
    for code, _ in units.administrators_amiss(programme):
        yield "administrators_of_county" if code == programme.world.county.code else "administrators_of_school", code


