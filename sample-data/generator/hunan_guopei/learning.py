"""What one learner does online: minutes of self-study and of live lectures on each night, and the five tasks."""

from dataclasses import dataclass, field

from ..calendar import DAY
from .clock import CALENDAR
from .names import TASKS


@dataclass
class HandIn:
    """One output, with the beginning of the day on which it was handed in; a task handed in twice has two of them."""

    task: str
    category: str
    time: int


@dataclass
class Activity:
    """Minutes are pairs, one number a night; times are those of the last study before each night."""

    self_study: tuple = (0, 0)
    live: tuple = (0, 0)
    times: tuple = (0, 0)
    hand_ins: list = field(default_factory=list)


def act(pass_share, chance):
    """The activity of a learner: in full in pass_share of a hundred cases."""
    drawn = chance.between(1, 100)
    if drawn <= pass_share + 6:
        study, live, tasks = chance.between(5960, 7480), chance.between(350, 460), 5 if chance.percent(82) else 4
    elif drawn <= pass_share + 20:
        study, live, tasks = chance.between(4450, 6300), chance.between(180, 400), chance.between(3, 5)
    elif drawn <= 97:
        study, live, tasks = chance.between(1400, 4400), chance.between(0, 300), chance.between(0, 4)
    else:
        study, live, tasks = chance.between(0, 40), 0, 0
    nights = [CALENDAR.cut_off(night) for night in CALENDAR.nights]
    late = study > 0 and chance.percent(22)
    gain = min(study, chance.between(45, 190)) if late else 0
    last = nights[0] - chance.between(2 * 3600, 40 * DAY)
    times = (last, nights[1] - chance.between(3600, 15 * 3600) if late else last)
    activity = Activity((study - gain, study), (live, live), times if study else (0, 0))
    for task, categories in chance.some_of(TASKS, tasks):
        day = nights[1] // DAY - max(0, chance.between(-1, 120))
        activity.hand_ins.append(HandIn(task, chance.one_of(categories), day * DAY))
    return activity
