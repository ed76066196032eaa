"""The expectation files of the blended programme."""

from generator.hunan_guopei.clock import CALENDAR
from oracle.hunan_guopei.figures import checks, choices, metrics, satisfaction
from oracle.hunan_guopei.rules import results
from oracle.hunan_guopei.selection import AWARD, choose
from oracle.scores import hundredths
from oracle.tables import accounts, csv_file, faults


def files(programme, folders):
    """Name and bytes of every expectation file."""
    yield "faults.csv", faults(folders)
    yield "accounts.csv", accounts(folders)
    yield "cases.csv", csv_file(("case", "person"), ([learner.case, learner.key()] for learner in programme.learners
                                                  if learner.case))
    quotas = []
    for night in CALENDAR.nights:
        found = results(programme, night)
        rows, decisions = choose(programme.world, found)
        quotas += [[night, *row] for row in rows]
        yield f"scores-{night}.csv", csv_file(
            ("person", "study", "live", "deliverables", "group", "total", "passed", "status", "unit"),
            map(_score, found))
        yield f"metrics-{night}.csv", csv_file(("level", "unit", "metric", "numerator", "denominator"),
                                            metrics(programme, found, night))
        yield f"checks-{night}.csv", csv_file(("check", "unit"), checks(programme, found))
        yield f"satisfaction-{night}.csv", csv_file(
            ("object", "dimension", "unit", "answered", "top", "sum", "n5", "n4", "n3", "n2", "n1", "withheld"),
            satisfaction(programme, night))
        yield f"choices-{night}.csv", csv_file(("question", "option", "count"), choices(programme, night))
        yield f"decisions-{night}.csv", csv_file(
            ("award", "candidate", "project", "rank", "outcome", "stage"),
            ([AWARD, decision.result.learner.key(), "", decision.rank or "", decision.outcome, decision.stage]
             for decision in sorted(decisions, key=lambda entry: entry.result.learner.key())))
    yield "quotas.csv", csv_file(("night", "award", "unit", "base", "exact", "places"), quotas)


def _score(result):
    return [result.learner.key(),
            *(hundredths(value) for value in (result.study, result.live, result.deliverables, result.group,
                                              result.total)),
            "yes" if result.passed else "no", result.status, result.learner.school.code]
