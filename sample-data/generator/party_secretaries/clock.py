"""The calendar of the class; the plan dates its phases in 一, and each of them ends with the last second of its day."""

from ..calendar import Calendar

CALENDAR = Calendar("2020-06-20", ("2020-09-09", "2020-09-22"))
STUDY_BEGINS = CALENDAR.at("2020-07-01")
STUDY_ENDS = CALENDAR.cut_off("2020-09-10")
SUMMARY_ENDS = CALENDAR.cut_off("2020-09-20")
