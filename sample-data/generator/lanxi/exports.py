"""The rows of every export of one term, as platform, training school and schools would write them, still without faults."""

from generator.calendar import DAY as SECONDS_A_DAY
from generator.table import Table
from generator.workbook import DAY, MOMENT, Number

from . import names
from .rubric import SITUATIONS
from .terms import CALENDAR

ROSTER = ("序号", "学校", "教师编号", "姓名", "性别", "身份证号", "联系电话", "任教学科", "学期")
PAPERS = ("教师编号", "姓名", "学期", "作业编号", "作业名称", "提交时间", "得分", "满分", "备注")
ESSAYS = ("教师编号", "学期", "上传编号", "标题", "字数", "上传时间")
CONTENTS = ("教师编号", "学期", "内容编号", "内容", "类别", "学习时长（分钟）", "最后学习时间")
REGISTER = ("教师编号", "学期", "考核项目", "情形", "次数")
SUBMISSIONS = ("学校", "学期", "材料", "份数", "报送时间", "备注")
EARLIER = ("教师编号", "姓名", "年度", "认定项目", "认定学时", "认定日期")


def decimal_text(hundredths):
    whole, rest = divmod(hundredths, 100)
    return f"{whole}.{rest:02d}".rstrip("0").rstrip(".")


def units(world):
    table = Table("学校.csv", "", ("单位编码", "单位名称", "级别", "上级编码", "简称"))
    table.head()
    for unit in world.units:
        table.add(unit.code, unit.name, unit.level, unit.parent.code if unit.parent else "", "、".join(unit.aliases),
                  key=unit.code)
    return table


def projects(world):
    table = Table("学科.csv", "", ("学科编码", "学科名称", "学科"))
    table.head()
    for project in world.projects:
        table.add(project.code, project.name, project.subject, key=project.code)
    return table


def _present(teachers, index):
    return [teacher for teacher in teachers if teacher.schools[index]]


def _by_code(teachers, index):
    return sorted(_present(teachers, index), key=lambda teacher: teacher.person.code)


def roster(world, teachers, index, term):
    """Each school's teachers are one block whose school is a merged cell; blocks are given with the table."""
    table = Table("学员信息表.xlsx", "学员信息汇总", ROSTER)
    table.head([f"{names.COUNTY}{term.title}教师培训学员信息表"] + [None] * 8,
               [f"报送单位：{names.TRAINING_SCHOOL}"] + [None] * 5 + [f"统计时间：{term.night}"] + [None] * 2)
    for school in world.schools:
        first = True
        for teacher in _present(teachers, index):
            if teacher.schools[index] is not school:
                continue
            person = teacher.person
            table.add(None, school.name if first else None, person.code, person.name, person.sex, person.id_card,
                      person.phone, teacher.project.name, term.title, key=person.code)
            first = False
    return table


def papers(teachers, index, term):
    """The training school's register of the two assignments; who handed in nothing stands in it without time and mark."""
    table = Table("县本作业登记.xlsx", "作业登记", PAPERS)
    table.head([f"{names.TRAINING_SCHOOL}{term.title}县本培训作业登记表"] + [None] * 8)
    for code, title, field in (("ZY1", "笔答试卷", "paper"), ("ZY2", "学习体会", "essay_mark")):
        for teacher in _by_code(teachers, index):
            person, entry = teacher.person, getattr(teacher.works[index], field)
            time = Number(CALENDAR.serial(entry.time), MOMENT) if entry else None
            table.add(person.code, person.name, term.title, code, title, time,
                      Number(decimal_text(entry.hundredths)) if entry else "未交", Number("50"), None,
                      key=(person.code, code))
    return table


def essays(teachers, index, term):
    table = Table("学习体会上传.csv", "", ESSAYS)
    table.head()
    rows = [(essay.time, teacher.person.code, essay) for teacher in _present(teachers, index)
            for essay in teacher.works[index].essays]
    for number, (_, code, essay) in enumerate(sorted(rows, key=lambda row: row[:2]), 1):
        upload = f"SC{term.night[2:4]}{number:04d}"
        table.add(code, term.title, upload, essay.title, str(essay.length), CALENDAR.text(essay.time)[:16],
                  key=upload)
    return table


def contents(teachers, index, term):
    table = Table("学习记录.csv", "", CONTENTS)
    table.head()
    titles = {code: (title, kind) for code, title, kind in names.CONTENTS}
    for teacher in _by_code(teachers, index):
        for content in teacher.works[index].contents:
            table.add(teacher.person.code, term.title, content.code, *titles[content.code], str(content.seconds // 60),
                      CALENDAR.text(content.last), key=(teacher.person.code, content.code))
    return table


def register(teachers, index, term):
    """Every situation of every teacher whom a school assessed, counts of nothing too."""
    table = Table("校本考核登记.xlsx", "考核登记", REGISTER)
    table.head([f"{term.title}校本研修考核登记表（各校汇总）"] + [None] * 4)
    for teacher in _by_code(teachers, index):
        rubric = teacher.works[index].rubric
        if rubric.assessed:
            for heading, situation in SITUATIONS:
                table.add(teacher.person.code, term.title, heading, situation, Number(str(rubric[situation])),
                          key=(teacher.person.code, situation))
    return table


def submissions(rows, term):
    table = Table("学校报送登记.xlsx", "报送登记", SUBMISSIONS)
    table.head([f"{term.title}各校报送材料登记表"] + [None] * 5)
    for row in rows:
        table.add(row.school.name, term.title, row.material, Number("1") if row.time is not None else None,
                  CALENDAR.text(row.time)[:16] if row.time is not None else None,
                  None if row.time is not None else "未报", key=(row.school.code, row.material))
    return table


def earlier(rows):
    table = Table("既往学时.xlsx", "学时认定", EARLIER)
    table.head(["“十四五”期间继续教育学时认定台账（既往部分）"] + [None] * 5)
    for row in rows:
        person = row.teacher.person
        table.add(person.code, person.name, Number(str(row.year)), row.title, Number(decimal_text(row.hundredths)), row.day,
                  key=(person.code, row.title))
    return table


def recommendations(rows):
    table = Table("微课推荐表.xlsx", "推荐", ("推荐学校", "奖项", "教师编号", "姓名", "推荐意见"))
    table.head(["各校微课制作评选推荐表"] + [None] * 4)
    for number, row in enumerate(rows):
        table.add(row.school.name, row.award, row.code, row.name, row.opinion, key=number)
    return table


def approvals(rows, term):
    table = Table("评选结果.xlsx", "结果", ("审定单位", "奖项", "教师编号", "姓名", "结论", "审定日期"))
    table.head()
    day = CALENDAR.at(term.night) - SECONDS_A_DAY
    for number, row in enumerate(rows):
        table.add(names.TRAINING_SCHOOL, row.award, row.code, row.name, row.verdict,
                  Number(CALENDAR.serial(day).split(".")[0], DAY), key=number)
    return table
