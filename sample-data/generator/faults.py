"""The faults planted in the exports: each once, each in a named row, each with what must happen to it."""

from .clock import text
from .table import DUPLICATE, Line, NON_DATA, REJECTED
from .workbook import Number, Rich

FULL_WIDTH = {ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)}


def settled(programme):
    """Learners of whom nothing changes between the nights, so that a fault sits on the same learner on both."""
    twice = {}
    for enrolment in programme.enrolments:
        twice[enrolment.person.code] = twice.get(enrolment.person.code, 0) + 1
    return [enrolment for enrolment in programme.enrolments
            if all(enrolment.listed) and not any(enrolment.withdrawn) and not enrolment.set_score
            and twice[enrolment.person.code] == 1 and enrolment.schools[0] is enrolment.schools[1]
            and len(enrolment.activity.watched) >= 8 and len(enrolment.activity.hand_ins) == 6
            and max(course.ended for course in enrolment.activity.watched) < 18 * 86400
            and all(hand_in.time < 18 * 86400 and hand_in.first_tenths < 0 for hand_in in enrolment.activity.hand_ins)]


def plant_in_roster(table, chosen):
    table.note("title_rows", "two rows above the header; the second holds the snapshot time")
    table.note("wps_dimension", "the sheet says dimension A1:A1 although it is full; the rows are walked")
    table.note("wps_core_props", "docProps/core.xml holds elements that the standard does not know; ignored")
    keys = iter([enrolment.key() for enrolment in chosen])
    table.soil(next(keys), "姓名", lambda name: " ".join(name), "name_dirt", "inner spaces: the name without them")
    table.soil(next(keys), "姓名", lambda name: name[0] + "•" + name[1:], "name_dirt",
               "middle dot U+2022: the name with U+00B7")
    table.soil(next(keys), "姓名", lambda name: name + "（新）", "name_dirt", "trailing mark: kept as written")
    table.soil(next(keys), "姓名", lambda name: name[:-1] + "?", "name_dirt", "a character lost to ?: kept, flagged")
    table.soil(next(keys), "手机号", lambda phone: phone.translate(FULL_WIDTH), "fullwidth",
               "full-width digits: half-width")
    table.soil(next(keys), "身份证号", lambda number: "'" + number, "id_text_guard", "leading apostrophe: stripped")
    table.soil(next(keys), "身份证号", lambda number: f"{number[0]}.{number[1:6]}E+17", "id_mangled",
               "identity number lost its precision: not repaired, left empty and flagged id_precision_lost; "
               "the learner is known by 学员编号")
    table.soil(next(keys), "身份证号", _wrong_check_digit, "id_check_failed", "GB 11643 check digit is wrong: flagged")
    table.soil(next(keys), "姓名", lambda name: Rich(name[0], name[1:], "xing"), "rich_text",
               "two text runs and a phonetic guide: the name without the guide")
    line = table.find(next(keys))
    line.code, line.detail = "hidden", "the row is hidden by a filter: read, and reported"
    _plant_school_names(table, chosen[10:13])
    table.insert(chosen[13].key(), {}, DUPLICATE, "duplicates", "the row before it once more: merged")
    faulty = {"学员编号": "202399990001", "姓名": "柯无名", "身份证号": "", "手机号": "10099990001"}
    table.insert(chosen[14].key(), dict(faulty, 工作单位="望舒书院附属小学"), REJECTED, "unknown_unit",
                 "no such unit by name or alias: quarantined")
    table.insert(chosen[15].key(), dict(faulty, 学员编号=""), REJECTED, "missing_person", "no 学员编号")
    table.insert(chosen[16].key(), dict(faulty, 学员编号="202399990002", 姓名=""), REJECTED, "missing_required",
                 "no 姓名")


def _wrong_check_digit(number):
    return number[:-1] + ("1" if number[-1] != "1" else "2")


def _plant_school_names(table, chosen):
    first, second, third = chosen
    table.soil(first.key(), "工作单位", first.schools[0].aliases[0], "school_rename",
               "an earlier short name: matched by alias")
    table.soil(second.key(), "工作单位", lambda _: f" {second.schools[0].name}　", "self_entry",
               "typed with a blank before and an ideographic space behind: matched by name")
    table.soil(third.key(), "地市", lambda city: city[:-1], "region_form", "the city without 市: matched by alias")


