"""The expectation files: what the exports must give, as CSV in exact numbers."""

import csv
import io

from generator.clock import NIGHTS
from generator.survey import items
from oracle.checks import seats_of, staff_checks, unit_checks
from oracle.metrics import by_unit_and_project, Counts, LEVELS
from oracle.night import counted, results
from oracle.satisfaction import figures
from oracle.scores import hundredths


def files(programme, nights):
    """Name and bytes of every expectation file; nights are the exported ones."""
    yield "faults.csv", _csv(("night", "file", "sheet", "row", "code", "outcome", "detail"), _faults(nights))
    yield "accounts.csv", _csv(
        ("night", "file", "sheet", "rows_read", "accepted", "duplicates", "rejected", "non_data"),
        ([night.night, table.file, table.sheet, *table.account()] for night in nights for table in night.tables))
    yield "staff-checks.csv", _csv(("check", "person"), staff_checks(programme))
    yield "changes.csv", _csv(("kind", "project", "cohort", "person", "before", "after"), _changes(programme))
    quotas = []
    for night in NIGHTS:
        found = results(programme.enrolments, night)
        awards = programme.awards(night)
        quotas += [[night, *_quota(quota, awards.decisions)] for quota in awards.quotas]
        yield f"checks-{night}.csv", _csv(
            ("check", "unit"), unit_checks(programme, by_unit_and_project(counted(found))))
        yield f"scores-{night}.csv", _scores(found)
        yield f"metrics-{night}.csv", _metrics(programme, night, found)
        yield f"decisions-{night}.csv", _decisions(awards.decisions)
        yield f"satisfaction-{night}.csv", _csv(
            ("object", "dimension", "unit", "answered", "top", "sum", "n5", "n4", "n3", "n2", "n1", "withheld"),
            figures(programme.world, programme.responses_by(night), list(items())))
    yield "quotas.csv", _csv(("night", "award", "base", "percent", "exact", "rounding", "places", "filled"), quotas)


def _csv(header, rows):
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return target.getvalue().encode("utf-8")


def _faults(nights):
    for night in nights:
        for table in night.tables:
            for fault in table.faults():
                yield [night.night, fault.file, fault.sheet, fault.row, fault.code, fault.outcome, fault.detail]


def _changes(programme):
    for enrolment in sorted(programme.enrolments, key=lambda entry: entry.key()):
        before, after = enrolment.schools
        if enrolment.listed == [False, True]:
            yield ["added", *enrolment.key(), "", after.code]
        elif enrolment.listed == [True, False]:
            yield ["vanished", *enrolment.key(), before.code, ""]
        elif enrolment.withdrawn == [False, True]:
            yield ["withdrawn", *enrolment.key(), "正常", "已退出"]
        elif before is not after:
            yield ["transferred", *enrolment.key(), before.code, after.code]
    yield ["alias_added", "", "", "", programme.renamed_school.code, programme.new_alias]


def _quota(quota, decisions):
    filled = sum(decision.award == quota.award and decision.outcome == "in" for decision in decisions)
    return quota.award, quota.base, quota.percent, quota.exact, "half_up", quota.places, filled


def _scores(found):
    rows = []
    for result in found:
        points = result.score
        rows.append([*result.enrolment.key()]
                    + [hundredths(value) for value in (points.study, points.objective, points.subjective,
                                                       points.excellent, points.interaction, points.total)]
                    + ["yes" if points.passed else "no", result.status, result.school.code, _flags(result.facts)])
    return _csv(("project", "cohort", "person", "study", "objective", "subjective", "excellent", "interaction",
                 "total", "passed", "status", "school", "flags"), rows)


def _flags(known):
    """What is remarked of a learner, in the order of the rules."""
    raised = (("objective_late", known.objective_late), ("subjective_late", known.subjective_late),
              ("profile_unconfirmed", not known.confirmed))
    return " ".join(flag for flag, holds in raised if holds)


def _metrics(programme, night, found):
    world = programme.world
    counts = by_unit_and_project(counted(found))
    responses = programme.responses_by(night)
    units = [(level, unit) for level, sign in LEVELS for unit in world.level(sign)]
    rows = [[level, code, metric, numerator, denominator]
            for level, code in [(level, unit.code) for level, unit in units]
            + [("project", project.code) for project in world.projects]
            for metric, numerator, denominator in counts.get(code, Counts()).ratios()]
    for level, unit in units:
        enrolled = counts.get(unit.code, Counts()).enrolled
        rows.append([level, unit.code, "enrolment_fill_rate", enrolled, seats_of(programme, unit)])
        rows.append([level, unit.code, "survey_return_rate", *_returned(responses, level, unit, enrolled)])
    for project in world.projects:
        # Seats are allotted without a project.
        rows.append(["project", project.code, "enrolment_fill_rate", 0, 0])
        rows.append(["project", project.code, "survey_return_rate",
                     sum(response.project is project for response in responses),
                     counts.get(project.code, Counts()).enrolled])
    return _csv(("level", "unit", "metric", "numerator", "denominator"), rows)


def _returned(responses, level, unit, enrolled):
    """Responses and learners; who answers names the city, so that units below it have no such figure."""
    if level == "province":
        return len(responses), enrolled
    if level == "city":
        return sum(response.city is unit for response in responses), enrolled
    return 0, 0


def _decisions(decisions):
    rows = [[decision.award, decision.candidate, decision.project, decision.cohort, decision.rank or "",
             decision.outcome, decision.stage, decision.reason, "" if decision.value is None else decision.value]
            for decision in decisions]
    return _csv(("award", "candidate", "project", "cohort", "rank", "outcome", "stage", "reason", "value"), rows)
