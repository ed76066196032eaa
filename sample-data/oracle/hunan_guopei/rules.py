"""Online points of every learner, in exact fractions; the weights are the office's, the source gives none."""

from dataclasses import dataclass
from fractions import Fraction

from generator.hunan_guopei.clock import CALENDAR
from oracle.scores import half_up

HOUR = 45 * 60
STUDY, LIVE = 150 * HOUR, 8 * HOUR
TASKS, STEPS = 5, 4
PASS = 8000


@dataclass(frozen=True)
class Result:
    """A learner's facts and printed points in hundredths."""

    learner: object
    city: object
    status: str
    seconds: int
    live_seconds: int
    tasks: frozenset
    study: int
    live: int
    deliverables: int
    group: int
    total: int
    passed: bool


def judge(learner, status, seconds, live_seconds, tasks, steps):
    study = half_up(Fraction(min(seconds, STUDY), STUDY) * 60, 100)
    live = half_up(Fraction(min(live_seconds, LIVE), LIVE) * 8, 100)
    total = study + live + 400 * len(tasks) + 300 * steps
    return Result(learner, learner.school.above("市"), status, seconds, live_seconds, frozenset(tasks), study, live,
                  400 * len(tasks), 300 * steps, total, total >= PASS)


def results(programme, night):
    """Everybody who was ever on a roster by this night, by code."""
    index, end = CALENDAR.nights.index(night), CALENDAR.cut_off(night)
    found = []
    for learner in sorted(programme.learners, key=lambda entry: entry.key()):
        if not any(learner.statuses[:index + 1]):
            continue
        status = {"已退出": "withdrawn", None: "vanished"}.get(learner.statuses[index], "enrolled")
        activity = learner.activity
        seconds = 60 * (activity.self_study[index] + activity.live[index])
        tasks = {hand_in.task for hand_in in activity.hand_ins if hand_in.time <= end}
        steps = sum(time <= end for _, time in programme.steps.get(learner.group, []))
        found.append(judge(learner, status, seconds, 60 * activity.live[index], tasks, steps))
    return found


def counted(found):
    """Those in the denominators: everybody but the withdrawn."""
    return [result for result in found if result.status != "withdrawn"]
