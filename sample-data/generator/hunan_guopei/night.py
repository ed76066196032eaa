"""One night's folder of the online stage: every table with its faults, and the bytes of every file."""

from ..folder import Folder
from ..table import NON_DATA
from ..workbook import Habits, Number
from . import exports, faults


def night_folder(programme, night):
    """The exports of one night, in the order of the files."""
    folder = Folder(night)
    chosen = faults.settled(programme)[40::97]
    folder.workbook([exports.units(programme)], Habits())
    seats = exports.seats(programme)
    faults.plant_in_seats(seats)
    folder.workbook([seats], Habits(), 名额={"merged": ["A1:C1"]})
    folder.workbook([_roster(programme, night, chosen[:7])], Habits(), 学员名册={"merged": ["A1:L1", "A2:L2"]})
    study = exports.study(programme, night)
    faults.plant_in_study(study, chosen[7:14])
    folder.csv(study, "gb18030")
    deliverables = exports.deliverables(programme, night)
    faults.plant_in_deliverables(deliverables, chosen[14:17])
    folder.workbook([deliverables], Habits())
    steps = exports.steps(programme, night)
    faults.plant_in_steps(steps)
    folder.workbook([steps], Habits(shared_strings=False), 四步走={"merged": ["A1:C1"]})
    archive = exports.archive(programme, night)
    faults.plant_in_archive(archive)
    folder.csv(archive, "utf-8-sig", "\n")
    survey = exports.survey(programme, night)
    faults.plant_in_survey(survey)
    folder.workbook([survey], Habits())
    folder.workbook([exports.follow_up(programme, night)], Habits(shared_strings=False))
    return folder


def _roster(programme, night, chosen):
    table = exports.roster(programme, night)
    faults.plant_in_roster(table, chosen)
    for number, line in enumerate((line for line in table.lines if line.outcome != NON_DATA), 1):
        line.cells[0] = Number(str(number))
    return table
