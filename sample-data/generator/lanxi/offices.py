"""What schools hand in to the training school, and the hours that teachers bring along."""

from dataclasses import dataclass

from generator.calendar import DAY
from generator.chance import Chance

from . import names
from .terms import CALENDAR

# Material and the limit it has; the two courses are offered while the school's part runs.
MATERIALS = (
    ("校本研修计划", "reports_due"), ("学员信息表", "reports_due"), ("校本成绩", "reports_due"),
    ("微课推荐名单", "contest_due"), ("优质数字教育资源应用课程", "reports_due"), ("微课制作技术课程", "reports_due"),
)
# School, material, and what is odd about it in the first term: days behind the limit, or nothing handed in.
ODD_SUBMISSIONS = {
    ("第二中学", "校本成绩"): 1, ("听湖乡中心学校", "校本成绩"): None, ("棠溪镇中心学校", "校本研修计划"): 3,
    ("崇文小学", "校本成绩"): 0, ("第二幼儿园", "微课推荐名单"): None, ("青禾镇中心学校", "微课制作技术课程"): None,
    ("第一小学", "微课推荐名单"): 1,
}
CYCLE = (2021, 2025)


@dataclass
class Submission:
    """One material of one school; time is nothing where it was not handed in."""

    school: object
    material: str
    time: int


@dataclass
class Earlier:
    """Hours that an office has credited before or elsewhere, in hundredths of an hour."""

    teacher: object
    year: int
    title: str
    hundredths: int
    day: str


def submissions(world, terms):
    """Every material of every school, term by term."""
    chance = Chance("lanxi/submissions")
    by_term = []
    for number, term in enumerate(terms):
        rows = []
        for school, (kind, _, _) in zip(world.schools, names.SCHOOLS):
            for material, limit in MATERIALS:
                end = CALENDAR.at(getattr(term, limit))
                time = end - chance.between(0, 6) * DAY + chance.between(8, 17) * 3600 + chance.between(0, 59) * 60
                if number == 0 and (kind, material) in ODD_SUBMISSIONS:
                    days = ODD_SUBMISSIONS[(kind, material)]
                    # Within the last minute of the last day, or so many days later.
                    time = None if days is None else end + days * DAY + (DAY - 60 if days == 0 else 36000)
                rows.append(Submission(school, material, time))
        by_term.append(rows)
    return by_term


def earlier_hours(teachers):
    """Two teachers in five bring hours along; those of 2020 lie before the five years and count for nothing."""
    chance = Chance("lanxi/earlier hours")
    rows = []
    for teacher in teachers:
        if not chance.percent(40):
            continue
        for title, year, day, hundredths in (
                ("2020年县级寒假研修", 2020, "2020-12-28", 2400), ("2021年上半年校本研修", 2021, "2021-07-02", 3600),
                ("省级远程培训", 2021, "2021-08-20", 1850), ("外县调入认定", 2021, "2021-09-01", 7200)):
            if chance.percent({"外县调入认定": 4, "2021年上半年校本研修": 75}.get(title, 30)):
                rows.append(Earlier(teacher, year, title, hundredths, day))
    return rows
