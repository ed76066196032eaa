"""The faults planted in the exports of the class: each once, with what must happen to its row."""

from ..table import DUPLICATE, Line, NON_DATA, REJECTED
from ..workbook import Number

FULL_WIDTH = {ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)}


def settled(programme):
    """Learners of whom nothing changes between the nights, so that a fault sits on the same one on both."""
    before = min(programme.calendar.cut_off(night) for night in programme.calendar.nights) - 7 * 86400
    return [learner for learner in programme.learners
            if learner.statuses == ["已通过", "已通过"] and learner.schools[0] is learner.schools[1] and not learner.case
            and len(learner.activity.watched) > 12 and len(learner.activity.posts) >= 2
            and len(learner.activity.essays) == 1 and learner.activity.attempts
            and all(watching.ended < before for watching in learner.activity.watched)
            and learner.activity.essays[0].graded < before and learner.activity.essays[0].characters >= 1000
            and all(attempt.time < before for attempt in learner.activity.attempts)]


def plant_in_roster(table, chosen):
    table.note("title_rows", "two rows above the header; the second holds the snapshot time")
    table.note("wps_dimension", "the sheet says dimension A1:A1 although it is full; the rows are walked")
    keys = iter([learner.key() for learner in chosen])
    table.soil(next(keys), "姓名", lambda name: "　".join(name), "name_dirt", "ideographic spaces: the name without them")
    table.soil(next(keys), "手机号", lambda phone: phone.translate(FULL_WIDTH), "fullwidth",
               "full-width digits: half-width")
    table.soil(next(keys), "身份证号", lambda number: f"{number[0]}.{number[1:6]}E+17", "id_mangled",
               "identity number lost its precision: not repaired, left empty and flagged")
    table.soil(next(keys), "学员编号", lambda code: code.lower().replace("zx", "ＺＸ"), "fullwidth",
               "full-width letters: half-width")
    table.insert(next(keys), {}, DUPLICATE, "duplicates", "the row before it once more: merged")
    faulty = {"学员编号": "ZX20999001", "姓名": "柯无名", "身份证号": "", "手机号": "10099990001"}
    table.insert(next(keys), dict(faulty, 所在学校="望舒书院附属小学"), REJECTED, "unknown_unit",
                 "no such school by name or alias: quarantined")
    table.insert(next(keys), dict(faulty, 学员编号="ZX20999002", 审核状态="退回修改"), REJECTED, "unknown_value",
                 "a state of enrolment that the pipeline file does not name")
    table.insert(next(keys), dict(faulty, 学员编号=""), REJECTED, "missing_person", "no 学员编号")


def plant_in_study(table, chosen):
    table.note("encoding", "GB18030 without a mark")
    keys = iter([(learner.key(), learner.activity.watched[(number + 1) % 9].course.code)
                 for number, learner in enumerate(chosen)])
    table.soil(next(keys), "学习时长（分钟）", _hours_and_minutes, "duration", "hours and minutes in words")
    table.soil(next(keys), "学习时长（分钟）", lambda minutes: minutes + "分钟", "duration", "minutes with their unit")
    table.soil(next(keys), "学员编号", lambda code: "'" + code, "id_text_guard", "leading apostrophe: stripped")
    table.soil(next(keys), "最后学习时间", lambda time: time.replace("-0", "/").replace("-", "/"), "date_forms",
               "slashes, no leading zero")
    table.insert(next(keys), {}, DUPLICATE, "duplicates",
                 "the same course watched again: counted once, the greater time of both")
    table.insert(next(keys), {"学员编号": "ZX20888001"}, REJECTED, "unknown_person", "not on the roster")
    table.insert(next(keys), {"课程编号": "BX97", "学习时长（分钟）": "-30"}, REJECTED, "negative_value", "negative minutes")
    table.insert(next(keys), {"课程编号": "BX98", "学习时长（分钟）": "1小时3O分"}, REJECTED, "bad_duration",
                 "a letter O among the digits")
    table.insert(next(keys), {"课程编号": "BX99", "课程类别": "必修/师德师风/视频"}, REJECTED, "unknown_value",
                 "no module of the plan")


def _hours_and_minutes(minutes):
    hours, rest = divmod(int(minutes), 60)
    return f"{hours}小时{rest}分"


def plant_in_posts(table, chosen):
    codes = [learner.activity.posts[0].code for learner in chosen]
    table.soil(codes[0], "发布时间", lambda time: time[:10].replace("-", ".") + time[10:], "date_forms", "dots")
    table.insert(codes[1], {}, DUPLICATE, "duplicates", "the post before it once more: the first one counts")
    table.insert(codes[2], {"帖子编号": "TZ99001", "发布时间": "2020-06-31 10:00:00"}, REJECTED, "bad_date",
                 "June has no 31st")


def plant_in_essays(table, chosen):
    table.note("date_serials", "提交时间 are date serials")
    codes = [learner.activity.essays[0].code for learner in chosen]
    table.soil(codes[0], "字数", lambda number: f"{number.digits}字", "suffix_numbers", "characters with their unit")
    table.soil(codes[1], "字数", lambda number: f"{int(number.digits) // 1000},{int(number.digits) % 1000:03d}",
               "text_numbers", "text with a comma for the thousands")
    table.insert(codes[2], {"作品编号": "XD99001", "评阅得分（满分20分）": Number("21")}, REJECTED, "above_maximum",
                 "21 of 20")
    table.soil(codes[3], "是否抄袭", "×", "bool_forms", "× is 否")
    table.lines.append(Line(["注：1.抄袭由评阅专家认定；2.字数含标点，不含空格。"] + [None] * 6, NON_DATA, "note_row",
                            "a note: reading ends here"))


def plant_in_exams(table, chosen):
    table.note("encoding", "UTF-8 with a byte order mark")
    keys = [(learner.key(), learner.activity.attempts[0].number) for learner in chosen]
    table.soil(keys[0], "考试成绩", lambda mark: mark.translate(FULL_WIDTH), "fullwidth", "full-width digits")
    table.soil(keys[1], "考试成绩", lambda mark: mark + "分", "suffix_numbers", "a unit behind the mark")
    table.insert(keys[2], {"考试次序": "8", "考试成绩": "101"}, REJECTED, "above_maximum", "101 of 100")
    table.insert(keys[3], {"考试次序": "9", "考试成绩": "优秀"}, REJECTED, "bad_number", "not a number")


def plant_in_survey(table):
    table.note("suffix_numbers", "所用时间 carries its unit, as in 528秒: the number")
    line = next(line for line in table.lines if "(空)" in line.cells[7:11])
    line.code, line.detail = "missing_tokens", "(空) is no answer: counts in no denominator of that item"
