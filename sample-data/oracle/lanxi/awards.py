"""The draw and the contest of one term, decided candidate by candidate in the words of the program's own views."""

from dataclasses import dataclass

from generator.lanxi.papers import CONTEST, PRACTICE
from oracle.lanxi.lots import five_percent, lot

AWARD_IDS = {PRACTICE: "practice_check", CONTEST: "micro_lesson"}


@dataclass
class Decision:
    """One candidate: the rank within the subject, how it ended and how far it came."""

    award: str
    candidate: str
    project: str
    rank: int = 0
    outcome: str = ""
    stage: str = ""


def drawn(found):
    """Those whom the lot takes for the check on the spot, and those behind them, subject by subject in drawn order."""
    inside, outside = [], []
    for code, places in sorted(five_percent(found).items()):
        order = sorted((result for result in found if result.teacher.project.code == code),
                       key=lambda result: lot("practice_check", result))
        inside += order[:places]
        outside += order[places:]
    return inside, outside


def entered(found, recommendations):
    """Teachers whom their own school has recommended for the contest."""
    named = {(row.code, row.school.code) for row in recommendations}
    return [result for result in found if (result.teacher.person.code, result.school.code) in named]


def contest(found, recommendations):
    """Those of the recommended who have a place in their subject, by total; equals at the line are drawn for."""
    inside, outside = [], []
    candidates = entered(found, recommendations)
    for code, places in sorted(five_percent(found).items()):
        order = sorted((result for result in candidates if result.teacher.project.code == code),
                       key=lambda result: (-result.total, lot("micro_lesson", result)))
        inside += order[:places]
        outside += order[places:]
    return inside, outside


def decisions(found, recommendations, approvals):
    """One row for every teacher and award."""
    rows = []
    inside, outside = drawn(found)
    for result in inside + outside:
        code = result.teacher.project.code
        peers = [other for other in inside + outside if other.teacher.project.code == code]
        decision = Decision("practice_check", result.teacher.person.code, code, peers.index(result) + 1)
        decision.outcome, decision.stage = ("in", "candidate") if result in inside else ("below", "ranked")
        rows.append(decision)
    inside, outside = contest(found, recommendations)
    for result in found:
        decision = Decision("micro_lesson", result.teacher.person.code, result.teacher.project.code, 0, "not_filed",
                            "eligible")
        if result in inside or result in outside:
            peers = [other for other in inside + outside if other.teacher.project is result.teacher.project]
            decision.rank = 1 + sum(other.total > result.total for other in peers)
            decision.outcome, decision.stage = ("in", "candidate") if result in inside else ("below", "ranked")
        rows.append(decision)
    verdicts = {(AWARD_IDS[row.award], row.code): row.verdict for row in approvals}
    for decision in rows:
        verdict = verdicts.get((decision.award, decision.candidate))
        if decision.outcome == "in" and verdict == "通过":
            decision.stage = "approved"
        elif decision.outcome == "in" and verdict == "不通过":
            decision.outcome = "rejected"
    return rows
