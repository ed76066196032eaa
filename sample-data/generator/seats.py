"""The seats that cities allot to their counties, cohort by cohort; by the last night all but a few are taken."""

from dataclasses import dataclass

from . import names
from .world import COHORTS

# Counties, by their place in the order of units, that have more seats in the first cohort than learners, and one that has fewer.
SURPLUS = {3: 1, 10: 5, 20: -1}
# Seats of the county that enrolled nobody.
SEATS_NOT_TAKEN = 10


@dataclass
class Allotment:
    county: object
    cohort: str
    seats: int


def allot(world, enrolments):
    """As many seats as there are learners on the last night, but for those planted."""
    taken = {}
    for enrolment in enrolments:
        if not enrolment.withdrawn[1]:
            key = (enrolment.schools[1].above("县").code, enrolment.cohort)
            taken[key] = taken.get(key, 0) + 1
    found = []
    for number, county in enumerate(world.level("县")):
        for cohort in COHORTS:
            seats = taken.get((county.code, cohort), 0)
            if cohort == "上旬班":
                seats += SEATS_NOT_TAKEN if county.name == names.COUNTY_WITHOUT_LEARNERS else SURPLUS.get(number, 0)
            if seats:
                found.append(Allotment(county, cohort, seats))
    return found
