"""The rows of every export on one night, as the platform and the offices would write them, still without faults."""

from datetime import timedelta, date

from generator.chance import Chance
from generator.exports import minutes_text, tenths_text
from generator.staff import LEVELS
from generator.survey import DIMENSIONS, OBJECTS
from generator.table import Table
from generator.workbook import DAY, MOMENT, Number

from .calendar import CALENDAR
from .learning import ASSIGNMENTS
from .survey import BEST

ROSTER = ("序号", "师训编号", "姓名", "性别", "身份证号", "手机号", "所在学校", "选学科目", "班次")
STUDY = ("师训编号", "课程编号", "课程名称", "形式", "学习时长（分钟）", "最后学习时间")
ASSIGNMENT = ("师训编号", "作业编号", "题型", "提交时间", "得分", "满分", "优秀")
POSTS = ("师训编号", "类型", "次数")
SURVEY = ("序号", "提交答卷时间", "所用时间", "来源", "来源详情", "来自IP", "1、您所在的学校", "2、您选学的科目")
STATISTICS = (("报名人数", "enrolled"), ("参训人数", "took_part"), ("合格人数", "passed"), ("过程性评价总分", "process"))
COHORT_SIGNS = {"上旬班": "SX", "下旬班": "XX"}


def day_text(day):
    return str(date(2023, 8, 1) + timedelta(days=day))


def units(world):
    table = Table("单位.csv", "", ("单位编码", "单位名称", "级别", "上级编码", "别名"))
    table.head()
    for unit in world.units:
        table.add(unit.code, unit.name, unit.level, unit.parent.code if unit.parent else "", "；".join(unit.aliases),
                  key=unit.code)
    return table


def projects(world):
    table = Table("选学科目.csv", "", ("科目编码", "科目名称", "学段", "学科"))
    table.head()
    for project in world.projects:
        table.add(project.code, project.name, project.stage, project.subject, key=project.code)
    return table


def roster(world, learners, night):
    table = Table("学员名册.xlsx", "报名汇总", ROSTER)
    table.head([f"2023年{world.county.name}初中教师网络自主选学远程培训学员名册"] + [None] * 8,
               ["填报单位：教师发展中心"] + [None] * 5 + [f"统计时间：{night}"] + [None] * 2)
    for learner in learners:
        person, school = learner.person, learner.school(night)
        table.add(None, person.code, person.name, person.sex, person.id_card, person.phone,
                  _as_written(learner, school), learner.project.name, learner.cohort, key=learner.key())
    return table


def _as_written(learner, school):
    """Schools fill in the roster: one row in twelve bears a short form."""
    chance = Chance(f"haian/school name of {learner.person.code}")
    return chance.one_of(school.aliases) if chance.percent(8) else school.name


def _by_project(learners):
    return sorted(learners, key=lambda entry: (entry.project.code, entry.person.code))


def study(learners, night):
    table = Table("学习时长.xlsx", "学习时长", STUDY)
    table.head()
    rows = []
    for order, learner in enumerate(_by_project(learners)):
        for watching in learner.activity.watched:
            state = watching.at(CALENDAR.cut_off(night))
            if state:
                rows.append((watching.course[0], order, learner, watching.course, state))
    for _, _, learner, course, (seconds, last) in sorted(rows, key=lambda row: row[:2]):
        table.add(learner.person.code, *course, Number(minutes_text(seconds)), Number(CALENDAR.serial(last), MOMENT),
                  key=(learner.key(), course[0]))
    return table


def assignments(learners, night):
    """One row for every assignment handed in; the platform keeps some blank rows of those that were opened and left."""
    table = Table("课程作业.csv", "", ASSIGNMENT)
    table.head()
    end = CALENDAR.cut_off(night)
    for code, kind in ASSIGNMENTS:
        for learner in _by_project(learners):
            entry = next((hand_in for hand_in in learner.activity.hand_ins
                          if hand_in.assignment == code and hand_in.time <= end), None)
            if entry:
                table.add(learner.person.code, code, kind, CALENDAR.text(entry.time),
                          tenths_text(entry.tenths_at(end)), "100", "是" if entry.excellent else "否",
                          key=(learner.key(), code))
            elif learner.activity.watched and Chance(f"haian/blank {code} {learner.person.code}").percent(30):
                table.add(learner.person.code, code, kind, "", "未提交", "100", "否", key=(learner.key(), code))
    return table


def posts(learners, night):
    """The platform counts posts and replies; who has none of a kind has no row."""
    table = Table("研讨统计.csv", "", POSTS)
    table.head()
    end = CALENDAR.cut_off(night)
    for learner in _by_project(learners):
        for kind in ("发帖", "回帖"):
            count = sum(post.kind == kind and post.time <= end for post in learner.activity.posts)
            if count:
                table.add(learner.person.code, kind, str(count), key=(learner.key(), kind))
    return table


