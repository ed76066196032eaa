"""Points, requirements, veto and hours of every secretary, by the plan's sections 三 and 四, in exact fractions."""

from dataclasses import dataclass
from fractions import Fraction

from generator.party_secretaries.clock import CALENDAR, STUDY_ENDS
from generator.party_secretaries.learners import APPLIED, WITHDRAWN
from generator.party_secretaries.learning import MODULES
from oracle.scores import half_up

HOUR = 45 * 60
MODULE, REQUIRED, ELECTIVE = 3 * HOUR, 20 * HOUR, 5 * HOUR
POSTS, CHARACTERS = 2, 1000
EXAM_SECONDS = 90 * 60
PASS = 8000


@dataclass
class Facts:
    """What the platform knows of a secretary on one night; what came after the study phase is left out."""

    videos: dict
    required: int
    elective: int
    required_done: object
    elective_done: object
    posts: int
    lengths: list
    marks: list
    cases: int
    copied: bool
    exams: list
    last_study: object

    @property
    def studied(self):
        return self.required + self.elective


@dataclass
class Result:
    """A secretary's printed points in hundredths, and what they come to."""

    learner: object
    status: str
    school: object
    facts: Facts
    course: int
    discussion: int
    essay: int
    exam: int
    unmet: list
    flags: list

    @property
    def total(self):
        return self.course + self.discussion + self.essay + self.exam

    @property
    def passed(self):
        return self.total >= PASS and not self.unmet and not self.facts.copied

    @property
    def credit(self):
        """Credited hours of 45 minutes, in hundredths."""
        return half_up(Fraction(self.facts.studied, HOUR), 100) if self.passed else 0


def facts(learner, end):
    activity = learner.activity
    watched = [(watching.course, *state) for watching in activity.watched for state in [watching.at(end)] if state]
    videos = {module: sum(seconds for course, seconds, _ in watched
                          if course.code.startswith(f"BX{module[1]}") and course.category.endswith("视频"))
              for module in MODULES}
    required = [(last, seconds) for course, seconds, last in watched if course.code.startswith("BX")]
    elective = [(last, seconds) for course, seconds, last in watched if course.code.startswith("XX")]
    essays = [essay for essay in activity.essays if essay.time <= min(end, STUDY_ENDS)]
    return Facts(
        videos, sum(seconds for _, seconds in required), sum(seconds for _, seconds in elective),
        _reached(required, REQUIRED), _reached(elective, ELECTIVE),
        sum(post.time <= min(end, STUDY_ENDS) for post in activity.posts),
        [essay.characters for essay in essays], [essay.mark for essay in essays if essay.graded <= end],
        sum(essay.kind == "党建工作案例" for essay in essays),
        any(essay.copied and essay.graded <= end for essay in activity.essays if essay.time <= end),
        [attempt for attempt in activity.attempts if attempt.time <= min(end, STUDY_ENDS)],
        max((last for _, _, last in watched), default=None))


def _reached(parts, target):
    """The moment with which the running sum reaches the target, None when it never does."""
    total = 0
    for last, seconds in sorted(parts):
        total += seconds
        if total >= target:
            return last
    return None


def judge(learner, known, status, school):
    course = (Fraction(min(known.required, REQUIRED), REQUIRED) * 40
              + Fraction(min(known.elective, ELECTIVE), ELECTIVE) * 10)
    exam = max((attempt.mark for attempt in known.exams), default=0)
    met = {
        "modules": all(seconds >= MODULE for seconds in known.videos.values()),
        "required_hours": known.required >= REQUIRED,
        "elective_hours": known.elective >= ELECTIVE,
        "discussion": known.posts >= POSTS,
        "essay": max(known.lengths, default=0) >= CHARACTERS,
        "exam": bool(known.exams),
    }
    return Result(learner, status, school, known, half_up(course, 100), min(known.posts, POSTS) * 500,
                  max(known.marks, default=0), half_up(Fraction(exam, 100) * Fraction(20, 100), 100),
                  [name for name, holds in met.items() if not holds], _flags(known))


def _flags(known):
    """What the papers remark and nothing hangs on: an examination too early, or longer than ninety minutes."""
    first = min((attempt.time for attempt in known.exams), default=None)
    flags = []
    for name, done in (("exam_before_required", known.required_done), ("exam_before_elective", known.elective_done)):
        if first is not None and (done is None or first < done):
            flags.append(name)
    if known.last_study is not None and known.last_study > STUDY_ENDS:
        flags.append("study_after_phase")
    if any(attempt.seconds > EXAM_SECONDS for attempt in known.exams):
        flags.append("exam_overtime")
    return flags


def results(programme, night):
    """Everybody who was ever on a roster by this night, by code."""
    index = CALENDAR.nights.index(night)
    found = []
    for learner in sorted(programme.learners, key=lambda entry: entry.key()):
        if not any(learner.statuses[:index + 1]):
            continue
        status = {WITHDRAWN: "withdrawn", APPLIED: "applied", None: "vanished"}.get(learner.statuses[index], "enrolled")
        known = facts(learner, CALENDAR.cut_off(night))
        found.append(judge(learner, known, status, learner.schools[index]))
    return found


def counted(found):
    """Those in the denominators: everybody whose enrolment was approved, but the withdrawn."""
    return [result for result in found if result.status in ("enrolled", "vanished")]
