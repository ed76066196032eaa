"""The faults planted in the exports of a term: each once, in a named row, with what must happen to it."""

from generator.faults import FULL_WIDTH
from generator.table import DUPLICATE, Line, NON_DATA, REJECTED
from generator.workbook import Number, Rich


def settled(teachers, index):
    """Teachers with work of every kind and no figure at an edge."""
    found = []
    for teacher in teachers:
        work = teacher.works[index]
        if teacher.schools[index] and not teacher.set_case and work.paper and work.essay_mark and work.rubric.assessed \
                and len(work.contents) >= 6 and work.paper.hundredths % 100 == 0:
            found.append(teacher)
    return found


def plant_in_roster(table, codes, blocks):
    table.note("title_rows", "two rows above the header; the second holds the office and the snapshot time")
    table.note("merged_data", "学校 is one merged cell for each school's block: filled down inside it")
    keys = iter([code for code in codes if code not in blocks])
    table.soil(next(keys), "姓名", lambda name: " ".join(name), "name_dirt", "blanks inside: removed")
    table.soil(next(keys), "姓名", lambda name: Rich(name[0], name[1:], "xing"), "rich_text", "two text runs: one name")
    table.soil(next(keys), "教师编号", lambda code: code.lower().replace("js", "ＪＳ"), "fullwidth",
               "full-width letters: half-width")
    table.soil(next(keys), "身份证号", lambda number: number[:-1] + ("5" if number[-1] != "5" else "6"),
               "id_check_failed", "GB 11643 check digit is wrong: flagged")
    table.soil(next(keys), "联系电话", lambda phone: f"{phone[:3]} {phone[3:7]} {phone[7:]}", "phone_form",
               "blanks: removed")
    table.soil(next(keys), "任教学科", lambda name: name + "　", "self_entry", "ideographic space behind: removed")


def end_roster(table, people):
    faulty = ["", "栖云县望舒学校", "JS99001", "柯无名", "女", "", "10099990003", "语文", table.lines[3].cells[8]]
    table.lines.append(Line([Number(str(people + 1))] + faulty[1:], REJECTED, "unknown_unit", "no such school"))
    nameless = list(faulty)
    nameless[1], nameless[3] = table.lines[3].cells[1], ""
    table.lines.append(Line([Number(str(people + 2))] + nameless[1:], REJECTED, "missing_required", "no 姓名"))
    table.lines.append(Line(["合计", None, f"{people + 2}人"] + [None] * 6, NON_DATA, "total_row",
                            "the total of the rows as they stand: no teacher"))
    table.lines.append(Line(["注：本表由各校填报，教师进修学校汇总。"] + [None] * 8, NON_DATA, "note_row", "a note: reading ends here"))


def plant_in_papers(table, codes):
    table.lines[0].code, table.lines[0].detail = "title_rows", "one row above the header"
    keys = iter([(code, "ZY1") for code in codes])
    table.soil(next(keys), "得分", lambda mark: f"{mark.digits}分", "suffix_numbers", "a unit behind the mark: stripped")
    table.soil(next(keys), "得分", lambda mark: Number(f"{int(mark.digits) - 1}.999999999999996"), "float_tail",
               "a spreadsheet's float tail: rounded half up to two decimals")
    table.soil(next(keys), "得分", lambda mark: mark.digits.translate(FULL_WIDTH), "fullwidth", "full-width digits")
    key = next(keys)
    table.precede(key, {"得分": Number("5"), "备注": "补登前"}, "duplicates",
                  "the same assignment of the same teacher twice: the higher mark counts, and the earlier time")
    table.insert(next(keys), {"作业编号": "ZY8", "得分": Number("52")}, REJECTED, "above_maximum", "52 of 50")
    table.insert(next(keys), {"教师编号": "JS99002"}, REJECTED, "unknown_person", "not on the roster")
    missing = [line for line in table.lines if line.cells[6] == "未交"]
    for line, token in zip(missing[2::5], ("缺考", "-", "/")):
        line.cells[6], line.code, line.detail = token, "missing_tokens", f"{token} is no mark: nothing was handed in"