def survey(found):
    """Option codes: 1 stands for the best answer."""
    questions = []
    for number, (object_id, title) in enumerate(OBJECTS, 3):
        question = "学员自评" if object_id == "learners" else f"对{title}的评价"
        questions += [f"{number}、{question}({dimension})" for _, dimension in DIMENSIONS]
    table = Table("满意度问卷.xlsx", "Sheet1", SURVEY + tuple(questions) + ("7、您的意见和建议",))
    table.head()
    for number, response in enumerate(found, 1):
        answers = [Number(str(BEST + 1 - mark)) if mark else Number(blank)
                   for mark, blank in zip(response.marks, response.blanks)]
        table.add(Number(str(number)), CALENDAR.text(response.time).replace("-", "/"), f"{response.seconds}秒",
                  "微信", "直接访问", response.address, response.school.name if response.school else "-3",
                  response.project.name, *answers, response.remark or "-3", key=number)
    return table


def seats(allotted):
    table = Table("名额分配.xlsx", "名额分配", ("学校", "科目", "名额"))
    table.head(["各校各科参培名额分配表（6月）"] + [None] * 2)
    for school, project, count in allotted:
        table.add(school.name, project.name, Number(str(count)), key=(school.code, project.code))
    return table


def sessions(held):
    table = Table("训前培训.xlsx", "训前培训", ("组织单位", "培训项目", "培训对象", "培训日期", "培训时长（学时）"))
    table.head(["项目开始前集中培训登记表"] + [None] * 4)
    for session in held:
        minutes = session.quarters * 15
        length = Number(str(minutes // 45)) if minutes % 45 == 0 else f"{minutes}分钟"
        table.add(session.unit.name, f"{session.audience}培训（{session.cohort}）", session.audience,
                  day_text(session.day), length, key=(session.unit.code, session.audience, session.cohort))
    return table


def statistics(rows):
    """The province's own table: one row for each county, cohort and indicator."""
    table = Table("县级学情.xlsx", "县级学情", ("区县", "编号", "班次", "指标", "数值"))
    table.head(["全省初中教师网络培训县级学情（省级项目办发布）"] + [None] * 4, ["统计时间：2023-09-04 24:00"] + [None] * 4)
    for row in rows:
        for number, (title, field) in enumerate(STATISTICS, 1):
            table.add(row.county.name, f"{COHORT_SIGNS[row.cohort]}-{number}", row.cohort, title,
                      Number(str(getattr(row, field))), key=(row.county.code, row.cohort, title))
    return table


def administrators(people):
    table = Table("管理人员.xlsx", "管理员", ("人员编号", "姓名", "级别", "所属单位", "联系电话"))
    table.head()
    for person in people:
        table.add(person.code, person.name, LEVELS[person.unit.level], person.unit.name, person.phone,
                  key=person.code)
    return table


def responsible(people):
    table = Table("管理人员.xlsx", "负责人", ("人员编号", "姓名", "级别", "所属单位", "联系电话"))
    table.head()
    for person in people:
        table.add(person.code, person.name, LEVELS[person.unit.level], person.unit.name, person.phone, key=person.code)
    return table


def reports(entries):
    table = Table("上报材料.csv", "", ("编号", "上报单位", "类别", "上报时间"))
    table.head()
    for report in entries:
        table.add(report.code, report.unit.name, report.kind, CALENDAR.text(report.time), key=report.code)
    return table


def tutors(people):
    table = Table("管理人员.xlsx", "辅导员", ("人员编号", "姓名", "科目", "是否总辅导员", "所属单位", "专家组评分"))
    table.head()
    for tutor in people:
        table.add(tutor.code, tutor.name, tutor.project.name, "是" if tutor.chief else "否", tutor.unit.name,
                  Number(tenths_text(tutor.tenths)), key=tutor.code)
    return table


def moderators(people):
    table = Table("管理人员.xlsx", "版主", ("人员编号", "姓名", "科目", "所属单位", "在线时长（小时）"))
    table.head()
    for person in people:
        hours, rest = divmod(person.seconds, 3600)
        table.add(person.code, person.name, person.project.name, person.unit.name,
                  Number(f"{hours}.5" if rest else str(hours)), key=person.code)
    return table


def briefs(entries):
    table = Table("简报.csv", "", ("简报编号", "报送单位", "标题", "上报日期"))
    table.head()
    for brief in entries:
        table.add(brief.code, brief.unit.name, brief.title, day_text(brief.day), key=brief.code)
    return table


def applications(papers):
    table = Table("申报.xlsx", "申报", ("申报单位", "奖项", "对象编号", "对象名称", "项目", "申报日期"))
    table.head(["2023年初中教师网络培训评优申报汇总表"] + [None] * 5)
    for number, paper in enumerate(papers):
        table.add(paper.city.name, paper.award, paper.code, paper.name, paper.project.name if paper.project else "",
                  Number(CALENDAR.serial(paper.day * 86400), DAY), key=number)
    return table


def recommendations(papers):
    table = Table("推荐.xlsx", "优秀学员推荐", ("推荐单位", "奖项", "对象编号", "对象名称", "推荐意见"))
    table.head()
    for number, paper in enumerate(papers):
        table.add(paper.city.name, paper.award, paper.code, paper.name, paper.opinion, key=number)
    return table


