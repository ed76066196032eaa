"""One sheet of an export as rows, each with what must happen to it when it is read."""

import csv
import io
from dataclasses import dataclass, field

ACCEPTED, DUPLICATE, REJECTED, NON_DATA = "accepted", "duplicate", "rejected", "non_data"


@dataclass
class Line:
    """Cells of one row, and its fate; a code marks a planted fault."""

    cells: list
    outcome: str = ACCEPTED
    code: str = ""
    detail: str = ""
    key: object = None


@dataclass
class Fault:
    """A planted fault as the expectations list it; row 0 stands for the whole file."""

    file: str
    sheet: str
    row: int
    code: str
    outcome: str
    detail: str


@dataclass
class Table:
    """The lines of one sheet, header and all; a CSV file is one table without a sheet name."""

    file: str
    sheet: str
    columns: tuple
    lines: list = field(default_factory=list)
    whole_file: list = field(default_factory=list)

    def head(self, *above):
        """Start the table: the lines above its header, then the header."""
        self.lines += [Line(list(cells), NON_DATA) for cells in above]
        self.lines.append(Line(list(self.columns), NON_DATA))

    def add(self, *cells, key=None):
        self.lines.append(Line(list(cells), key=key))

    def find(self, key):
        return next(line for line in self.lines if line.key == key)

    def soil(self, key, column, dirty, code, detail):
        """Write one cell of an accepted row in another way; its meaning stays the same."""
        line = self.find(key)
        index = self.columns.index(column)
        line.cells[index] = dirty(line.cells[index]) if callable(dirty) else dirty
        line.code, line.detail = code, detail

    def insert(self, after, changes, outcome, code, detail):
        """Put a faulty copy of a row behind it, with some cells changed."""
        place = next(index for index, line in enumerate(self.lines) if line.key == after)
        cells = list(self.lines[place].cells)
        for column, value in changes.items():
            cells[self.columns.index(column)] = value
        self.lines.insert(place + 1, Line(cells, outcome, code, detail))

    def precede(self, key, changes, code, detail):
        """Put a poorer copy of a row before it, which the row then replaces."""
        self.insert(key, changes, DUPLICATE, code, detail)
        place = next(index for index, line in enumerate(self.lines) if line.key == key)
        self.lines[place], self.lines[place + 1] = self.lines[place + 1], self.lines[place]

    def note(self, code, detail):
        """Record a peculiarity of the file as a whole."""
        self.whole_file.append(Fault(self.file, self.sheet, 0, code, ACCEPTED, detail))

    def rows(self):
        """Physical row numbers with their lines; a record with a line break inside takes two."""
        number = 1
        for line in self.lines:
            yield number, line
            if self.file.endswith(".csv"):
                number += sum(str(cell).count("\n") for cell in line.cells)
            number += 1

    def faults(self):
        return self.whole_file + [Fault(self.file, self.sheet, row, line.code, line.outcome, line.detail)
                                  for row, line in self.rows() if line.code]

    def account(self):
        """Rows read, accepted, duplicates, rejected and non-data."""
        fates = [line.outcome for line in self.lines]
        counts = [fates.count(fate) for fate in (ACCEPTED, DUPLICATE, REJECTED, NON_DATA)]
        return [len(fates)] + counts

    def csv(self, encoding, line_end):
        target = io.StringIO()
        writer = csv.writer(target, lineterminator=line_end)
        writer.writerows(line.cells for line in self.lines)
        return target.getvalue().encode(encoding)
