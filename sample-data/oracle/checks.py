"""The units that do not meet what the guide demands of them, by check: sessions before the training, administrators."""

from generator.training import AUDIENCES
from generator.world import COHORTS

NAMES = {"市": "city", "县": "county", "校": "school"}
SIGNS = {"上旬班": "early", "下旬班": "late"}


def unit_checks(programme):
    """Check and unit of every failure, whatever the night: sessions and staff are the same on both."""
    taking = {school.above(level).code for entry in programme.enrolments for school in entry.schools
              for level in AUDIENCES}
    for level, name in NAMES.items():
        units = [unit for unit in programme.world.level(level) if unit.code in taking]
        for cohort in COHORTS:
            trained = {session.unit.code for session in programme.sessions
                       if session.cohort == cohort and session.is_in_time and session.is_long_enough}
            for unit in units:
                if unit.code not in trained:
                    yield f"{name}_trained_before_{SIGNS[cohort]}", unit.code
        for unit in units:
            count = sum(person.unit is unit for person in programme.staff.administrators)
            if count < 1 or (level == "校" and count > 1):
                yield f"administrators_of_{name}", unit.code
