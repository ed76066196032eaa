"""Points of every learner, by the score table of the provincial guide that the county's plan leaves out."""

from dataclasses import dataclass
from fractions import Fraction

from generator.haian.calendar import CALENDAR, NIGHTS
from oracle.scores import half_up

TARGET_SECONDS = 20 * 45 * 60
EFFECTIVE_SECONDS = 45 * 60
PASS_HUNDREDTHS = 8000
COMPONENTS = ("study", "objective", "subjective", "excellent", "interaction")


@dataclass
class Facts:
    """What the platform knows of a learner on one night; completed is the moment at which 20 学时 were reached."""

    seconds: int
    completed: int
    handed_in: int
    objective_tenths: int
    subjective_tenths: int
    subjective_handed_in: int
    excellent: int
    posts: int


@dataclass
class Result:
    """A learner on one night: facts, printed points in hundredths, their sum, and the pass."""

    learner: object
    school: object
    facts: Facts
    points: dict
    total: int
    passed: bool


def results(learners, night):
    """Everybody in the order of project, cohort and learner."""
    found = []
    for learner in sorted(learners, key=lambda entry: entry.key()):
        known = facts(learner, CALENDAR.cut_off(night))
        points = score(known)
        total = sum(points.values())
        found.append(Result(learner, learner.schools[NIGHTS.index(night)], known, points, total,
                            total >= PASS_HUNDREDTHS))
    return found


def facts(learner, cut_off):
    activity = learner.activity
    watched = [state for state in (course.at(cut_off) for course in activity.watched) if state]
    hand_ins = [entry for entry in activity.hand_ins if entry.time <= cut_off]
    marks = {kind: sum(entry.tenths_at(cut_off) for entry in hand_ins if entry.kind == kind)
             for kind in ("客观题", "主观题")}
    return Facts(sum(seconds for seconds, _ in watched), _completed(watched), len(hand_ins), marks["客观题"],
                 marks["主观题"], sum(entry.kind == "主观题" for entry in hand_ins),
                 sum(entry.excellent for entry in hand_ins), sum(post.time <= cut_off for post in activity.posts))


def _completed(watched):
    """The last time of the course with which the running sum, in order of time, reaches the target; none is None."""
    running = 0
    for seconds, last in sorted(watched, key=lambda state: state[1]):
        running += seconds
        if running >= TARGET_SECONDS:
            return last
    return None


def score(known):
    return {
        "study": half_up(Fraction(50 * min(known.seconds, TARGET_SECONDS), TARGET_SECONDS), 100),
        "objective": half_up(Fraction(10 * known.objective_tenths, 10 * 200), 100),
        "subjective": half_up(Fraction(20 * known.subjective_tenths, 10 * 200), 100),
        "excellent": 200 if known.excellent >= 1 else 0,
        "interaction": min(known.posts, 6) * 300,
    }
