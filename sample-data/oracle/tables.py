"""Expectation files as CSV, and those that every programme's exports have alike."""

import csv
import io


def csv_file(header, rows):
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return target.getvalue().encode("utf-8")


def faults(nights):
    """Every planted fault with the night, the place and what must happen."""
    return csv_file(("night", "file", "sheet", "row", "code", "outcome", "detail"),
                    ([night.night, fault.file, fault.sheet, fault.row, fault.code, fault.outcome, fault.detail]
                     for night in nights for table in night.tables for fault in table.faults()))


def accounts(nights):
    """The account of every file and sheet."""
    return csv_file(("night", "file", "sheet", "rows_read", "accepted", "duplicates", "rejected", "non_data"),
                    ([night.night, table.file, table.sheet, *table.account()]
                     for night in nights for table in night.tables))
