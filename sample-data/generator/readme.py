"""The table of planted faults in a README, kept in step with the exports."""

BEGIN = "<!-- planted faults, written by generate.py -->\n"
END = "<!-- end of planted faults -->\n"

FATES = {"accepted": "accepted", "duplicate": "duplicate, merged", "rejected": "**rejected**", "non_data": "non-data"}


def with_faults(text, nights):
    """The README with its table of faults written anew; a row is given for each night, — for a fault of the file."""
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    rows = " | ".join(f"row {night.night[5:]}" for night in nights)
    lines = [f"| file, sheet | {rows} | code | what must happen | because |",
             f"|:---|{'---:|' * len(nights)}:---|:---|:---|"]
    for fault, places in _by_fault(nights):
        place = fault.file + (f", {fault.sheet}" if fault.sheet else "")
        numbers = " | ".join(places.get(night.night, "") for night in nights)
        lines.append(f"| {place} | {numbers} | `{fault.code}` | {FATES[fault.outcome]} | {_cell(fault.detail)} |")
    return before + BEGIN + "\n".join(lines) + "\n" + END + after


def _by_fault(nights):
    """Each fault with its rows night by night; on every night it keeps its file, sheet, code and reason."""
    found = {}
    for night in nights:
        counts = {}
        for fault in (fault for table in night.tables for fault in table.faults()):
            kind = (fault.file, fault.sheet, fault.code, fault.detail)
            counts[kind] = counts.get(kind, 0) + 1
            _, places = found.setdefault((*kind, counts[kind]), (fault, {}))
            places[night.night] = str(fault.row or "—")
    return found.values()


def _cell(text):
    return text.replace("|", "\\|").replace("\n", " ")
