"""The rows of every export on one night, as the platform and the offices would write them, still without faults."""

from ..exports import minutes_text
from ..table import Table
from ..workbook import MOMENT, Number
from . import names
from .clock import CALENDAR
from .staff import LEVELS, SCALE

ROSTER = ("序号", "学员编号", "姓名", "性别", "身份证号", "手机号", "省份", "地市", "区县", "所在学校", "党内职务", "审核状态")
STUDY = ("学员编号", "课程编号", "课程名称", "课程类别", "学习时长（分钟）", "最后学习时间")
POST = ("学员编号", "主题编号", "帖子编号", "类型", "发布时间")
ESSAY = ("学员编号", "作品编号", "作品类型", "字数", "提交时间", "评阅得分（满分20分）", "是否抄袭")
EXAM = ("学员编号", "考试次序", "交卷时间", "用时（分钟）", "考试成绩", "卷面满分")
SURVEY = ("序号", "提交答卷时间", "所用时间", "来源", "来源详情", "来自IP", "1、您所在的地市")
QUESTIONS = tuple(f"2、您对本次培训的评价({title})" for _, title in names.DIMENSIONS)
EXPERT_QUESTIONS = tuple(f"1、对本次培训的评估({title})" for _, title in names.DIMENSIONS)


def units(programme):
    table = Table("单位.csv", "", ("单位编码", "单位名称", "级别", "上级编码", "别名"))
    table.head()
    for unit in programme.world.units:
        table.add(unit.code, unit.name, unit.level, unit.parent.code if unit.parent else "", "；".join(unit.aliases),
                  key=unit.code)
    return table


def roster(programme, night):
    table = Table("学员报名表.xlsx", "报名学员", ROSTER)
    table.head(["第四期全国中小学校党组织书记网络培训示范班学员报名表"] + [None] * 11,
               [f"统计时间：{night} 24:00:00"] + [None] * 11)
    index = CALENDAR.nights.index(night)
    for learner in programme.learners:
        status, school, person = learner.statuses[index], learner.schools[index], learner.person
        if status is None:
            continue
        table.add(None, person.code, person.name, person.sex, person.id_card, person.phone, school.above("省").name,
                  school.above("市").name, school.above("县").name, school.name, learner.post, status,
                  key=learner.key())
    return table


def study(programme, night):
    table = Table("课程学习.csv", "", STUDY)
    table.head()
    for learner in _by_code(programme):
        for watching in learner.activity.watched:
            state = watching.at(CALENDAR.cut_off(night))
            if state:
                course = watching.course
                table.add(learner.person.code, course.code, course.title, course.category, minutes_text(state[0]),
                          CALENDAR.text(state[1]), key=(learner.key(), course.code))
    return table


def posts(programme, night):
    table = Table("班级研讨.csv", "", POST)
    table.head()
    rows = [(post.code, learner, post) for learner in programme.learners for post in learner.activity.posts
            if post.time <= CALENDAR.cut_off(night)]
    for code, learner, post in sorted(rows, key=lambda row: row[0]):
        table.add(learner.person.code, post.topic, code, post.kind, CALENDAR.text(post.time), key=code)
    return table


def essays(programme, night):
    """A mark stands there once the essay is graded."""
    table = Table("心得与案例.xlsx", "作品", ESSAY)
    table.head(["学员学习心得、党建工作案例提交与评阅情况"] + [None] * 6)
    end = CALENDAR.cut_off(night)
    rows = [(essay.code, learner, essay) for learner in programme.learners for essay in learner.activity.essays
            if essay.time <= end]
    for code, learner, essay in sorted(rows, key=lambda row: row[0]):
        graded = essay.graded <= end
        table.add(learner.person.code, code, essay.kind, Number(str(essay.characters)),
                  Number(CALENDAR.serial(essay.time), MOMENT), Number(_mark(essay.mark)) if graded else "待批阅",
                  ("是" if essay.copied else "否") if graded else None, key=code)
    return table


def exams(programme, night):
    table = Table("在线考试.csv", "", EXAM)
    table.head()
    for learner in _by_code(programme):
        for attempt in learner.activity.attempts:
            if attempt.time <= CALENDAR.cut_off(night):
                table.add(learner.person.code, str(attempt.number), CALENDAR.text(attempt.time),
                          minutes_text(attempt.seconds), _mark(attempt.mark), "100",
                          key=(learner.key(), attempt.number))
    return table


def survey(programme, night):
    table = Table("满意度问卷.xlsx", "Sheet1", SURVEY + QUESTIONS + ("3、您的意见和建议",))
    table.head()
    for number, response in enumerate(programme.responses_by(night), 1):
        table.add(Number(str(number)), CALENDAR.text(response.time).replace("-", "/"), f"{response.seconds}秒", "微信",
                  "直接访问", response.address, response.city.name, *_answers(response, "(空)"),
                  names.REMARKS[number % len(names.REMARKS)], key=number)
    return table


def expert_survey(programme, night):
    """The same survey service, exported as codes: 1 is the first option, the best."""
    table = Table("专家评估问卷.xlsx", "Sheet1", SURVEY[:6] + EXPERT_QUESTIONS)
    table.head()
    for number, response in enumerate(programme.expert_responses_by(night), 1):
        codes = [Number(str(6 - mark)) if mark else Number("-3") for mark in response.marks]
        table.add(Number(str(number)), CALENDAR.text(response.time).replace("-", "/"), f"{response.seconds}秒", "微信",
                  "直接访问", response.address, *codes, key=number)
    return table


def officers(programme):
    table = Table("管理人员.xlsx", "管理人员", ("人员编号", "姓名", "职责", "级别", "所属单位", "联系电话"))
    table.head(["第四期示范班各级负责人、联系人名单"] + [None] * 5)
    for person in programme.officers:
        table.add(person.code, person.name, person.role, LEVELS[person.unit.level], person.unit.name, person.phone,
                  key=person.code)
    return table


def submissions(programme, night):
    table = Table("报送材料.csv", "", ("报送编号", "报送单位", "材料类别", "材料名称", "报送时间"))
    table.head()
    for paper in programme.submissions:
        if paper.time <= CALENDAR.cut_off(night):
            table.add(paper.code, paper.unit.name, paper.kind, paper.title, CALENDAR.text(paper.time), key=paper.code)
    return table


def recommendations(programme, night):
    table = Table("案例推荐.xlsx", "推荐", ("推荐单位", "奖项", "学员编号", "学员姓名", "推荐意见"))
    table.head()
    for paper in programme.recommendations_by(night):
        table.add(paper.unit.name, paper.award, paper.code, paper.name, paper.opinion, key=(paper.unit.code, paper.code))
    return table


def approvals(programme, night):
    table = Table("案例审定.xlsx", "审定", ("审定单位", "奖项", "学员编号", "学员姓名", "结论", "审定日期"))
    table.head()
    for paper in programme.approvals_by(night):
        table.add(paper.unit.aliases[0], paper.award, paper.code, paper.name, paper.verdict, "2020-09-21",
                  key=(paper.unit.code, paper.code))
    return table


def _answers(response, blank):
    return [SCALE[mark - 1] if mark else blank for mark in response.marks]


def _mark(hundredths):
    whole, rest = divmod(hundredths, 100)
    return f"{whole}.{rest:02d}".rstrip("0").rstrip(".")


def _by_code(programme):
    return sorted(programme.learners, key=lambda learner: learner.key())
