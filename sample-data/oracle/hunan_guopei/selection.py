"""The choice of 800 for the residential stage: seats of the cities by largest remainder, ranks inside each city."""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from oracle.hunan_guopei.rules import counted

AWARD = "residential"
PLACES = 800
RESERVE = Fraction(10, 100)


@dataclass
class Decision:
    """One learner's place in the choice of a city."""

    result: object
    rank: int = 0
    outcome: str = ""
    stage: str = ""


def seats(qualified):
    """Places of each city by its qualified learners: whole parts first, the rest to the largest remainders."""
    everybody = sum(qualified.values())
    exact = {city: Fraction(PLACES * number, everybody) for city, number in qualified.items()}
    places = {city: int(share) for city, share in exact.items()}
    left = PLACES - sum(places.values())
    order = sorted(exact, key=lambda city: exact[city] - places[city], reverse=True)
    remainders = [exact[city] - places[city] for city in order]
    if left and left < len(order) and remainders[left - 1] == remainders[left]:
        raise SystemExit("oracle: two cities have equal claims to the last place")
    for city in order[:left]:
        places[city] += 1
    return places, exact


def choose(world, found):
    """Quota and decisions of every city, in organisational order."""
    everybody = counted(found)
    qualified = {city.code: sum(result.passed and result.city is city for result in everybody)
                 for city in world.level("市")}
    places, exact = seats(qualified)
    quotas = [[AWARD, city.code, qualified[city.code], exact[city.code], places[city.code]]
              for city in world.level("市")]
    decisions = []
    for city in world.level("市"):
        decisions += _city([result for result in found if result.city is city], places[city.code])
    return quotas, decisions


def _city(members, places):
    ranked = sorted((Decision(result) for result in members if result.passed and result.status != "withdrawn"),
                    key=_key)
    keys = [_key(decision) for decision in ranked]
    for decision in ranked:
        decision.rank = 1 + keys.index(_key(decision))
    left, reserve = places, ceil(places * RESERVE)
    for rank in sorted({decision.rank for decision in ranked}):
        group = [decision for decision in ranked if decision.rank == rank]
        if left >= len(group):
            left -= len(group)
            fate = ("in", "candidate")
        elif left > 0:
            left, fate = 0, ("reserve", "ranked")
        elif reserve > 0:
            fate = ("reserve", "ranked")
        else:
            fate = ("below", "ranked")
        if fate[0] == "reserve":
            reserve -= len(group)
        for decision in group:
            decision.outcome, decision.stage = fate
    rest = [Decision(result, 0, "withdrawn" if result.status == "withdrawn" else "ineligible", "pool")
            for result in members if result.status == "withdrawn" or not result.passed]
    return ranked + rest


def _key(decision):
    return (-decision.result.total, -decision.result.seconds)
