"""What one secretary does on the platform, and when: courses, posts, essays, examinations."""

from dataclasses import dataclass, field

from ..calendar import DAY
from ..learning import Watching
from .clock import STUDY_BEGINS, STUDY_ENDS

MODULES = tuple(f"m{number}" for number in range(1, 7))
ELECTIVES = tuple(f"e{number}" for number in range(1, 5))
FIRST_DAY, LAST_DAY = STUDY_BEGINS // DAY, STUDY_ENDS // DAY


@dataclass
class Post:
    time: int
    topic: str
    kind: str
    code: str = ""


@dataclass
class Essay:
    """An essay or a case of party work; marks are out of 20, in hundredths, and come on the day it is graded."""

    kind: str
    characters: int
    time: int
    graded: int
    mark: int
    copied: bool = False
    code: str = ""


@dataclass
class Attempt:
    """One sitting of the online examination; the mark is out of 100, in hundredths."""

    number: int
    time: int
    seconds: int
    mark: int


@dataclass
class Activity:
    watched: list = field(default_factory=list)
    posts: list = field(default_factory=list)
    essays: list = field(default_factory=list)
    attempts: list = field(default_factory=list)


@dataclass(frozen=True)
class Effort:
    """What is studied of each module in minutes, and the rest of the duties; every part is a range."""

    module: tuple
    modules: tuple
    elective: tuple
    posts: tuple
    essay: int
    exam: int


EFFORTS = {
    "none": None,
    "glance": Effort((5, 60), (1, 2), (0, 0), (0, 0), 0, 0),
    "some": Effort((60, 170), (2, 5), (0, 200), (0, 2), 35, 20),
    "nearly": Effort((128, 160), (6, 6), (190, 260), (1, 3), 90, 92),
    "complete": Effort((152, 190), (6, 6), (226, 330), (2, 5), 100, 100),
}


def act(name, courses, chance):
    """The activity of a learner of this effort."""
    activity = Activity()
    effort = EFFORTS[name]
    if effort is None:
        return activity
    span = (chance.between(FIRST_DAY, FIRST_DAY + 20), chance.between(LAST_DAY - 25, LAST_DAY))
    plan = []
    for module in chance.some_of(MODULES, chance.between(*effort.modules)):
        plan += _parts(courses[module], chance.between(*effort.module) * 60, chance)
    left = chance.between(*effort.elective) * 60
    for module in chance.some_of(ELECTIVES, 3):
        for course in courses[module]:
            seconds = min(left, course.minutes * 60)
            plan += [(course, seconds)] if seconds > 0 else []
            left -= seconds
    _watch(activity, plan, span, chance)
    for _ in range(chance.between(*effort.posts)):
        activity.posts.append(Post(_moment(span, chance), f"ZT{chance.between(1, 6):02d}",
                                   "主帖" if chance.percent(45) else "回复"))
    if chance.percent(effort.essay):
        activity.essays.append(_essay(name, span[1], chance))
    if chance.percent(effort.exam):
        _sit(activity, name, span[1], chance)
    return activity


def _parts(courses, seconds, chance):
    """Divide the time of a module over its courses, beginning with one or another."""
    first = chance.between(0, 3)
    found = []
    for course in [*courses[first:4], *courses[:first], courses[4]]:
        part = min(seconds, course.minutes * 60)
        if part > 0:
            found.append((course, part))
        seconds -= part
    return found


def _watch(activity, plan, span, chance):
    begun = span[0] * DAY + 8 * 3600
    for number, (course, seconds) in enumerate(plan, 1):
        day = span[0] + (span[1] - span[0]) * number // len(plan)
        ended = min(max(begun + seconds, day * DAY + chance.between(9 * 3600, 22 * 3600)), STUDY_ENDS)
        activity.watched.append(Watching(course, seconds, begun, ended))
        begun = ended


def _essay(effort, last_day, chance):
    kind = "党建工作案例" if chance.percent(30) else "学习心得"
    short = effort != "complete" and chance.percent(40)
    characters = chance.between(420, 990) if short else chance.between(1000, 2600)
    day = min(last_day + chance.between(-6, 2), LAST_DAY) if chance.percent(98) else LAST_DAY + 1
    centre = 1650 if effort == "complete" else 1400
    mark = min(2000, max(600, chance.around(centre, 350) // 50 * 50))
    time = day * DAY + chance.between(8 * 3600, 22 * 3600)
    return Essay(kind, characters, time, time + chance.between(1, 6) * DAY, mark, chance.between(1, 1000) <= 9)


def _sit(activity, effort, last_day, chance):
    """One to three attempts after studying; now and then one comes too early."""
    day = last_day - (chance.between(5, 20) if chance.percent(6) else -1)
    for number in range(1, chance.between(1, 3) + 1):
        day = min(day, LAST_DAY)
        mark = min(10000, max(3500, chance.around(8200 if effort == "complete" else 7000, 2000) // 50 * 50))
        minutes = 97 if chance.percent(2) else chance.between(31, 90)
        activity.attempts.append(Attempt(number, day * DAY + chance.between(8 * 3600, 22 * 3600), minutes * 60, mark))
        day += chance.between(0, 2)
    activity.attempts.sort(key=lambda attempt: attempt.time)
    for number, attempt in enumerate(activity.attempts, 1):
        attempt.number = number


def _moment(span, chance):
    return chance.between(*span) * DAY + chance.between(8 * 3600, 22 * 3600)


def choose_effort(pass_share, chance):
    """An effort such that about pass_share percent of the learners pass."""
    if chance.percent(pass_share):
        return "complete"
    drawn = chance.between(1, 100)
    for effort, limit in (("none", 22), ("glance", 36), ("some", 66)):
        if drawn <= limit:
            return effort
    return "nearly"
