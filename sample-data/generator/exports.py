"""The rows of every export on one night, as the platform and the offices would write them, still without faults."""

from . import names
from .chance import Chance
from .clock import cut_off, day_text, NIGHTS, serial, text
from .learning import ASSIGNMENTS
from .staff import LEVELS
from .survey import items, SCALE
from .table import NON_DATA, Line, Table
from .workbook import DAY, MOMENT, Number

ROSTER = ("序号", "学员编号", "姓名", "性别", "身份证号", "手机号", "地市", "区县", "工作单位", "项目", "班次", "状态")
STUDY = ("学员编号", "项目", "班次", "课程编号", "课程名称", "课程类型", "学习时长（分钟）", "最后学习时间", "是否满足毕业学分")
ASSIGNMENT = ("学员编号", "项目", "班次", "作业编号", "题型", "提交时间", "得分", "满分", "是否优秀")
POST = ("学员编号", "项目", "班次", "帖子编号", "类型", "发布时间")
SURVEY = ("序号", "提交答卷时间", "所用时间", "来源", "来源详情", "来自IP", "1、您所在的地市", "2、您参加的项目")
POSTS_PER_SHEET = 5000


def tenths_text(tenths):
    whole, rest = divmod(tenths, 10)
    return f"{whole}.{rest}" if rest else str(whole)


