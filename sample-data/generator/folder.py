"""The exports of one night: their tables, and the bytes of their files."""

from .workbook import Sheet, workbook


class Folder:
    """Files by name, and the tables that they hold, in the order in which they were written."""

    def __init__(self, night):
        self.night = night
        self.files = {}
        self.tables = []

    def csv(self, table, encoding, line_end="\r\n"):
        self.tables.append(table)
        self.files[table.file] = table.csv(encoding, line_end)

    def workbook(self, tables, habits, **sheet_habits):
        """One workbook of several sheets; what a spreadsheet keeps beside a sheet goes by the sheet's name."""
        self.tables += tables
        sheets = [Sheet(table.sheet, [line.cells for line in table.lines], **sheet_habits.get(table.sheet, {}))
                  for table in tables]
        self.files[tables[0].file] = workbook(sheets, habits)