def plant_times(table, moments):
    """Two times of the register are text as the plan writes them; they keep their second."""
    for key, time in moments:
        table.soil(key, "提交时间", time.replace(":", "："), "date_forms", "text with full-width colons")


def plant_in_essays(table):
    table.note("encoding", "GB18030 without a mark")
    lines = [line for line in table.lines if line.key]
    table.soil(lines[11].key, "字数", lambda length: length + "字", "suffix_numbers", "a unit behind the number: stripped")
    table.soil(lines[23].key, "字数", lambda length: f"{int(length):,}" if int(length) > 999 else length, "quoted_cell",
               "quoted, with a comma between the thousands where it has them")
    table.soil(lines[37].key, "标题", lambda title: f'"{title}",\n（修改稿）', "quoted_cell",
               "quotation marks, a comma and a line break inside a quoted cell")
    table.insert(lines[51].key, {"上传编号": "SC990001", "字数": "八百"}, REJECTED, "not_an_integer", "a number in words")
    table.insert(lines[60].key, {"上传编号": "SC990002", "教师编号": "JS99003"}, REJECTED, "unknown_person", "not on the roster")


def plant_in_contents(table):
    table.note("encoding", "UTF-8 without a mark, Unix line ends")
    lines = [line for line in table.lines if line.key]
    table.soil(lines[40].key, "学习时长（分钟）", lambda minutes: minutes + "分钟", "duration", "minutes with their unit")
    table.soil(lines[90].key, "最后学习时间", lambda time: time.replace("-", "/"), "date_forms", "slashes")
    table.insert(lines[140].key, {}, DUPLICATE, "duplicates", "the row before it once more: merged")
    table.insert(lines[190].key, {"内容编号": "11", "类别": "自选"}, REJECTED, "unknown_value", "neither 必学 nor 选学")
    table.insert(lines[240].key, {"内容编号": "12", "学习时长（分钟）": "-5"}, REJECTED, "negative_value", "negative minutes")


def plant_in_register(table, codes):
    table.lines[0].code, table.lines[0].detail = "title_rows", "one row above the header"
    keys = iter([(code, "心得篇数") for code in codes])
    table.soil(next(keys), "次数", lambda count: f"{count.digits}次", "suffix_numbers", "a unit behind the number: stripped")
    table.soil(next(keys), "情形", lambda situation: situation + " ", "fullwidth", "a blank behind: removed")
    table.insert(next(keys), {}, DUPLICATE, "duplicates", "the row before it once more: merged")
    table.insert(next(keys), {"情形": "缺签到次数", "次数": Number("-1")}, REJECTED, "negative_value", "negative")


def plant_in_submissions(table, world):
    table.lines[0].code, table.lines[0].detail = "title_rows", "one row above the header"
    school = world.schools[5]
    table.soil((school.code, "学员信息表"), "学校", school.aliases[0], "alias", "the short name: by alias")
    table.soil((world.schools[6].code, "校本研修计划"), "报送时间", _in_characters, "date_forms", "年月日")
    table.lines.append(Line(["填表人：　　　　审核人：　　　　单位负责人（盖章）："] + [None] * 5, NON_DATA, "note_row",
                            "the signature line"))


def _in_characters(time):
    year, month, rest = time[:4], time[5:7], time[8:]
    return f"{year}年{int(month)}月{int(rest[:2])}日 {rest[3:5]}：{rest[6:8]}"


def plant_in_earlier(table):
    table.lines[0].code, table.lines[0].detail = "title_rows", "one row above the header"
    lines = [line for line in table.lines if line.key]
    table.soil(lines[9].key, "认定学时", lambda hours: f"{hours.digits}学时", "suffix_numbers", "with its unit: stripped")
    table.insert(lines[15].key, {"教师编号": "JS99004"}, REJECTED, "unknown_person", "not on the roster")
