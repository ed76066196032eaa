"""Learners whose totals are set to the hundredth, because a line runs through them."""

from dataclasses import dataclass

from generator.learning import HandIn, Post, Watching

from .calendar import DAY
from .learning import Activity, ASSIGNMENTS, courses


@dataclass(frozen=True)
class SetScore:
    """Minutes, four marks in tenths, an excellent assignment or none, the number of posts, and the first day."""

    minutes: int
    tenths: tuple
    excellent: bool
    posts: int
    first_day: int = 2


# Objective 10 × (a + b) ÷ 200, subjective 20 × (c + d) ÷ 200, study 50 × minutes ÷ 900, three points for each post.
SET_SCORES = {
    "80.00": SetScore(900, (800, 800, 800, 800), False, 2),      # 50 + 8 + 16 + 0 + 6
    "79.99": SetScore(900, (798, 800, 800, 800), False, 2),      # 50 + 7.99 + 16 + 0 + 6
    "80.01": SetScore(900, (800, 802, 800, 800), False, 2),      # 50 + 8.01 + 16 + 0 + 6
    "80.00 by a half": SetScore(900, (799, 800, 800, 800), False, 2),  # objective 7.995, rounded half up to 8.00
    "100.00": SetScore(900, (1000, 1000, 1000, 1000), True, 6),
    "none": SetScore(0, (), False, 0),
    "45 minutes": SetScore(45, (), False, 0),
    "44 minutes": SetScore(44, (), False, 0),
    "one post": SetScore(0, (), False, 1),
}


def set_activity(project, score):
    activity = Activity()
    left, day = score.minutes, score.first_day
    for course in courses(project):
        if left > 0:
            minutes = min(left, 190)
            left -= minutes
            begun = day * DAY + 30000
            activity.watched.append(Watching(course, minutes * 60, begun, begun + minutes * 60))
            day += 1
    for number, (tenths, (code, kind)) in enumerate(zip(score.tenths, ASSIGNMENTS)):
        activity.hand_ins.append(
            HandIn(code, kind, (9 + number) * DAY + 70000, tenths, score.excellent and number == 2))
    for number in range(score.posts):
        activity.posts.append(Post((10 + number) * DAY + 61200, "回帖" if number else "发帖"))
    return activity
