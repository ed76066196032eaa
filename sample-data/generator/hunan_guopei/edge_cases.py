"""Learners whose figures are set by hand; Tests/EndToEndTests works them out.

Minutes of self-study and of live lectures together are the study time: 150 hours of 45 minutes are 6,750 minutes, 8 live ones 360.
"""

from dataclasses import dataclass

from .clock import CALENDAR
from .learning import Activity, HandIn


@dataclass(frozen=True)
class EdgeCase:
    """Minutes, the outputs by task and category, and how many steps the learner's group has taken; alone is who is in none."""

    self_study: int = 6390
    live: int = 360
    tasks: tuple = (("RW1", "读书笔记"), ("RW2", "微党课"), ("RW3", "实施方案"), ("RW4", "学习心得"), ("RW5", "美篇"))
    steps: int = 4
    is_alone: bool = False


ALL = EdgeCase.tasks
EDGE_CASES = {
    "everything exactly in full": EdgeCase(),
    "study one minute short": EdgeCase(self_study=6389),
    "study far above the target": EdgeCase(self_study=9000, live=900),
    "half of the live lectures": EdgeCase(self_study=6570, live=180),
    "no live lecture": EdgeCase(self_study=6750, live=0),
    "four of the five tasks": EdgeCase(tasks=ALL[:4]),
    "one task handed in as two papers, another left out": EdgeCase(tasks=ALL[:4] + (("RW4", "小论文"),)),
    "a group of three steps": EdgeCase(steps=3),
    "a group of no step": EdgeCase(steps=0),
    "in no group": EdgeCase(is_alone=True),
    "eighty points": EdgeCase(self_study=4140),
    "79.99 points": EdgeCase(self_study=4139),
    "tasks alone": EdgeCase(self_study=0, live=0),
    "study of one hour": EdgeCase(self_study=45, live=0, tasks=(), steps=0),
    "study of forty-four minutes": EdgeCase(self_study=44, live=0, tasks=(), steps=0),
}


def edge_activity(case):
    time = CALENDAR.at("2024-03-20 20:15:00")
    return Activity((case.self_study,) * 2, (case.live,) * 2, (time, time) if case.self_study + case.live else (0, 0),
                    [HandIn(task, category, CALENDAR.at("2024-03-11")) for task, category in case.tasks])
