"""The sessions before the training: cities train the administrators of counties, these those of schools, schools their learners."""

from dataclasses import dataclass

from .chance import Chance
from .world import COHORTS

# First day of each cohort, counted from 1 August.
BEGINS = {"上旬班": 0, "下旬班": 14}
# Who is trained by units of a level, and how many days before the cohort begins it must have happened.
AUDIENCES = {"市": ("县级管理员", 15), "县": ("校级管理员", 10), "校": ("参训学员", 5)}
HOURS_DEMANDED = 4


@dataclass
class Session:
    """A session that a unit held; its day is counted from 1 August, its length is in quarters of a credit hour of 45 minutes."""

    unit: object
    audience: str
    cohort: str
    day: int
    quarters: int

    @property
    def is_in_time(self):
        return self.day <= BEGINS[self.cohort] - AUDIENCES[self.unit.level][1]

    @property
    def is_long_enough(self):
        return self.quarters >= 4 * HOURS_DEMANDED


def sessions(world, enrolments):
    """A session of every unit that takes part before each cohort, but for those planted: too late, too short, not held."""
    chance = Chance("pre-training")
    taking = {school.above(level).code for entry in enrolments for school in entry.schools for level in AUDIENCES}
    found = []
    for cohort in COHORTS:
        for unit in world.units:
            if unit.level not in AUDIENCES or unit.code not in taking:
                continue
            audience, days = AUDIENCES[unit.level]
            latest = BEGINS[cohort] - days
            found.append(Session(unit, audience, cohort, latest - chance.between(0, 3), 16 + 2 * chance.between(0, 4)))
    return _planted(found)


def _planted(found):
    """Both sides of every limit, before the first cohort."""
    early = {level: [session for session in found if session.cohort == "上旬班" and session.unit.level == level]
             for level in AUDIENCES}
    for level, (_, days) in AUDIENCES.items():
        in_time, late, enough, short = early[level][:4]
        in_time.day, late.day = -days, 1 - days
        enough.quarters, short.quarters = 16, 15
    missing = early["校"][4]
    return [session for session in found if session is not missing]
