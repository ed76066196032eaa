"""One night's folder: every table with its faults, and the bytes of every file."""

from datetime import date

from . import exports, faults
from .clock import NIGHTS
from .table import Line, NON_DATA
from .workbook import Habits, Number, Sheet, workbook

EPOCH_1904 = date(1904, 1, 1)


class Night:
    """The exports of one night; tables are in the order of the files."""

    def __init__(self, programme, night):
        self.programme, self.night = programme, night
        self.papers = programme.papers.by(night)
        self.files = {}
        self.tables = []
        chosen = faults.settled(programme)[5::9]
        self._lists()
        self._roster(chosen[:20])
        self._study(chosen[20:40])
        self._assignments(chosen[40:70])
        self._posts()
        self._survey()
        self._staff()
        self._papers()
        self._csv(exports.sessions(self.programme), "utf-8-sig")
        self._csv(exports.seats(self.programme), "utf-8-sig")
        self._csv(exports.confirmations(self.programme, self.night), "utf-8-sig")

    def _csv(self, table, encoding, line_end="\r\n"):
        self.tables.append(table)
        self.files[table.file] = table.csv(encoding, line_end)

    def _workbook(self, tables, habits, **sheet_habits):
        self.tables += tables
        sheets = [Sheet(table.sheet, [line.cells for line in table.lines], **sheet_habits.get(table.sheet, {}))
                  for table in tables]
        self.files[tables[0].file] = workbook(sheets, habits)

    def _lists(self):
        self._csv(exports.units(self.programme, self.night), "utf-8-sig")
        self._csv(exports.projects(self.programme), "utf-8", "\n")

    def _roster(self, chosen):
        table = exports.roster(self.programme, self.night)
        faults.plant_in_roster(table, chosen)
        if self.night == NIGHTS[-1]:
            self._use_new_alias(table)
        people = [line for line in table.lines if line.outcome != NON_DATA]
        for number, line in enumerate(people, 1):
            line.cells[0] = Number(str(number))
        table.lines.append(Line(["合计", f"{len(people)}人"] + [None] * 10, NON_DATA, "total_row",
                                "the total: no learner, checked against the rows"))
        hidden = {row for row, line in table.rows() if line.code == "hidden"}
        self._workbook([table], Habits(dimension="A1:A1", wps_properties=True),
                       学员名册={"merged": ["A1:L1", "A2:L2"], "hidden": hidden, "blank_tail": 3})

    def _use_new_alias(self, table):
        school = self.programme.renamed_school
        line = next(line for line in table.lines if line.cells[8] == school.name and not line.code)
        line.cells[8] = self.programme.new_alias

    def _study(self, chosen):
        table = exports.study(self.programme, self.night)
        faults.plant_in_study(table, chosen)
        self._csv(table, "gb18030")

    def _assignments(self, chosen):
        table = exports.assignments(self.programme, self.night)
        faults.plant_in_assignments(table, chosen)
        faults.plant_missing_tokens(table, faults.blank_assignments(table, self.programme.enrolments))
        self._csv(table, "utf-8-sig")

    def _posts(self):
        tables = exports.posts(self.programme, self.night)
        faults.plant_in_posts(tables, self.programme.posts())
        self._workbook(tables, Habits(shared_strings=False, streamed=True))

    def _survey(self):
        table = exports.survey(self.programme, self.night)
        faults.plant_in_survey(table)
        self._workbook([table], Habits())

    def _staff(self):
        administrators = exports.administrators(self.programme)
        tutors = exports.tutors(self.programme)
        moderators = exports.moderators(self.programme)
        faults.plant_in_staff(administrators, tutors, moderators)
        cities = [(row, line) for row, line in administrators.rows() if line.cells[2] == "市级"][:2]
        cities[1][1].cells[3] = None
        self._workbook([administrators, tutors, moderators, exports.experts(self.programme)], Habits(),
                       管理员={"merged": [f"D{cities[0][0]}:D{cities[1][0]}"]},
                       版主={"merged": ["A1:A2", "B1:B2", "C1:D1", "E1:E2"]})

    def _papers(self):
        briefs = exports.briefs(self.papers)
        faults.plant_in_briefs(briefs, self.programme.world)
        self._csv(briefs, "utf-8-sig", "\n")
        applications = exports.applications(self.programme, self.papers, EPOCH_1904)
        faults.plant_in_applications(applications)
        last = len(applications.lines)
        self._workbook([applications], Habits(starts_1904=True),
                       申报={"merged": ["A1:F1", f"A{last - 1}:F{last - 1}", f"A{last}:F{last}"]})
        self._workbook([exports.recommendations(self.papers)], Habits(shared_strings=False))
        self._workbook([exports.approvals(self.papers)], Habits())
