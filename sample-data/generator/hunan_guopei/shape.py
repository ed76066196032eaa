"""What the sample of the online stage must show; a change of the generator that loses it stops here."""

from oracle.hunan_guopei.rules import counted, HOUR, results
from oracle.hunan_guopei.selection import choose

from .clock import CALENDAR
from .edge_cases import EDGE_CASES


def require_shape(programme):
    """Raise when the sample no longer shows every case it was made for."""
    first, second = (results(programme, night) for night in CALENDAR.nights)
    _require(len({result.learner.case for result in second} - {""}) == len(EDGE_CASES), "an edge case is missing")
    _require((len(counted(first)), len(counted(second))) == (4999, 5000), "the number of learners")
    means = [sum(result.seconds for result in counted(found)) for found in (first, second)]
    _require(means[0] < 146 * HOUR * 4999 and means[1] > 146 * HOUR * 5000, "the mean passes 146 hours between the nights")
    _, decisions = choose(programme.world, second)
    outcomes = [decision.outcome for decision in decisions]
    _require(outcomes.count("in") == 797, f"{outcomes.count('in')} chosen; equals at the line leave one and two places empty")


def _require(holds, complaint):
    if not holds:
        raise SystemExit(f"generate.py: the sample of the online stage has lost its shape: {complaint}")