def plant_in_study(table, chosen):
    table.note("encoding", "GB18030 without a mark; one course title needs a four-byte character")
    table.note("never_filled", "column 是否满足毕业学分 is always blank: absent, not false")
    keys = iter([(enrolment.key(), enrolment.activity.watched[(number + 1) % 8].course[0])
                 for number, enrolment in enumerate(chosen)])
    table.soil(next(keys), "学员编号", lambda code: "'" + code, "id_text_guard", "leading apostrophe: stripped")
    table.soil(next(keys), "学员编号", lambda code: "\t" + code, "id_text_guard", "leading tab: stripped")
    table.soil(next(keys), "学习时长（分钟）", _hours_and_minutes, "duration", "hours and minutes in words")
    table.soil(next(keys), "学习时长（分钟）", lambda minutes: minutes + "分钟", "duration", "minutes with their unit")
    table.soil(next(keys), "最后学习时间", lambda time: time.replace("-0", "/").replace("-", "/"), "date_forms",
               "slashes, no leading zero")
    table.soil(next(keys), "项目", lambda name: name + "　", "fullwidth", "ideographic space behind: stripped")
    key = next(keys)
    table.precede(key, {"学习时长（分钟）": "11", "最后学习时间": "2023-08-01 20:00:00"}, "duplicates",
                  "the same course of the same learner again, in the next row: "
                  "the greater minutes and the later time count")
    table.insert(next(keys), {"学员编号": "202388880001"}, REJECTED, "unknown_person", "not on the roster")
    table.insert(next(keys), {"项目": "小学星象"}, REJECTED, "unknown_project", "no such project")
    table.insert(next(keys), {"课程编号": "KC-98", "学习时长（分钟）": "-30"}, REJECTED, "negative_value",
                 "negative minutes")
    table.insert(next(keys), {"课程编号": "KC-99", "学习时长（分钟）": "1小时3O分"}, REJECTED, "bad_duration",
                 "a letter O among the digits")
    table.insert(next(keys), {"学员编号": "2.023E+11"}, REJECTED, "id_precision_lost",
                 "学员编号 lost its precision: never repaired")


def _hours_and_minutes(minutes):
    hours, rest = divmod(int(minutes), 60)
    return f"{hours}小时{rest}分"


def plant_in_assignments(table, chosen):
    table.note("encoding", "UTF-8 with a byte order mark")
    codes = [f"ZY{number:02d}" for number in (1, 2, 3, 4)]
    keys = iter([(enrolment.key(), codes[index % 4]) for index, enrolment in enumerate(chosen)])
    table.soil(next(keys), "学员编号", lambda code: f'="{code}"', "id_text_guard", 'wrapped in ="…": stripped')
    table.soil(next(keys), "得分", lambda mark: mark + "分", "suffix_numbers", "a unit behind the mark: stripped")
    table.soil(_whole(table, keys), "得分", lambda mark: f"{int(mark) - 1}.99999999999999", "float_tail",
               "float tail: rounded half up to two decimals, the next whole number")
    table.soil(_whole(table, keys), "得分", lambda mark: mark.translate(FULL_WIDTH), "fullwidth", "full-width digits")
    table.soil(next(keys), "提交时间", _in_characters, "date_forms", "年月日 and a full-width colon")
    for form, meaning in (("×", "否"), ("0", "否"), ("N", "否"), ("false", "否")):
        table.soil(next(keys), "是否优秀", form, "bool_forms", f"{form} is {meaning}")
    excellent = [line for line in table.lines if line.cells[8] == "是" and line.key
                 and line.key[0] in {enrolment.key() for enrolment in chosen}]
    for line, form in zip(excellent, ("√", "1", "Y", "true")):
        line.cells[8], line.code, line.detail = form, "bool_forms", f"{form} is 是"
    key = next(keys)
    table.precede(key, {"得分": "12"}, "duplicates",
                  "the same assignment of the same learner again, in the next row: the higher mark counts")
    table.insert(next(keys), {"作业编号": "ZY97", "得分": "105"}, REJECTED, "above_maximum", "105 of 100")
    table.insert(next(keys), {"作业编号": "ZY98", "得分": "八五"}, REJECTED, "bad_number", "not a number")


def _whole(table, keys):
    """The next key whose mark has no decimals."""
    return next(key for key in keys if "." not in table.find(key).cells[6])


def _in_characters(time):
    year, month, rest = time[:4], time[5:7], time[8:]
    return f"{year}年{int(month)}月{int(rest[:2])}日 {rest[3:5]}：{rest[6:8]}：{rest[9:11]}"


