"""The state of every enrolment on one night."""

from dataclasses import dataclass

from generator.clock import cut_off, NIGHTS
from oracle.scores import facts, score


@dataclass
class Result:
    """An enrolment with its school, status, facts and points as they stand on the night."""

    enrolment: object
    school: object
    status: str
    facts: object
    score: object


def results(enrolments, night):
    """Everybody who was ever on a roster by this night, in the order of project, cohort and learner."""
    index = NIGHTS.index(night)
    found = []
    for enrolment in sorted(enrolments, key=lambda entry: entry.key()):
        if not any(enrolment.listed[:index + 1]):
            continue
        status = ("withdrawn" if enrolment.withdrawn[index]
                  else "enrolled" if enrolment.listed[index] else "vanished")
        known = facts(enrolment, cut_off(night))
        found.append(Result(enrolment, enrolment.schools[index], status, known, score(known)))
    return found


def counted(found):
    """Those in the denominators: everybody but the withdrawn."""
    return [result for result in found if result.status != "withdrawn"]
