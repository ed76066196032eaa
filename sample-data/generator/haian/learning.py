"""What one learner does: courses watched, assignments handed in, posts and replies, and when."""

from dataclasses import dataclass, field

from generator.learning import HandIn, Post, Watching

from . import names
from .calendar import COHORTS, DAY

ASSIGNMENTS = (("ZY01", "客观题"), ("ZY02", "客观题"), ("ZY03", "主观题"), ("ZY04", "主观题"))


@dataclass
class Activity:
    """Everything that the platform recorded of one learner in the whole summer."""

    watched: list = field(default_factory=list)
    hand_ins: list = field(default_factory=list)
    posts: list = field(default_factory=list)


@dataclass(frozen=True)
class Effort:
    """Minutes, assignments out of four, mean mark and posts, each as a range."""

    minutes: tuple
    assignments: tuple
    mark: int
    posts: tuple


EFFORTS = {
    "none": None,
    "glance": Effort((3, 60), (0, 0), 70, (0, 0)),
    "some": Effort((90, 560), (0, 3), 72, (0, 3)),
    "nearly": Effort((560, 860), (3, 4), 74, (1, 4)),
    "passing": Effort((870, 960), (4, 4), 83, (3, 6)),
    "strong": Effort((905, 1040), (4, 4), 92, (5, 8)),
}


def choose_effort(pass_share, chance):
    if chance.percent(pass_share):
        return "strong" if chance.percent(24) else "passing"
    drawn = chance.between(1, 100)
    return next((effort for effort, limit in (("none", 30), ("glance", 40), ("some", 75)) if drawn <= limit), "nearly")


def courses(project):
    """Code, title and form of a project's courses."""
    return [(f"{project.code}-{number}", project.subject + title, form)
            for number, (title, form) in enumerate(names.COURSES, 1)]


def act(effort_name, project, cohort, chance):
    """The activity of a learner of this effort within the days of the cohort; quick ones are done early."""
    activity = Activity()
    effort = EFFORTS[effort_name]
    if effort is None:
        return activity
    first, last = COHORTS[cohort]
    begun = first + chance.between(0, 3)
    span = (begun, chance.between(begun + 4, last - (4 if effort_name == "strong" else 0)))
    watch(activity, project, chance.between(*effort.minutes), span, chance)
    for code, kind in ASSIGNMENTS[:chance.between(*effort.assignments)]:
        mark = max(40, min(100, chance.around(effort.mark + (3 if kind == "客观题" else -1), 12)))
        tenths = mark * 10 + (5 if chance.percent(15) and mark < 100 else 0)
        excellent = kind == "主观题" and mark >= 90 and chance.percent(60)
        activity.hand_ins.append(HandIn(code, kind, clock_in(span, chance), tenths, excellent))
    for _ in range(chance.between(*effort.posts)):
        activity.posts.append(Post(clock_in(span, chance), "发帖" if chance.percent(40) else "回帖"))
    return activity


def watch(activity, project, minutes, span, chance):
    """Divide the minutes over the project's courses, one after the other."""
    left, parts = minutes * 60, []
    for number, course in enumerate(courses(project), 1):
        length = chance.between(170, 215) * 60 if number < len(names.COURSES) else left
        parts.append((course, min(left, length)))
        left -= parts[-1][1]
        if left <= 0:
            break
    begun = span[0] * DAY + 8 * 3600
    for number, (course, seconds) in enumerate(parts, 1):
        day = span[0] + (span[1] - span[0]) * number // len(parts)
        ended = max(begun + seconds, day * DAY + chance.between(9 * 3600, 22 * 3600))
        activity.watched.append(Watching(course, seconds, begun, ended))
        begun = ended


def clock_in(span, chance):
    return chance.between(*span) * DAY + chance.between(8 * 3600, 22 * 3600 + 1800)
