"""One night's folder: every table with its faults, and the bytes of every file."""

from generator.table import Line, NON_DATA
from generator.workbook import Habits, Number, Sheet, workbook

from . import exports, faults, offices, survey
from .calendar import CALENDAR, NIGHTS


class Night:
    """The exports of one night; tables are in the order of the files."""

    def __init__(self, programme, night):
        self.programme, self.night = programme, night
        self.files, self.tables = {}, []
        chosen = faults.settled(programme.learners)
        self._lists()
        self._roster(chosen[:14], chosen[150])
        self._facts(chosen[14:30], chosen[30:50], chosen[50:60])
        self._survey()
        self._offices()
        if night == NIGHTS[-1]:
            self._papers()

    def _csv(self, table, encoding, line_end="\r\n"):
        self.tables.append(table)
        self.files[table.file] = table.csv(encoding, line_end)

    def _workbook(self, tables, habits, **sheet_habits):
        self.tables += tables
        sheets = [Sheet(table.sheet, [line.cells for line in table.lines], **sheet_habits.get(table.sheet, {}))
                  for table in tables]
        self.files[tables[0].file] = workbook(sheets, habits)

    def _lists(self):
        self._csv(exports.units(self.programme.world), "utf-8-sig")
        self._csv(exports.projects(self.programme.world), "utf-8", "\n")

    def _roster(self, chosen, twice):
        table = exports.roster(self.programme.world, self.programme.learners, self.night)
        faults.plant_in_roster(table, chosen, twice)
        people = [line for line in table.lines if line.outcome != NON_DATA]
        for number, line in enumerate(people, 1):
            line.cells[0] = Number(str(number))
        table.lines.append(Line(["合计", f"{len(people)}人"] + [None] * 7, NON_DATA, "total_row",
                                "the total of the rows as they stand: no learner"))
        table.lines.append(Line(["填表人：　　　　审核人：　　　　单位负责人（盖章）："] + [None] * 8, NON_DATA, "note_row",
                                "the signature line"))
        last = len(table.lines)
        self._workbook([table], Habits(wps_properties=True),
                       报名汇总={"merged": ["A1:I1", "A2:F2", "G2:I2", f"A{last}:I{last}"]})

    def _facts(self, for_study, for_assignments, for_posts):
        learners = self.programme.learners
        table = exports.study(learners, self.night)
        faults.plant_in_study(table, for_study)
        self._workbook([table], Habits(shared_strings=False, streamed=True))
        table = exports.assignments(learners, self.night)
        faults.plant_in_assignments(table, for_assignments)
        self._csv(table, "gb18030")
        table = exports.posts(learners, self.night)
        faults.plant_in_posts(table, for_posts)
        self._csv(table, "utf-8-sig")

    def _survey(self):
        table = exports.survey(survey.answered_by(self.programme.responses, self.night))
        faults.plant_in_survey(table)
        self._workbook([table], Habits())

    def _offices(self):
        programme = self.programme
        seats = exports.seats(programme.seats)
        faults.end_seats(seats)
        self._workbook([seats], Habits(), 名额分配={"merged": ["A1:C1"]})
        sessions = exports.sessions(programme.sessions)
        faults.plant_in_sessions(sessions, programme.world)
        self._workbook([sessions], Habits(wps_properties=True), 训前培训={"merged": ["A1:E1"]})
        staff = programme.staff
        self._workbook([exports.administrators(staff.administrators), exports.tutors(staff.tutors),
                        exports.moderators(staff.moderators), exports.responsible(programme.responsible)], Habits())
        end = CALENDAR.cut_off(self.night)
        self._csv(exports.reports([report for report in programme.reports if report.time <= end]), "gb18030")
        self._csv(exports.briefs(offices.held_before(end, programme.briefs)), "utf-8-sig", "\n")

    def _papers(self):
        programme = self.programme
        self._workbook([exports.statistics(programme.published)], Habits(), 县级学情={"merged": ["A1:E1", "A2:E2"]})
        applications = exports.applications(programme.applications)
        faults.end_applications(applications)
        last = len(applications.lines)
        self._workbook([applications], Habits(), 申报={"merged": ["A1:F1", f"A{last}:F{last}"]})
        self._workbook([exports.recommendations(programme.recommendations)], Habits(shared_strings=False))