def minutes_text(seconds):
    return tenths_text(seconds // 6) if seconds % 60 else str(seconds // 60)


def units(programme, night):
    table = Table("单位.csv", "", ("单位编码", "单位名称", "级别", "上级编码", "别名"))
    table.head()
    for unit in programme.world.units:
        aliases = list(unit.aliases)
        if unit is programme.renamed_school and night == NIGHTS[-1]:
            aliases.append(programme.new_alias)
        table.add(unit.code, unit.name, unit.level, unit.parent.code if unit.parent else "", "；".join(aliases),
                  key=unit.code)
    return table


def projects(programme):
    table = Table("项目.csv", "", ("项目编码", "项目名称", "学段", "学科"))
    table.head()
    for project in programme.world.projects:
        table.add(project.code, project.name, project.stage, project.subject, key=project.code)
    return table


def roster(programme, night):
    table = Table("学员名册.xlsx", "学员名册", ROSTER)
    table.head([f"{programme.world.province.name}2023年省级教师网络培训学员名册"] + [None] * 11,
               [f"统计时间：{night} 24:00:00"] + [None] * 11)
    index = NIGHTS.index(night)
    for enrolment in programme.enrolments:
        if not enrolment.listed[index]:
            continue
        person, school = enrolment.person, enrolment.schools[index]
        table.add(None, person.code, person.name, person.sex, person.id_card, person.phone,
                  school.above("市").name, school.above("县").name, _school_as_written(enrolment, school),
                  enrolment.project.name, enrolment.cohort, "已退出" if enrolment.withdrawn[index] else "正常",
                  key=enrolment.key())
    return table


def _school_as_written(enrolment, school):
    """Mostly the name; now and then an alias, its brackets half-width."""
    chance = Chance(f"school name of {enrolment.key()}")
    if chance.percent(5):
        return chance.one_of(school.aliases).replace("（", "(").replace("）", ")")
    return school.name


def _listed(programme):
    """Enrolments in the order of project and learner; the platform keeps the records of those who left."""
    return sorted(programme.enrolments, key=lambda entry: (entry.project.code, entry.person.code))


def study(programme, night):
    table = Table("学习时长.csv", "", STUDY)
    table.head()
    rows = []
    for order, enrolment in enumerate(_listed(programme)):
        for watching in enrolment.activity.watched:
            state = watching.at(cut_off(night))
            if state:
                rows.append((watching.course[0], order, enrolment, watching.course, state))
    for _, _, enrolment, course, (seconds, last) in sorted(rows, key=lambda row: row[:2]):
        table.add(enrolment.person.code, enrolment.project.name, enrolment.cohort, *course,
                  minutes_text(seconds), text(last), "", key=(enrolment.key(), course[0]))
    return table


def assignments(programme, night):
    table = Table("课程作业.csv", "", ASSIGNMENT)
    table.head()
    index = NIGHTS.index(night)
    for number, (code, kind) in enumerate(ASSIGNMENTS):
        for enrolment in _listed(programme):
            if not enrolment.activity.watched or not any(enrolment.listed[:index + 1]):
                continue
            cells = _hand_in(enrolment, code, cut_off(night)) or _blank_hand_in(enrolment, number)
            if cells:
                time, mark, excellent = cells
                table.add(enrolment.person.code, enrolment.project.name, enrolment.cohort, code, kind, time, mark,
                          "100", excellent, key=(enrolment.key(), code))
    return table


def _hand_in(enrolment, code, end):
    for hand_in in enrolment.activity.hand_ins:
        if hand_in.assignment == code and hand_in.time <= end:
            return text(hand_in.time), tenths_text(hand_in.tenths_at(end)), "是" if hand_in.excellent else "否"
    return None


def _blank_hand_in(enrolment, number):
    """The platform writes some of the missing assignments as rows without a mark, and leaves others out."""
    chance = Chance(f"blank assignment {number} of {enrolment.key()}")
    return ("", chance.one_of(("", "", "未提交", "--")), "否") if chance.percent(35) else None


def posts(programme, night):
    """Two sheets of one layout: the exporter begins a new one when a sheet is full."""
    rows = [(post.code, enrolment, post) for enrolment in programme.enrolments
            for post in enrolment.activity.posts if post.time <= cut_off(night)]
    rows.sort(key=lambda row: row[0])
    tables = []
    for start in range(0, len(rows), POSTS_PER_SHEET):
        table = Table("研讨记录.xlsx", f"研讨记录{len(tables) + 1 if tables else ''}", POST)
        table.head()
        for code, enrolment, post in rows[start:start + POSTS_PER_SHEET]:
            person = Number(enrolment.person.code) if tables else enrolment.person.code
            table.add(person, enrolment.project.name, enrolment.cohort, code, post.kind,
                      Number(serial(post.time), MOMENT), key=code)
        tables.append(table)
    return tables


def survey(programme, night):
    questions = tuple(question for _, _, question in items())
    table = Table("满意度问卷.xlsx", "Sheet1", SURVEY + questions + ("7、您的意见和建议",))
    table.head()
    for number, response in enumerate(programme.responses_by(night), 1):
        answers = [SCALE[mark - 1] if mark else blank for mark, blank in zip(response.marks, response.blanks)]
        city = response.city.name if response.city else "(跳过)"
        table.add(Number(str(number)), text(response.time).replace("-", "/"), f"{response.seconds}秒", "手机提交",
                  "直接访问", f"{response.address}(云川-{city[:2]})" if response.city else response.address, city,
                  response.project.name, *answers, response.remark or "(空)", key=number)
    return table


def administrators(programme):
    table = Table("管理人员.xlsx", "管理员", ("人员编号", "姓名", "级别", "所属单位", "联系电话"))
    table.head()
    for person in programme.staff.administrators:
        table.add(person.code, person.name, LEVELS[person.unit.level], person.unit.name, person.phone,
                  key=person.code)
    return table


def tutors(programme):
    table = Table("管理人员.xlsx", "辅导员",
                  ("人员编号", "姓名", "项目", "是否总辅导员", "所属单位", "身份证号", "出生日期", "专家组评分"))
    table.head()
    for tutor in programme.staff.tutors:
        table.add(tutor.code, tutor.name, tutor.project.name, "是" if tutor.chief else "否", tutor.unit.name,
                  tutor.id_card, tutor.birth, Number(tenths_text(tutor.tenths)), key=tutor.code)
    return table


def experts(programme):
    table = Table("管理人员.xlsx", "专家", ("人员编号", "姓名", "项目", "所属单位", "论坛值班天数"))
    table.head()
    for person in programme.staff.experts:
        days = None if person.duty_days is None else Number(str(person.duty_days))
        table.add(person.code, person.name, person.project.name, person.unit.name, days, key=person.code)
    return table


def moderators(programme):
    table = Table("管理人员.xlsx", "版主", ("人员编号", "姓名", "项目", "所属单位", "在线时长（小时）"))
    table.lines.append(Line(["人员编号", "姓名", "任职", None, "在线时长（小时）"], NON_DATA, "two_row_header",
                            "merged group header; 项目 and 所属单位 stand in the row below it"))
    table.lines.append(Line([None, None, "项目", "所属单位", None], NON_DATA))
    for number, person in enumerate(programme.staff.moderators):
        table.add(person.code, person.name, person.project.name, person.unit.name, _online_time(number, person),
                  key=person.code)
    return table


def _online_time(number, person):
    """The forms in which people note how long somebody was online; a bare number is hours."""
    hours, minutes = divmod(person.seconds // 60, 60)
    if number % 3 == 0 and person.seconds % 900 == 0:
        quarters = person.seconds // 900
        return Number(f"{quarters // 4}{('', '.25', '.5', '.75')[quarters % 4]}")
    if number % 3 == 1:
        return f"{person.seconds // 60}分钟"
    return f"{hours}小时{minutes}分" if minutes else f"{hours}小时"


def briefs(papers):
    table = Table("简报.csv", "", ("简报编号", "报送单位", "标题", "上报日期"))
    table.head()
    for brief in papers.briefs:
        table.add(brief.code, brief.unit.name, brief.title, day_text(brief.day), key=brief.code)
    return table


def applications(programme, papers, epoch_1904):
    table = Table("申报.xlsx", "申报", ("申报单位", "奖项", "对象编号", "对象名称", "项目", "申报日期"))
    table.head([f"{names.PROVINCE[0]}2023年省级教师网络培训评优申报汇总"] + [None] * 5)
    for paper in papers.applications:
        table.add(paper.city.name, paper.award, paper.code, paper.name, paper.project.name if paper.project else "",
                  Number(serial(paper.day * 86400, epoch_1904), DAY), key=paper)
    return table


def recommendations(papers):
    table = Table("推荐.xlsx", "推荐", ("推荐单位", "奖项", "对象编号", "对象名称", "推荐意见"))
    table.head()
    for paper in papers.recommendations:
        table.add(paper.unit.name, paper.award, paper.code, paper.name, paper.opinion)
    return table


def approvals(papers):
    table = Table("审批.xlsx", "审批", ("审批单位", "奖项", "对象编号", "对象名称", "结论", "审批日期"))
    table.head()
    for paper in papers.approvals:
        table.add("省级项目办", paper.award, paper.code, paper.name, paper.verdict, day_text(paper.day))
    return table


def seats(programme):
    table = Table("名额分配.csv", "", ("单位", "班次", "名额"))
    table.head()
    for allotment in programme.seats:
        table.add(allotment.county.name, allotment.cohort, str(allotment.seats),
                  key=(allotment.county.code, allotment.cohort))
    return table


def confirmations(programme, night):
    table = Table("信息确认.csv", "", ("学员编号", "项目", "班次", "登录编号", "确认时间"))
    table.head()
    for enrolment in _listed(programme):
        time = enrolment.confirmed_at
        if time is not None and time <= cut_off(night):
            table.add(enrolment.person.code, enrolment.project.name, enrolment.cohort,
                      f"DL{enrolment.person.code[4:]}{enrolment.project.code[2:]}", text(time), key=enrolment.key())
    return table


def sessions(programme):
    table = Table("训前培训.csv", "", ("组织单位", "培训对象", "班次", "培训日期", "培训时长（学时）"))
    table.head()
    for session in programme.sessions:
        whole, rest = divmod(session.quarters * 25, 100)
        length = f"{whole}.{rest:02d}".rstrip("0") if rest else str(whole)
        table.add(session.unit.name, session.audience, session.cohort, day_text(session.day), length,
                  key=(session.unit.code, session.cohort))
    return table
