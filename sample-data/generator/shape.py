"""What the sample must show; a change of the generator that loses it stops here."""

from oracle.night import counted, results

from .clock import NIGHTS
from .survey import SMALL_CITY, SMALL_CITY_ANSWERS

ENROLLED_ON_LAST_NIGHT = 2486


def require_shape(programme):
    """Raise when the sample no longer shows every case it was made for."""
    last = NIGHTS[-1]
    found = counted(results(programme.enrolments, last))
    awards = programme.awards(last)
    by_award = {}
    for decision in awards.decisions:
        by_award.setdefault(decision.award, []).append(decision)
    _require(len(found) == ENROLLED_ON_LAST_NIGHT, f"{len(found)} enrolled on the last night")
    totals = {result.enrolment.set_score: result.score.total for result in found if result.enrolment.set_score}
    for name in ("90.00", "89.99", "80.00", "79.99", "100.00"):
        _require(totals.get(name) == round(float(name) * 100), f"set score {name} is {totals.get(name)}")
    for quota in awards.quotas:
        filled = sum(decision.outcome == "in" for decision in by_award[quota.award])
        empty = 1 if quota.award == "excellent_moderator" else 0
        _require(quota.places >= 1 and filled == quota.places - empty, f"{quota.award}: {filled} of {quota.places}")
    exact = {result.enrolment.set_score: result.enrolment.person.code for result in found}
    learners = {decision.candidate: decision.outcome for decision in by_award["excellent_learner"]}
    _require(learners[exact["90.00"]] == "in" and learners[exact["89.99"]] == "ineligible", "the line at 90")
    outcomes = {(decision.award, decision.outcome) for decision in awards.decisions}
    for case in (("excellent_learner", "in"), ("excellent_learner", "not_recommended"),
                 ("excellent_learner", "not_approved"), ("excellent_county_administrator", "ineligible"),
                 ("excellent_moderator", "tied_at_line"), ("excellent_county_office", "excluded")):
        _require(case in outcomes, f"no case of {case}")
    ranks = [decision.rank for decision in by_award["excellent_chief_tutor"]]
    _require(sorted(ranks)[:4] == [1, 2, 2, 4], f"chief tutors rank {ranks[:4]}")
    _require_settled_lines(programme)
    _require_withheld_city(programme)
    _require_organisations(by_award["excellent_county_office"])


def _require_settled_lines(programme):
    """Nothing but the moderators ties at a line, on either night."""
    for night in NIGHTS:
        tied = {decision.award for decision in programme.awards(night).decisions
                if decision.outcome == "tied_at_line"}
        _require(tied <= {"excellent_moderator"}, f"{night}: ties at the line of {tied}")


def _require_withheld_city(programme):
    """One city has answers to the survey, but fewer than may be shown."""
    answers = [response.city.name for response in programme.responses_by(NIGHTS[-1]) if response.city]
    _require(answers.count(SMALL_CITY) == SMALL_CITY_ANSWERS, f"{answers.count(SMALL_CITY)} answers of {SMALL_CITY}")


def _require_organisations(decisions):
    """The twice-leading county holds ranks 1 and 2, and no other winner has filed a second project."""
    leader = [decision.rank for decision in decisions if decision.candidate == "990201"]
    _require(leader == [1, 2], f"the leading county ranks {leader}")
    winners = [decision.candidate for decision in decisions if decision.outcome == "in"]
    _require(len(winners) == len(set(winners)), "a county wins twice")


def _require(holds, complaint):
    if not holds:
        raise SystemExit(f"generate.py: the sample has lost its shape: {complaint}")
