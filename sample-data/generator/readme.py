"""The table of planted faults in the README, kept in step with the exports."""

BEGIN = "<!-- planted faults, written by generate.py -->\n"
END = "<!-- end of planted faults -->\n"

FATES = {"accepted": "accepted", "duplicate": "duplicate, merged", "rejected": "**rejected**", "non_data": "non-data"}


def with_faults(text, nights):
    """The README with its table of faults written anew; a row is given for each night."""
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    rows = [[fault for table in night.tables for fault in table.faults()] for night in nights]
    lines = ["| file, sheet | row 08-19 | row 08-20 | code | what must happen | because |",
             "|:---|---:|---:|:---|:---|:---|"]
    for first, second in _paired(*rows):
        place = first.file + (f", {first.sheet}" if first.sheet else "")
        lines.append(f"| {place} | {first.row or '—'} | {second.row or '—'} | `{first.code}` | {FATES[first.outcome]} "
                     f"| {_cell(first.detail)} |")
    return before + BEGIN + "\n".join(lines) + "\n" + END + after


def _paired(first, second):
    """The same fault on both nights; a fault keeps its file, sheet, code and reason."""
    waiting = {}
    for fault in second:
        waiting.setdefault((fault.file, fault.sheet, fault.code, fault.detail), []).append(fault)
    for fault in first:
        yield fault, waiting[(fault.file, fault.sheet, fault.code, fault.detail)].pop(0)


def _cell(text):
    return text.replace("|", "\\|").replace("\n", " ")
