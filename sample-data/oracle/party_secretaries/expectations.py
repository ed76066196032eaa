"""The expectation files of the party secretaries' class."""

from generator.party_secretaries.clock import CALENDAR
from oracle.party_secretaries.decisions import decisions
from oracle.party_secretaries.figures import checks, choices, metrics, satisfaction
from oracle.party_secretaries.rules import PASS, results
from oracle.scores import hundredths
from oracle.tables import accounts, csv_file, faults


def files(programme, folders):
    """Name and bytes of every expectation file."""
    yield "faults.csv", faults(folders)
    yield "accounts.csv", accounts(folders)
    yield "cases.csv", csv_file(("case", "person"), ([learner.case, learner.key()] for learner in programme.learners
                                                  if learner.case))
    for night in CALENDAR.nights:
        found = results(programme, night)
        yield f"scores-{night}.csv", csv_file(
            ("person", "course", "discussion", "essay", "exam", "total", "passed", "unmet", "flags", "credit",
             "status", "unit"), map(_score, found))
        yield f"metrics-{night}.csv", csv_file(("level", "unit", "metric", "numerator", "denominator"),
                                            metrics(programme, found, night))
        yield f"checks-{night}.csv", csv_file(("check", "unit"), sorted(checks(programme, found, night)))
        yield f"satisfaction-{night}.csv", csv_file(
            ("object", "dimension", "unit", "answered", "top", "sum", "n5", "n4", "n3", "n2", "n1", "withheld"),
            satisfaction(programme, night))
        yield f"choices-{night}.csv", csv_file(("question", "option", "count"), choices(programme, night))
        yield f"decisions-{night}.csv", csv_file(("award", "candidate", "project", "rank", "outcome", "stage"),
                                              decisions(programme, found, night))


def _score(result):
    return [result.learner.key(),
            *(hundredths(value) for value in (result.course, result.discussion, result.essay, result.exam,
                                              result.total)),
            "yes" if result.passed else "no", " ".join(_unmet(result)), " ".join(result.flags), hundredths(result.credit), result.status, result.school.code]


def _unmet(result):
    """What stands in the way of passing: the total, requirements, the veto."""
    return ([] if result.total >= PASS else ["total"]) + result.unmet + (["plagiarism"] if result.facts.copied else [])
