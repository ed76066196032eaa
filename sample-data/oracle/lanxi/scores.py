"""Points of every teacher in one term: the county's 100 marks count 70, the school's rubric takes off from 30."""

from dataclasses import dataclass
from fractions import Fraction

from generator.lanxi.terms import CALENDAR, TERMS
from oracle.scores import half_up

PASS_HUNDREDTHS = 7000
CREDIT_HOURS = 36
REQUIRED_REFLECTIONS = 2
REQUIRED_SUMMARY_PARTS = 3
COMPONENTS = ("county", "plan", "attendance", "record", "material", "reflection", "summary")


@dataclass
class Result:
    """A teacher in one term: points in hundredths, their sum, the pass and the hours credited."""

    teacher: object
    term: int
    school: object
    points: dict
    total: int
    passed: bool

    @property
    def credit(self):
        return CREDIT_HOURS if self.passed else 0

    @property
    def work(self):
        return self.teacher.works[self.term]


def results(teachers, term):
    """Everybody of a term, in the order of subject and teacher."""
    found = []
    for teacher in sorted(teachers, key=lambda entry: entry.key()):
        if teacher.schools[term]:
            points = score(teacher.works[term], TERMS[term])
            total = sum(points.values())
            found.append(Result(teacher, term, teacher.schools[term], points, total, total >= PASS_HUNDREDTHS))
    return found


def counted(hand_in, due):
    """The mark in hundredths of what came in until the moment itself; later or never is 0."""
    return hand_in.hundredths if hand_in and hand_in.time <= CALENDAR.at(due) else 0


def score(work, term):
    marks = counted(work.paper, term.paper_due) + counted(work.essay_mark, term.essay_due)
    points = {"county": half_up(Fraction(70 * marks, 100))}
    points.update((name, half_up(value * 100)) for name, value in rubric_points(work.rubric).items())
    return points


def rubric_points(rubric):
    """Points of the rubric's six headings as fractions, none of them below zero."""
    if not rubric.assessed:
        return dict.fromkeys(COMPONENTS[1:], Fraction(0))
    half = Fraction(1, 2)
    absences = rubric["旷训"] if rubric["旷训"] >= 2 else 0
    plan = 5 - rubric["偏离主题或应付"] - half * rubric["迟交计划"] if rubric["上交计划"] else 0
    attendance = 3 - rubric["缺签到"] - half * absences
    record = (5 - rubric["缺席活动"] - half * rubric["缺学习记录"] - rubric["缺学科记录"]
              - half * rubric["记录不详实"])
    material = 7 - rubric["迟交资料"] - half * rubric["未体现分层或技术"]
    reflection = 5 - max(0, REQUIRED_REFLECTIONS - rubric["心得篇数"]) - half * rubric["迟交心得"]
    summary = 0
    if rubric["上交总结"]:
        summary = 5 - rubric["总结偏题"] - max(0, REQUIRED_SUMMARY_PARTS - rubric["总结项目数"])
    values = (plan, attendance, record, material, reflection, summary)
    return {name: max(Fraction(0), Fraction(value)) for name, value in zip(COMPONENTS[1:], values)}
