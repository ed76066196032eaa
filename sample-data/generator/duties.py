"""What the guide asks of learners beside their marks: to confirm their personal data and to hand work in by a day."""

from .chance import Chance
from .clock import DAY

# The last second in time, counted from 1 August: personal data by the fifth day of the cohort, assignments two days before it ends.
CONFIRM_BY = {"上旬班": 5 * DAY - 1, "下旬班": 19 * DAY - 1}
HAND_IN_BY = {"上旬班": 18 * DAY - 1, "下旬班": 32 * DAY - 1}


def perform_duties(enrolments):
    """Whoever studies has confirmed the personal data, most of them in time; then both sides of both last seconds."""
    for enrolment in enrolments:
        chance = Chance(f"confirmation of {enrolment.key()}")
        first, lateness = chance.between(0, 4 * DAY), chance.between(1, 100)
        if enrolment.activity.watched and lateness <= 98:
            start = CONFIRM_BY[enrolment.cohort] + 1 - 5 * DAY
            enrolment.confirmed_at = start + first + (6 * DAY if lateness > 96 else 0)
    _on_both_sides(enrolments)


def _on_both_sides(enrolments):
    """Two learners of two projects each, who carry no planted fault: the last second in time, and the first that is late."""
    people = [enrolment.person.code for enrolment in enrolments]
    free = [enrolment for enrolment in enrolments if enrolment.cohort == "上旬班" and all(enrolment.listed)
            and people.count(enrolment.person.code) == 2 and not any(enrolment.withdrawn) and not enrolment.set_score
            and len(enrolment.activity.hand_ins) == 6
            and all(hand_in.time <= HAND_IN_BY["上旬班"] and hand_in.first_tenths < 0
                    for hand_in in enrolment.activity.hand_ins)]
    in_time, late = free[0], free[1]
    in_time.confirmed_at, late.confirmed_at = CONFIRM_BY["上旬班"], CONFIRM_BY["上旬班"] + 1
    in_time.activity.hand_ins[5].time = HAND_IN_BY["上旬班"]
    late.activity.hand_ins[5].time = HAND_IN_BY["上旬班"] + 1
    late.activity.hand_ins[0].time = HAND_IN_BY["上旬班"] + 1
