"""The expectation files of the two terms, as CSV in exact numbers."""

from fractions import Fraction

from generator.lanxi.terms import TERMS
from oracle.lanxi.awards import decisions
from oracle.lanxi.ledger import statements
from oracle.lanxi.lots import five_percent, lot
from oracle.lanxi.metrics import figures, missed, of_projects
from oracle.lanxi.scores import COMPONENTS, results
from oracle.scores import hundredths
from oracle.tables import accounts, csv_file, faults

ESSAY_CHARACTERS = 600


def files(programme, nights):
    """Name and bytes of every expectation file; nights are the exported ones."""
    yield "faults.csv", faults(nights)
    yield "accounts.csv", accounts(nights)
    yield "cases.csv", csv_file(("case", "person"), ([teacher.set_case, teacher.person.code]
                                                  for teacher in programme.teachers if teacher.set_case))
    places, shares, so_far = [], [], []
    for index, term in enumerate(TERMS):
        found = results(programme.teachers, index)
        so_far.append(found)
        yield f"scores-{term.night}.csv", _scores([result for found in so_far for result in found])
        yield f"metrics-{term.night}.csv", csv_file(
            ("level", "unit", "metric", "numerator", "denominator"),
            figures(programme.world, found, programme.submissions[index], term))
        yield f"projects-{term.night}.csv", csv_file(
            ("project", "metric", "numerator", "denominator"), of_projects(programme.world, found, term))
        yield f"checks-{term.night}.csv", csv_file(
            ("check", "unit"), missed(programme.submissions[index], term))
        decided = decisions(found, programme.recommendations[index], programme.approvals[index])
        yield f"decisions-{term.night}.csv", csv_file(
            ("award", "candidate", "project", "rank", "outcome", "stage"),
            ([decision.award, decision.candidate, decision.project, decision.rank or "", decision.outcome,
              decision.stage] for decision in decided))
        yield f"lots-{term.night}.csv", csv_file(
            ("award", "candidate", "lot"),
            (["practice_check", result.teacher.person.code, lot("practice_check", result)] for result in found))
        places += _places(found, term)
        shares += _shares(programme.world, found, term)
        yield f"ledger-{term.night}.csv", csv_file(
            ("person", "earlier", "terms", "sum", "left"), statements(programme, so_far))
    yield "places.csv", csv_file(("night", "award", "base", "percent", "exact", "rounding", "places"), places)
    yield "quotas.csv", csv_file(("night", "award", "unit", "base", "exact", "places"), shares)


def _scores(found):
    """Points of the term and of those before it, which stay as they were."""
    rows = ([result.teacher.person.code, *(hundredths(result.points[name]) for name in COMPONENTS),
             hundredths(result.total), "yes" if result.passed else "no", "" if result.passed else "total",
             " ".join(_flags(result)), hundredths(100 * result.credit), "enrolled", result.school.code] for result in found)
    return csv_file(("person", *COMPONENTS, "total", "passed", "unmet", "flags", "credit", "status", "unit"), rows)


def _flags(result):
    """What is told beside the points and changes none."""
    lengths = [essay.length for essay in result.work.essays]
    if lengths and max(lengths) < ESSAY_CHARACTERS:
        yield "short_essay"
    if not result.work.rubric.assessed:
        yield "not_assessed"


def _places(found, term):
    """The places of both awards: never more than 5 % of all teachers of the term."""
    exact = Fraction(5 * len(found), 100)
    for award in ("practice_check", "micro_lesson"):
        yield [term.night, award, len(found), 5, exact, "floor", exact.numerator // exact.denominator]


def _shares(world, found, term):
    """The places of each subject by its teachers."""
    titles = {project.code: project.name for project in world.projects}
    given = five_percent(found)
    for award in ("practice_check", "micro_lesson"):
        for code, places in sorted(given.items()):
            size = sum(result.teacher.project.code == code for result in found)
            exact = Fraction(sum(given.values()) * size, len(found))
            yield [term.night, award, titles[code], size, exact, places]
