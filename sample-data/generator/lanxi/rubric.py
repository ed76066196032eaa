"""The school's rubric line by line, as counts per teacher: what was handed in, missed, late or thin."""

from dataclasses import dataclass, field

# Heading of the rubric and the situations under it, in the order of the register.
SITUATIONS = (
    ("研修计划", "上交计划"), ("研修计划", "偏离主题或应付"), ("研修计划", "迟交计划"),
    ("参训考勤", "缺签到"), ("参训考勤", "旷训"),
    ("研修记录", "缺席活动"), ("研修记录", "缺学习记录"), ("研修记录", "缺学科记录"), ("研修记录", "记录不详实"),
    ("教学资料", "迟交资料"), ("教学资料", "未体现分层或技术"),
    ("学习心得", "心得篇数"), ("学习心得", "迟交心得"),
    ("研修总结", "上交总结"), ("研修总结", "总结偏题"), ("研修总结", "总结项目数"),
    ("校本作业", "完成微课"),
)


@dataclass
class Rubric:
    """Counts by situation; `assessed` is false for a teacher whom the school left out of its register."""

    counts: dict = field(default_factory=dict)
    assessed: bool = True

    def __getitem__(self, situation):
        return self.counts.get(situation, 0)


def flawless():
    return Rubric({"上交计划": 1, "心得篇数": 2, "上交总结": 1, "总结项目数": 4, "完成微课": 1})


def draw(diligent, chance):
    """A teacher's register: a diligent one misses little, another more."""
    ease = 8 if diligent else 38
    rubric = flawless()
    counts = rubric.counts
    if chance.percent(1 if diligent else 9):
        counts["上交计划"] = 0
    for situation in ("偏离主题或应付", "迟交计划", "总结偏题"):
        counts[situation] = int(chance.percent(ease))
    for situation, most in (("缺签到", 3), ("旷训", 3), ("缺席活动", 3), ("缺学习记录", 4), ("缺学科记录", 3),
                            ("记录不详实", 3), ("迟交资料", 3), ("未体现分层或技术", 3)):
        counts[situation] = chance.between(1, most) if chance.percent(ease) else 0
    counts["心得篇数"] = 2 - (chance.between(1, 2) if chance.percent(ease // 2) else 0)
    counts["迟交心得"] = min(counts["心得篇数"], int(chance.percent(ease)))
    counts["总结项目数"] = chance.between(0, 4) if chance.percent(ease) else chance.between(3, 4)
    if chance.percent(1 if diligent else 8):
        counts.update({"上交总结": 0, "总结偏题": 0, "总结项目数": 0})
    counts["完成微课"] = int(chance.percent(96 if diligent else 60))
    if counts["上交计划"] == 0:
        counts.update({"偏离主题或应付": 0, "迟交计划": 0})
    return rubric
