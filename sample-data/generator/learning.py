"""What one learner does in one project: courses watched, assignments handed in, posts written, and when."""

from dataclasses import dataclass, field

from .clock import DAY

ASSIGNMENTS = (
    ("ZY01", "客观题"), ("ZY02", "客观题"), ("ZY03", "客观题"), ("ZY04", "客观题"),
    ("ZY05", "主观题"), ("ZY06", "主观题"),
)


@dataclass
class Watching:
    """One course, watched evenly between two moments."""

    course: tuple
    seconds: int
    begun: int
    ended: int

    def at(self, cut_off):
        """Seconds watched and the last moment, or None when nothing was watched by then."""
        if self.ended <= cut_off:
            return self.seconds, self.ended
        last = cut_off - 5400 - self.seconds % 3600
        watched = self.seconds * (last - self.begun) // (self.ended - self.begun) // 60 * 60
        return (watched, last) if watched > 0 else None


@dataclass
class HandIn:
    """One assignment; tenths is its mark in tenths, first_tenths the mark before it was marked again."""

    assignment: str
    kind: str
    time: int
    tenths: int
    excellent: bool = False
    first_tenths: int = -1
    marked_again: int = 0

    def tenths_at(self, cut_off):
        return self.first_tenths if cut_off < self.marked_again else self.tenths


@dataclass
class Post:
    time: int
    kind: str
    code: str = ""


@dataclass
class Activity:
    """Everything the platform recorded of one enrolment, to the end of the second night."""

    watched: list = field(default_factory=list)
    hand_ins: list = field(default_factory=list)
    posts: list = field(default_factory=list)


@dataclass(frozen=True)
class Effort:
    """How much a learner does: minutes, assignments out of six, the mean mark and the posts, each as a range."""

    minutes: tuple
    assignments: tuple
    mark: int
    posts: tuple


EFFORTS = {
    "none": None,
    "glance": Effort((3, 60), (0, 0), 70, (0, 0)),
    "some": Effort((90, 560), (0, 4), 72, (0, 3)),
    "nearly": Effort((560, 800), (4, 6), 74, (1, 4)),
    "passing": Effort((860, 960), (6, 6), 82, (3, 5)),
    "strong": Effort((890, 1090), (6, 6), 91, (4, 8)),
    "leading": Effort((910, 1090), (6, 6), 93, (6, 8)),
    "following": Effort((880, 960), (6, 6), 92, (5, 8)),
}


def choose_effort(pass_share, chance):
    """An effort such that about pass_share percent of the learners pass."""
    if chance.percent(pass_share):
        return "strong" if chance.percent(18) else "passing"
    drawn = chance.between(1, 100)
    for effort, limit in (("none", 30), ("glance", 40), ("some", 75)):
        if drawn <= limit:
            return effort
    return "nearly"


def act(effort_name, project, first_day, last_day, chance):
    """The activity of a learner of this effort between two days of August."""
    activity = Activity()
    effort = EFFORTS[effort_name]
    if effort is None:
        return activity
    span = (first_day, last_day)
    watch(activity, project, chance.between(*effort.minutes), span, chance)
    handed_in = chance.between(*effort.assignments)
    for assignment, kind in ASSIGNMENTS[:handed_in]:
        mean = effort.mark + (4 if kind == "客观题" else -1)
        mark = max(40, min(100, chance.around(mean, 14)))
        tenths = mark * 10 + (5 if chance.percent(15) and mark < 100 else 0)
        excellent = kind == "主观题" and mark >= 90 and chance.percent(55)
        activity.hand_ins.append(HandIn(assignment, kind, clock_in(span, chance), tenths, excellent))
    for _ in range(chance.between(*effort.posts)):
        activity.posts.append(Post(clock_in(span, chance), "发帖" if chance.percent(40) else "回帖"))
    return activity


def watch(activity, project, minutes, span, chance):
    """Divide the minutes over the project's courses, one after the other."""
    left = minutes * 60
    parts = []
    for course in project.courses():
        length = chance.between(80, 130) * 60 + (30 if chance.percent(3) else 0)
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
