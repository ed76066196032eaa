"""The faults planted in the exports of the online stage: each once, with what must happen to its row."""

from ..table import DUPLICATE, Line, NON_DATA, REJECTED
from ..workbook import Number


def settled(programme):
    """Learners of whom nothing changes between the nights, so that a fault sits on the same one on both."""
    early = programme.calendar.cut_off(programme.calendar.nights[0])
    return [learner for learner in programme.learners
            if learner.statuses == ["正常", "正常"] and not learner.case and learner.activity.live[1]
            and learner.activity.self_study[0] == learner.activity.self_study[1] > 200
            and len(learner.activity.hand_ins) == 5
            and all(hand_in.time <= early for hand_in in learner.activity.hand_ins)]


def plant_in_roster(table, chosen):
    table.note("title_rows", "two rows above the header; the second holds the snapshot time")
    keys = iter([learner.key() for learner in chosen])
    table.soil(next(keys), "姓名", lambda name: " ".join(name), "name_dirt", "inner spaces: the name without them")
    table.soil(next(keys), "身份证号", lambda number: "'" + number, "id_text_guard", "leading apostrophe: stripped")
    table.soil(next(keys), "市州", lambda city: city[:-1], "region_form", "the city by its short name: matched by alias")
    table.soil(next(keys), "学校", lambda school: f" {school}　", "self_entry", "blanks around the name: matched by name")
    table.insert(next(keys), {}, DUPLICATE, "duplicates", "the row before it once more: merged")
    faulty = {"学员编号": "HN999001", "姓名": "柯无名", "身份证号": None, "手机号": None}
    table.insert(next(keys), dict(faulty, 学校="望舒书院幼儿园"), REJECTED, "unknown_unit",
                 "no such school by name or alias: quarantined")
    table.insert(next(keys), dict(faulty, 学员编号="HN999002", 姓名=None), REJECTED, "missing_required", "no 姓名")


def plant_in_study(table, chosen):
    table.note("encoding", "GB18030 without a mark")
    keys = iter([(learner.key(), "ZX") for learner in chosen])
    table.soil(next(keys), "学习时长（分钟）", _hours_and_minutes, "duration", "hours and minutes in words")
    table.soil(next(keys), "学习时长（分钟）", lambda minutes: minutes + ".00", "float_tail", "two zeros behind the point")
    table.soil(next(keys), "学员编号", lambda code: "\t" + code, "id_text_guard", "leading tab: stripped")
    table.precede(next(keys), {"学习时长（分钟）": "11"}, "duplicates",
                  "the same form of study again: the greater time counts")
    table.insert(next(keys), {"学员编号": "HN888001"}, REJECTED, "unknown_person", "not on the roster")
    table.insert(next(keys), {"研修形式编号": "ZY", "学习时长（分钟）": "两千"}, REJECTED, "bad_duration", "not a time")
    table.insert(next(keys), {"研修形式编号": "XX", "研修形式": "集中研修"}, REJECTED, "unknown_value",
                 "the residential stage is not studied online")


def _hours_and_minutes(minutes):
    hours, rest = divmod(int(minutes), 60)
    return f"{hours}小时{rest}分"


def plant_in_deliverables(table, chosen):
    table.note("date_serials", "提交日期 are date serials")
    twice = next(line for line in table.lines if line.outcome == DUPLICATE)
    twice.code, twice.detail = "duplicates", "a second paper for one task: the task counts once"
    keys = iter([(learner.key(), "RW3") for learner in chosen])
    table.soil(next(keys), "提交日期", "2024年3月9日", "date_forms", "text among date serials")
    table.insert(next(keys), {"学员编号": "HN888002"}, REJECTED, "unknown_person", "not on the roster")
    table.insert(next(keys), {"任务编号": "RW3A", "提交日期": "2024-02-30"}, REJECTED, "bad_date",
                 "February has no 30th")


def plant_in_seats(table):
    total = sum(int(line.cells[2].digits) for line in table.lines if line.key)
    table.lines.append(Line([None, "合计", Number(str(total))], NON_DATA, "total_row",
                            "the total: no city, compared with the rows"))
    table.lines.append(Line(["注：推荐名额按各市州学校数核定。"] + [None] * 2, NON_DATA, "note_row",
                            "a note: reading ends here"))


def plant_in_steps(table):
    first = next(line for line in table.lines if line.key)
    table.insert(first.key, {"研修小组": "望舒县第1研修小组"}, REJECTED, "unknown_group", "no such group")


def plant_in_archive(table):
    city = [line for line in table.lines if line.key][8]
    table.soil(city.key, "市州", lambda name: name + "教育局", "school_rename", "the office of the city: matched by alias")
    table.soil([line for line in table.lines if line.key][20].key, "数量", lambda count: count + "份", "suffix_numbers",
               "a unit behind the number: stripped")


def plant_in_survey(table):
    line = next(line for line in table.lines if "(跳过)" in line.cells[7:9])
    line.code, line.detail = "missing_tokens", "(跳过) is no answer: counts in no denominator of that item"
