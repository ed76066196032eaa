"""Ranks, composites and places at a line, in exact fractions."""

from dataclasses import dataclass
from fractions import Fraction

from oracle.scores import half_up


@dataclass
class Quota:
    """How many places an award has, and out of how many."""

    award: str
    base: int
    percent: int

    @property
    def exact(self):
        return Fraction(self.base * self.percent, 100)

    @property
    def places(self):
        return half_up(self.exact)


@dataclass
class Decision:
    """One candidate of one award; value is what the rank goes by."""

    award: str
    candidate: str
    project: str = ""
    cohort: str = ""
    rank: int = 0
    outcome: str = ""
    stage: str = ""
    reason: str = ""
    value: Fraction = None


def printed_rate(value):
    """A rate as it is printed, with two decimals of a percent."""
    return Fraction(half_up(value, 10000), 10000)


def composite(rows):
    """The mean of the indicators, each carried to 0..1 between its least and greatest value among the candidates."""
    if not rows:
        return []
    spans = [(min(column), max(column)) for column in zip(*rows)]
    return [
        sum((Fraction(value - low) / (high - low) if high > low else Fraction(0))
            for value, (low, high) in zip(row, spans)) / len(spans)
        for row in rows
    ]


def rank(decisions):
    """Competition ranks by value, the greatest first: 1, 2, 2, 4."""
    for decision in decisions:
        decision.rank = 1 + sum(other.value > decision.value for other in decisions)
        decision.stage = "ranked"
    decisions.sort(key=lambda decision: (decision.rank, decision.candidate, decision.project))


def fill(decisions, places, once_per_candidate=False):
    """Give the places in rank order; a group that ties across the line gets none, and nobody after it."""
    left = places
    winners = set()
    for place in sorted({decision.rank for decision in decisions}):
        group = [decision for decision in decisions if decision.rank == place]
        if once_per_candidate:
            for decision in group:
                if decision.candidate in winners:
                    decision.outcome, decision.reason = "excluded", "already_in_with_better_rank"
            group = [decision for decision in group if not decision.outcome]
        if len(group) <= left:
            left -= len(group)
            for decision in group:
                decision.outcome, decision.stage = "in", "candidate"
                winners.add(decision.candidate)
        elif left > 0:
            left = 0
            for decision in group:
                decision.outcome, decision.reason = "tied_at_line", "tie_excluded_place_stays_empty"
        else:
            for decision in group:
                decision.outcome, decision.reason = "below_line", "no_place_left"
