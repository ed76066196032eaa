"""One term's folder: every table with its faults, and the bytes of every file."""

from generator.table import NON_DATA
from generator.workbook import Habits, Number, Sheet, workbook

from . import exports, faults
from .set_cases import ESSAY, PAPER
from .terms import CALENDAR, TERMS


class Night:
    """The exports of one term's end; tables are in the order of the files."""

    def __init__(self, programme, index):
        self.programme, self.index, self.term = programme, index, TERMS[index]
        self.night = self.term.night
        self.files, self.tables = {}, []
        self.codes = [teacher.person.code for teacher in faults.settled(programme.teachers, index)]
        self._csv(exports.units(programme.world), "utf-8-sig")
        self._csv(exports.projects(programme.world), "utf-8", "\n")
        self._roster()
        self._county()
        self._school()
        self._papers()

    def _csv(self, table, encoding, line_end="\r\n"):
        self.tables.append(table)
        self.files[table.file] = table.csv(encoding, line_end)

    def _workbook(self, table, habits, merged=()):
        self.tables.append(table)
        sheet = Sheet(table.sheet, [line.cells for line in table.lines], merged=list(merged))
        self.files[table.file] = workbook([sheet], habits)

    def _roster(self):
        table = exports.roster(self.programme.world, self.programme.teachers, self.index, self.term)
        blocks = [row for row, line in table.rows() if line.key and line.cells[1]]
        faults.plant_in_roster(table, self.codes[:40:3], {table.lines[row - 1].key for row in blocks})
        people = [line for line in table.lines if line.outcome != NON_DATA]
        for number, line in enumerate(people, 1):
            line.cells[0] = Number(str(number))
        ends = [row - 1 for row in blocks[1:]] + [len(table.lines)]
        faults.end_roster(table, len(people))
        last = len(table.lines)
        merged = ["A1:I1", "A2:F2", "G2:I2", f"A{last}:I{last}"]
        merged += [f"B{first}:B{end}" for first, end in zip(blocks, ends)]
        self._workbook(table, Habits(wps_properties=True), merged)

    def _county(self):
        teachers, index, term = self.programme.teachers, self.index, self.term
        table = exports.papers(teachers, index, term)
        faults.plant_in_papers(table, self.codes[40:90:4])
        cases = {teacher.set_case: teacher.person.code for teacher in teachers if teacher.set_case}
        if index == 0:
            faults.plant_times(table, [((cases["paper at noon"], "ZY1"), CALENDAR.text(PAPER)),
                                       ((cases["paper a second after noon"], "ZY1"), CALENDAR.text(PAPER + 1)),
                                       ((cases["essay at noon"], "ZY2"), CALENDAR.text(ESSAY)),
                                       ((cases["essay a second after noon"], "ZY2"), CALENDAR.text(ESSAY + 1))])
        self._workbook(table, Habits(), ["A1:I1"])
        table = exports.essays(teachers, index, term)
        faults.plant_in_essays(table)
        self._csv(table, "gb18030")
        table = exports.contents(teachers, index, term)
        faults.plant_in_contents(table)
        self._csv(table, "utf-8", "\n")

    def _school(self):
        programme = self.programme
        table = exports.register(programme.teachers, self.index, self.term)
        faults.plant_in_register(table, self.codes[90:150:6])
        self._workbook(table, Habits(shared_strings=False), ["A1:E1"])
        table = exports.submissions(programme.submissions[self.index], self.term)
        faults.plant_in_submissions(table, programme.world)
        last = len(table.lines)
        self._workbook(table, Habits(), ["A1:F1", f"A{last}:F{last}"])

    def _papers(self):
        programme = self.programme
        table = exports.earlier([row for row in programme.earlier if any(row.teacher.schools[:self.index + 1])])
        faults.plant_in_earlier(table)
        self._workbook(table, Habits(), ["A1:F1"])
        self._workbook(exports.recommendations(programme.recommendations[self.index]), Habits(), ["A1:E1"])
        self._workbook(exports.approvals(programme.approvals[self.index], self.term), Habits())
