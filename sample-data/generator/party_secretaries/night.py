"""One night's folder of the class: every table with its faults, and the bytes of every file."""

from ..folder import Folder
from ..table import Line, NON_DATA
from ..workbook import Habits, Number
from . import exports, faults


def night_folder(programme, night):
    """The exports of one night, in the order of the files."""
    folder = Folder(night)
    chosen = faults.settled(programme)[3::5]
    folder.csv(exports.units(programme), "utf-8-sig")
    folder.workbook([_roster(programme, night, chosen[:10])], Habits(dimension="A1:A1", wps_properties=True),
                    报名学员={"merged": ["A1:L1", "A2:L2"], "blank_tail": 2})
    study = exports.study(programme, night)
    faults.plant_in_study(study, chosen[10:20])
    folder.csv(study, "gb18030")
    posts = exports.posts(programme, night)
    faults.plant_in_posts(posts, chosen[20:24])
    folder.csv(posts, "utf-8", "\n")
    essays = exports.essays(programme, night)
    faults.plant_in_essays(essays, chosen[24:29])
    folder.workbook([essays], Habits(), 作品={"merged": ["A1:G1", f"A{len(essays.lines)}:G{len(essays.lines)}"]})
    exams = exports.exams(programme, night)
    faults.plant_in_exams(exams, chosen[29:34])
    folder.csv(exams, "utf-8-sig")
    survey = exports.survey(programme, night)
    faults.plant_in_survey(survey)
    folder.workbook([survey], Habits())
    folder.workbook([exports.expert_survey(programme, night)], Habits(shared_strings=False))
    folder.workbook([exports.officers(programme)], Habits(), 管理人员={"merged": ["A1:F1"]})
    folder.csv(exports.submissions(programme, night), "gb18030")
    folder.workbook([exports.recommendations(programme, night)], Habits(shared_strings=False))
    folder.workbook([exports.approvals(programme, night)], Habits())
    return folder


def _roster(programme, night, chosen):
    table = exports.roster(programme, night)
    faults.plant_in_roster(table, chosen)
    people = [line for line in table.lines if line.outcome != NON_DATA]
    for number, line in enumerate(people, 1):
        line.cells[0] = Number(str(number))
    table.lines.append(Line(["合计", f"{len(people)}人"] + [None] * 10, NON_DATA, "total_row",
                            "the total: no learner, checked against the rows"))
    return table
