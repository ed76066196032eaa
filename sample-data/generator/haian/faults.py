"""The faults planted in the county's exports: each once a night, in a named row, with what must happen to it."""

from generator.faults import FULL_WIDTH
from generator.table import DUPLICATE, Line, NON_DATA, REJECTED
from generator.workbook import Number, Rich

from .calendar import DAY


def settled(learners):
    """Learners of whom nothing changes between the nights, so that a fault sits on the same learner on both."""
    return [learner for learner in learners
            if not learner.set_score and learner.cohort == "上旬班" and learner.schools[0] is learner.schools[1]
            and len(learner.activity.watched) == 5 and len(learner.activity.hand_ins) == 4
            and max(course.ended for course in learner.activity.watched) < 16 * DAY
            and all(entry.time < 16 * DAY and entry.first_tenths < 0 for entry in learner.activity.hand_ins)
            and {post.kind for post in learner.activity.posts if post.time < 16 * DAY} == {"发帖", "回帖"}]


def plant_in_roster(table, chosen, twice):
    table.note("title_rows", "two rows above the header; the second holds the office and the snapshot time")
    keys = iter([learner.key() for learner in chosen])
    table.soil(next(keys), "姓名", lambda name: "　".join(name), "name_dirt", "ideographic spaces inside: removed")
    table.soil(next(keys), "姓名", lambda name: Rich(name[0], name[1:], "xing"), "rich_text", "two text runs: one name")
    table.soil(next(keys), "师训编号", lambda code: Number(code), "text_numbers", "a numeric cell: its plain digits")
    table.soil(next(keys), "师训编号", lambda code: "'" + code, "id_text_guard", "leading apostrophe: stripped")
    table.soil(next(keys), "身份证号", lambda number: f"{number[0]}.{number[1:6]}E+17", "id_mangled",
               "identity number lost its precision: left empty and flagged")
    table.soil(next(keys), "身份证号", lambda number: number[:-1] + ("3" if number[-1] != "3" else "4"),
               "id_check_failed", "GB 11643 check digit is wrong: flagged")
    table.soil(next(keys), "手机号", lambda phone: f"{phone[:3]}-{phone[3:7]}-{phone[7:]}", "phone_form", "hyphens: removed")
    table.soil(next(keys), "班次", lambda cohort: cohort + " ", "fullwidth", "a blank behind: removed")
    table.soil(next(keys), "所在学校", lambda name: f"{name}\n", "self_entry", "a line break behind: removed")
    table.insert(next(keys), {}, DUPLICATE, "duplicates", "the row before it once more: merged")
    table.insert(twice.key(), {"班次": "下旬班"}, DUPLICATE, "two_cohorts",
                 "the same learner in the other cohort: set aside by the ruling two_cohorts of the pipeline file")
    faulty = {"师训编号": "23049990001", "姓名": "柯无名", "身份证号": "", "手机号": "10099990001"}
    table.insert(next(keys), dict(faulty, 所在学校="云麓县望舒书院"), REJECTED, "unknown_unit", "no such school")
    table.insert(next(keys), dict(faulty, 师训编号=""), REJECTED, "missing_person", "no 师训编号")
    table.insert(next(keys), dict(faulty, 班次="中旬班"), REJECTED, "unknown_value", "no such cohort")


def plant_in_study(table, chosen):
    table.note("streamed", "streamed by the platform: strings inline, sizes behind the data")
    keys = iter([(learner.key(), learner.activity.watched[number % 4].course[0])
                 for number, learner in enumerate(chosen)])
    table.soil(next(keys), "学习时长（分钟）", _hours_and_minutes, "duration", "hours and minutes in words")
    table.soil(next(keys), "学习时长（分钟）", lambda minutes: f"{minutes.digits}分钟", "duration", "minutes with their unit")
    table.soil(next(keys), "师训编号", lambda code: code.translate(FULL_WIDTH), "fullwidth", "full-width digits")
    key = next(keys)
    table.precede(key, {"学习时长（分钟）": Number("11")}, "duplicates",
                  "the same course of the same learner again: the greater time counts")
    table.insert(next(keys), {"师训编号": "23048880001"}, REJECTED, "unknown_person", "not on the roster")
    table.insert(next(keys), {"课程编号": "KC-98", "学习时长（分钟）": Number("-30")}, REJECTED, "negative_value", "negative")
    table.insert(next(keys), {"课程编号": "KC-99", "学习时长（分钟）": "3O分钟"}, REJECTED, "bad_duration",
                 "a letter O among the digits")