def plant_missing_tokens(table, blank_keys):
    """Every way of writing nothing, each on one assignment that was not handed in."""
    for key, token in zip(blank_keys, ("-", "—", "——", "/", "无", "N/A", "缺考", "待考", "未登录", "从未学习")):
        table.soil(key, "得分", token, "missing_tokens", f"{token} is no mark: counts as zero, not handed in")


def plant_in_posts(tables, posts):
    first, second = tables
    first.note("sheet_split", "the exporter begins a second sheet when the first is full: joined")
    second.note("text_numbers", "学员编号 are numeric cells here: their plain digits")
    header = second.lines[0]
    header.code, header.detail = "sheet_split", "the header again: no data"
    code = posts[500].code
    first.soil(code, "发布时间", _in_characters(text(posts[500].time)), "date_forms", "text among date serials")
    first.insert(posts[900].code, {}, DUPLICATE, "duplicates", "the post before it once more: the first one counts")
    first.insert(posts[1300].code, {"帖子编号": "TZ990001", "发布时间": "2023-02-30 10:00:00"}, REJECTED, "bad_date",
                 "February has no 30th")


def plant_in_survey(table):
    table.note("suffix_numbers", "所用时间 carries its unit, as in 528秒: the number")
    for token in ("(跳过)", "(空)", "-2", "-3"):
        line = next(line for line in table.lines if token in line.cells[8:20] and not line.code)
        line.code, line.detail = "missing_tokens", f"{token} is no answer: counts in no denominator of that item"


def plant_in_staff(administrators, tutors, moderators):
    administrators.note("merged_data",
                        "所属单位 of the two administrators of a city is one merged cell: filled down inside it")
    tutors.soil("FD030", "专家组评分", lambda number: number.digits, "text_numbers", "a number stored as text")
    tutors.soil("FD031", "专家组评分", lambda number: Number(format(float(number.digits), ".17g")), "float_tail",
                "seventeen digits, as a spreadsheet stores it: the shortest form")
    tutors.soil("FD032", "出生日期", lambda date: date.replace("-", "."), "date_forms", "dots")
    for ending, detail in (("分", "hours and minutes in words"), ("分钟", "minutes with their unit"),
                           ("小时", "hours with their unit")):
        line = next(line for line in moderators.lines[2:] if not line.code and str(line.cells[4]).endswith(ending))
        line.code, line.detail = "duration", f"{line.cells[4]}: {detail}"


def plant_in_briefs(table, world):
    dated = [line for line in table.lines if line.key]
    for line, dirty, detail in zip(dated[3:60:7], _DAY_FORMS, _DAY_FORM_NAMES):
        table.soil(line.key, "上报日期", dirty, "date_forms", detail)
    city = next(line for line in dated if line.cells[1] in {unit.name for unit in world.level("市")} and not line.code)
    table.soil(city.key, "报送单位", lambda name: name + "教育局", "school_rename", "the office of the city: matched by alias")
    quoted = next(line for line in dated[70:] if not line.code)
    table.soil(quoted.key, "标题", lambda title: f'{title}\n——"在研修中成长"', "quoted_cell",
               "a line break and quotation marks inside a quoted cell")


_DAY_FORMS = (
    lambda day: "/".join(part.lstrip("0") for part in day.split("-")),
    lambda day: day.replace("-", "."),
    lambda day: "{}年{}月{}日".format(*(part.lstrip("0") for part in day.split("-"))),
    lambda day: day + " 09:30",
)
_DAY_FORM_NAMES = ("slashes, no leading zeros", "dots", "年月日", "with a time of day")


def plant_in_applications(table):
    table.note("date_1904", "the workbook counts days from 1904; 申报日期 are date serials")
    table.lines[0].code, table.lines[0].detail = "title_rows", "one row above the header"
    table.lines.append(Line(["注：1.本表由各市教育局填报；2.组织单位奖须填写项目。"] + [None] * 5, NON_DATA, "note_row",
                            "a note: reading ends here"))
    table.lines.append(Line(["填表人：　　　　审核人：　　　　单位负责人（盖章）："] + [None] * 5, NON_DATA, "note_row",
                            "the signature line"))


def blank_assignments(table, enrolments):
    """Rows of assignments that their learners never hand in, one in forty of them."""
    by_key = {enrolment.key(): enrolment for enrolment in enrolments}
    never = [line.key for line in table.lines if line.key and not line.cells[5]
             and all(line.key[1] != hand_in.assignment for hand_in in by_key[line.key[0]].activity.hand_ins)]
    return never[20::40]
