"""Points of every enrolment, by the rules of the provincial guide, in exact fractions."""

from dataclasses import dataclass
from fractions import Fraction

from generator.duties import CONFIRM_BY, HAND_IN_BY

TARGET_SECONDS = 15 * 3600
OBJECTIVE_ITEMS = 4
SUBJECTIVE_ITEMS = 2
PASS_HUNDREDTHS = 8000


@dataclass
class Facts:
    """What the platform knows of an enrolment on one night."""

    seconds: int
    handed_in: int
    objective_tenths: int
    subjective_tenths: int
    subjective_handed_in: int
    excellent: int
    posts: int
    # Assignments after their last day, by type, and whether the personal data were confirmed in time.
    objective_late: int
    subjective_late: int
    confirmed: bool


@dataclass
class Score:
    """Printed points in hundredths; the total is the sum of what is printed."""

    study: int
    objective: int
    subjective: int
    excellent: int
    interaction: int

    @property
    def total(self):
        return self.study + self.objective + self.subjective + self.excellent + self.interaction

    @property
    def passed(self):
        return self.total >= PASS_HUNDREDTHS


def half_up(value, scale=1):
    """The whole number nearest to value × scale, a half rounded up."""
    scaled = Fraction(value) * scale
    return (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)


def facts(enrolment, cut_off):
    activity = enrolment.activity
    watched = [state[0] for state in (course.at(cut_off) for course in activity.watched) if state]
    hand_ins = [hand_in for hand_in in activity.hand_ins if hand_in.time <= cut_off]
    subjective = [hand_in for hand_in in hand_ins if hand_in.kind == "主观题"]
    tenths = sum(hand_in.tenths_at(cut_off) for hand_in in hand_ins)
    subjective_tenths = sum(hand_in.tenths_at(cut_off) for hand_in in subjective)
    late = [hand_in.kind for hand_in in hand_ins if hand_in.time > HAND_IN_BY[enrolment.cohort]]
    confirmed = enrolment.confirmed_at
    return Facts(sum(watched), len(hand_ins), tenths - subjective_tenths, subjective_tenths, len(subjective),
                 sum(hand_in.excellent for hand_in in hand_ins),
                 sum(post.time <= cut_off for post in activity.posts), late.count("客观题"), late.count("主观题"),
                 confirmed is not None and confirmed <= min(cut_off, CONFIRM_BY[enrolment.cohort]))


def score(known):
    study = Fraction(min(known.seconds, TARGET_SECONDS), TARGET_SECONDS) * 50
    objective = Fraction(known.objective_tenths, 10 * 100 * OBJECTIVE_ITEMS) * 10
    subjective = Fraction(known.subjective_tenths, 10 * 100 * SUBJECTIVE_ITEMS) * 20
    excellent = 2 if known.excellent >= 1 else 0
    interaction = min(known.posts, 6) * 3
    return Score(*(half_up(points, 100) for points in (study, objective, subjective, excellent, interaction)))


def hundredths(value):
    """1234 is printed 12.34."""
    return f"{value // 100}.{value % 100:02d}"
