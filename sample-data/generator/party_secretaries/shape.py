"""What the sample of the class must show; a change of the generator that loses it stops here."""

from oracle.party_secretaries.rules import counted, results

from . import names
from .clock import CALENDAR
from .edge_cases import EDGE_CASES


def require_shape(programme):
    """Raise when the sample no longer shows every case it was made for."""
    found = results(programme, CALENDAR.nights[-1])
    _require(len({result.learner.case for result in found} - {""}) == len(EDGE_CASES), "an edge case is missing")
    statuses = {result.status for result in found}
    _require(statuses == {"enrolled", "applied", "withdrawn", "vanished"}, f"statuses {statuses}")
    counties = {result.school.parent.name for result in counted(found)}
    _require(names.COUNTY_WITHOUT_LEARNERS not in counties, "the county without learners has some")
    unmet = {name for result in found for name in result.unmet}
    _require(len(unmet) == 6, f"requirements not met: {unmet}")
    flags = {name for result in found for name in result.flags}
    _require(len(flags) == 4, f"flags: {flags}")


def _require(holds, complaint):
    if not holds:
        raise SystemExit(f"generate.py: the sample of the class has lost its shape: {complaint}")
