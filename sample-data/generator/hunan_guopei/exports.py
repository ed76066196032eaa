"""The rows of every export on one night, as the platform and the offices would write them, still without faults."""

from ..table import Table
from ..workbook import DAY, Number
from . import names
from .clock import CALENDAR
from .survey import AGAIN, FOLLOW_UP, QUESTIONS, SCALE

ROSTER = ("序号", "学员编号", "姓名", "性别", "身份证号", "手机号", "市州", "县（市、区）", "学校", "职务", "研修小组", "状态")
SURVEY = ("序号", "提交答卷时间", "所用时间", "来源", "来源详情", "来自IP")


def units(programme):
    table = Table("单位.xlsx", "单位", ("单位编码", "单位名称", "级别", "上级编码", "别名"))
    table.head()
    for unit in programme.world.units:
        table.add(unit.code, unit.name, unit.level, unit.parent.code if unit.parent else None,
                  "；".join(unit.aliases) or None, key=unit.code)
    return table


def seats(programme):
    """What the province allotted; the last row is its total."""
    table = Table("推荐名额分配表.xlsx", "名额", ("序号", "市州", "推荐名额"))
    table.head(["线上研修学员推荐名额分配表"] + [None] * 2)
    for number, city in enumerate(programme.world.level("市"), 1):
        table.add(Number(str(number)), city.name, Number(str(programme.world.seats[city.code])), key=city.code)
    return table


def roster(programme, night):
    table = Table("学员名册.xlsx", "学员名册", ROSTER)
    table.head(["“国培计划（2023）”中小学（幼儿园）党组织书记混合式研修学员名册"] + [None] * 11,
               [f"统计时间：{night} 24:00:00"] + [None] * 11)
    index = CALENDAR.nights.index(night)
    for learner in programme.learners:
        status, person, school = learner.statuses[index], learner.person, learner.school
        if status is not None:
            table.add(None, person.code, person.name, person.sex, person.id_card or None, person.phone or None,
                      school.above("市").name, school.above("县").name, school.name, learner.post, learner.group or None, status,
                      key=learner.key())
    return table


def study(programme, night):
    table = Table("线上研修学时.csv", "", ("学员编号", "研修形式编号", "研修形式", "学习时长（分钟）", "最后学习时间"))
    table.head()
    index = CALENDAR.nights.index(night)
    for learner in sorted(_known(programme, night), key=lambda entry: entry.key()):
        activity = learner.activity
        for code, title, minutes in (("ZX", "自主研修", activity.self_study[index]),
                                     ("ZB", "同步在线直播", activity.live[index])):
            if minutes:
                table.add(learner.person.code, code, title, str(minutes), CALENDAR.text(activity.times[index])[:16],
                          key=(learner.key(), code))
    return table


def deliverables(programme, night):
    table = Table("五个一成果.xlsx", "成果", ("学员编号", "任务编号", "成果类别", "提交日期"))
    table.head()
    rows = [(hand_in.time, learner.key(), number, hand_in) for learner in _known(programme, night)
            for number, hand_in in enumerate(learner.activity.hand_ins) if hand_in.time <= CALENDAR.cut_off(night)]
    seen = set()
    for time, code, _, hand_in in sorted(rows, key=lambda row: row[:3]):
        table.add(code, hand_in.task, hand_in.category, Number(CALENDAR.serial(time), DAY), key=(code, hand_in.task))
        if (code, hand_in.task) in seen:
            table.lines[-1].outcome = "duplicate"
        seen.add((code, hand_in.task))
    return table


def steps(programme, night):
    table = Table("小组任务.xlsx", "四步走", ("研修小组", "步骤", "完成日期"))
    table.head(["进阶修炼“四步走”小组完成情况"] + [None] * 2)
    for group in programme.world.groups:
        for step, time in programme.steps[group.name]:
            if time <= CALENDAR.cut_off(night):
                table.add(group.name, step, Number(CALENDAR.serial(time), DAY), key=(group.name, step))
    return table


def archive(programme, night):
    table = Table("资源归档.csv", "", ("市州", "资源类别", "数量"))
    table.head()
    for city in programme.world.level("市"):
        for category in names.ARCHIVE:
            count = sum(row.count for row in programme.archive
                        if row.unit is city and row.category == category and row.night <= night)
            table.add(city.name, category, str(count), key=(city.code, category))
    return table


def survey(programme, night):
    table = Table("满意度问卷.xlsx", "Sheet1", SURVEY + ("1、您所在的市州",) + QUESTIONS + ("4、您的意见和建议",))
    table.head()
    for number, response in enumerate(programme.responses_by(night), 1):
        answers = [SCALE[mark - 1] if mark else "(跳过)" for mark in response.marks]
        table.add(*_lead(number, response), response.city.name, *answers, names.REMARKS[number % len(names.REMARKS)],
                  key=number)
    return table


def follow_up(programme, night):
    table = Table("训后回访问卷.xlsx", "Sheet1", SURVEY + tuple(title for title, _ in FOLLOW_UP) + AGAIN)
    table.head()
    answered = [response for response in programme.follow_up if response.time <= CALENDAR.cut_off(night)]
    for number, response in enumerate(answered, 1):
        table.add(*_lead(number, response), *("┋".join(chosen) for chosen in response.chosen),
                  *(SCALE[mark - 1] if mark else "(空)" for mark in response.marks), key=number)
    return table


def _known(programme, night):
    """Learners who were ever on a roster by this night; the platform knows nobody else."""
    index = CALENDAR.nights.index(night)
    return [learner for learner in programme.learners if any(learner.statuses[:index + 1])]


def _lead(number, response):
    return (Number(str(number)), CALENDAR.text(response.time).replace("-", "/"), f"{response.seconds}秒", "手机提交",
            "直接访问", response.address)