def _hours_and_minutes(minutes):
    hours, rest = divmod(int(minutes.digits), 60)
    return f"{hours}小时{rest}分"


def plant_in_assignments(table, chosen):
    table.note("encoding", "GB18030 without a mark")
    codes = ("ZY01", "ZY02", "ZY03", "ZY04")
    keys = iter([(learner.key(), codes[number % 4]) for number, learner in enumerate(chosen)])
    table.soil(next(keys), "得分", lambda mark: mark + "分", "suffix_numbers", "a unit behind the mark: stripped")
    table.soil(next(keys), "提交时间", lambda time: time.replace("-", "/"), "date_forms", "slashes")
    table.soil(next(keys), "提交时间", lambda time: time.replace(":", "："), "date_forms", "full-width colons")
    table.soil(next(keys), "优秀", lambda word: {"是": "√", "否": "×"}[word], "bool_forms", "√ and × for 是 and 否")
    key = next(keys)
    table.precede(key, {"得分": "12"}, "duplicates", "the same assignment again: the higher mark counts")
    table.insert(next(keys), {"作业编号": "ZY97", "得分": "105"}, REJECTED, "above_maximum", "105 of 100")
    table.insert(next(keys), {"作业编号": "ZY98", "得分": "优"}, REJECTED, "bad_number", "not a number")
    blank = [line for line in table.lines if line.cells[4] == "未提交"]
    for line, token in zip(blank[30::60], ("-", "/")):
        line.cells[4], line.code, line.detail = token, "missing_tokens", f"{token} is no mark: not handed in"


def plant_in_posts(table, chosen):
    table.note("encoding", "UTF-8 with a byte order mark")
    keys = iter([(learner.key(), "回帖") for learner in chosen])
    table.soil(next(keys), "次数", lambda count: count + "次", "suffix_numbers", "a unit behind the number: stripped")
    table.soil(next(keys), "次数", lambda count: count.translate(FULL_WIDTH), "fullwidth", "full-width digits")
    table.insert(next(keys), {}, DUPLICATE, "duplicates", "the row before it once more: the greater number counts")
    table.insert(next(keys), {"类型": "点赞"}, REJECTED, "unknown_value", "no kind of discussion")
    table.insert(next(keys), {"师训编号": "23048880002"}, REJECTED, "unknown_person", "not on the roster")


def plant_in_survey(table):
    table.note("codes", "option codes; the pipeline file says that 1 is the best answer")
    for token in ("-2", "-3"):
        line = next(line for line in table.lines[1:] if not line.code
                    and any(isinstance(cell, Number) and cell.digits == token for cell in line.cells[8:20]))
        line.code, line.detail = "missing_tokens", f"{token} is no answer: counts in no denominator of that item"


def plant_in_sessions(table, world):
    table.lines[0].code, table.lines[0].detail = "title_rows", "one row above the header"
    county, school = world.county, world.schools[1]
    table.soil((county.code, "校级管理员", "上旬班"), "组织单位", county.aliases[-1], "alias", "the county's office: by alias")
    table.soil((school.code, "参训学员", "上旬班"), "培训日期", _in_characters, "date_forms", "年月日")
    table.note("hour_unit", "a bare number is of the unit in the header, 学时; minutes are said")


def _in_characters(day):
    return "{}年{}月{}日".format(*(part.lstrip("0") for part in day.split("-")))


def end_seats(table):
    total = sum(int(line.cells[2].digits) for line in table.lines[2:])
    table.lines.append(Line(["合计", None, Number(str(total))], NON_DATA, "total_row", "the total: no school"))


def end_applications(table):
    table.lines[0].code, table.lines[0].detail = "title_rows", "one row above the header"
    table.lines.append(Line(["注：组织单位奖须填写项目，承担多个项目的分行填写。"] + [None] * 5, NON_DATA, "note_row",
                            "a note: reading ends here"))
