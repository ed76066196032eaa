"""Who does not meet what the guide demands, by check: units and their learners, chief tutors, experts."""

from datetime import date

from generator.training import AUDIENCES
from generator.world import COHORTS

NAMES = {"市": "city", "县": "county", "校": "school"}
SIGNS = {"上旬班": "early", "下旬班": "late"}


OLDEST = 45
AGED_ON = date(2023, 8, 1)


def unit_checks(programme, counts):
    """Check and unit of every failure on a night with these counts."""
    yield from _offices(programme)
    for level in ("市", "县"):
        for unit in programme.world.level(level):
            seats = seats_of(programme, unit)
            found = counts.get(unit.code)
            enrolled = found.enrolled if found else 0
            if enrolled < seats:
                yield f"enrolment_full_of_{NAMES[level]}", unit.code
    for school in programme.world.level("校"):
        found = counts.get(school.code)
        if found and found.confirmed < found.enrolled:
            yield "profile_confirmed", school.code


def seats_of(programme, unit):
    """What was allotted to a unit and to those below it."""
    if unit.level == "校":
        return 0
    return sum(allotment.seats for allotment in programme.seats if allotment.county.above(unit.level) is unit)


def staff_checks(programme):
    """Check and code of everybody in office who fails, whatever the night."""
    for tutor in programme.staff.tutors:
        day = tutor.birth or _day_of(tutor.id_card)
        if tutor.chief and (not day or _age(date.fromisoformat(day)) > OLDEST):
            yield "tutor_age", tutor.code
    for expert in programme.staff.experts:
        if not expert.duty_days:
            yield "duty_day", expert.code


def _day_of(id_card):
    return f"{id_card[6:10]}-{id_card[10:12]}-{id_card[12:14]}" if id_card else ""


def _age(birth):
    """Whole years on the day: one more from the birthday on."""
    return AGED_ON.year - birth.year - ((AGED_ON.month, AGED_ON.day) < (birth.month, birth.day))


def _offices(programme):
    """Sessions and administrators are the same on both nights."""
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
