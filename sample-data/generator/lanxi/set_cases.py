"""Teachers of the first term whose figures stand at the edge of a rule, one reason each."""

from generator.calendar import DAY

from . import names
from .rubric import flawless, Rubric
from .terms import CALENDAR, TERMS
from .work import Content, Essay, HandIn, Work

PAPER, ESSAY = CALENDAR.at(TERMS[0].paper_due), CALENDAR.at(TERMS[0].essay_due)

# 4.5 + 3 + 0 + 0 + 3 + 0 = 10.5: the plan late, five sessions missed, seven materials late, no reflection, no summary.
TEN_AND_A_HALF = {"上交计划": 1, "迟交计划": 1, "缺席活动": 5, "迟交资料": 7, "完成微课": 1}


def _work(paper, essay, counts=None, paper_time=PAPER - DAY, essay_time=ESSAY - DAY, length=800):
    rubric = flawless() if counts is None else Rubric(dict(counts))
    begun = TERMS[0].span()[0]
    contents = [Content(code, 45 * 60, begun + (3 + number) * DAY + 68400)
                for number, (code, _, _) in enumerate(names.CONTENTS[:6])]
    return Work(HandIn(paper_time, paper), HandIn(essay_time, essay),
                [Essay(names.ESSAYS[0], length, essay_time)], contents, rubric)


def with_counts(**changes):
    return dict(flawless().counts, **changes)


SET_CASES = {
    "70.00": _work(4500, 4000, TEN_AND_A_HALF),
    "69.99": _work(4500, 3998, TEN_AND_A_HALF),
    "100.00": _work(5000, 5000),
    "paper at noon": _work(4000, 4000, paper_time=PAPER),
    "paper a second after noon": _work(4000, 4000, paper_time=PAPER + 1),
    "essay at noon": _work(4000, 4000, essay_time=ESSAY),
    "essay a second after noon": _work(4000, 4000, essay_time=ESSAY + 1),
    "essay 48": _work(4000, 4800), "essay 47.95": _work(4000, 4795), "essay 47.9": _work(4000, 4790),
    "essay 30": _work(4000, 3000), "essay 29.9": _work(4000, 2990), "essay 10": _work(4000, 1000),
    "essay 9.9": _work(4000, 990),
    "essay of 600 characters": _work(4000, 4000, length=600),
    "essay of 599 characters": _work(4000, 4000, length=599),
    "plan off the topic and late": _work(4000, 4000, with_counts(偏离主题或应付=1, 迟交计划=1)),
    "no plan": _work(4000, 4000, with_counts(上交计划=0)),
    "one absence": _work(4000, 4000, with_counts(旷训=1)),
    "two absences": _work(4000, 4000, with_counts(旷训=2)),
    "four sign-ins missed": _work(4000, 4000, with_counts(缺签到=4)),
    "summary of three parts": _work(4000, 4000, with_counts(总结项目数=3)),
    "summary of two parts": _work(4000, 4000, with_counts(总结项目数=2)),
    "no summary": _work(4000, 4000, with_counts(上交总结=0, 总结项目数=0)),
    "one reflection": _work(4000, 4000, with_counts(心得篇数=1)),
    "a half in the county's part": _work(4000, 4001),
}
