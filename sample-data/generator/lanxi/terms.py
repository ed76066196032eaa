"""The two terms of the school year: the first as its plan sets the dates, the second with dates of its own."""

from dataclasses import dataclass

from generator.calendar import Calendar, DAY

NIGHTS = ("2021-11-27", "2022-05-28")
CALENDAR = Calendar("2021-09-27", NIGHTS)
# Published before the first draw of the school year; every draw is made with it.
SEED = "栖云县2021-10-20公开抽签 37-05-82-14"


@dataclass(frozen=True)
class Term:
    """Days of study as 2021-09-27, and the moments until which work and reports are taken; code as the pipeline file has it."""

    code: str
    title: str
    night: str
    first: str
    last: str
    paper_due: str
    essay_due: str
    reports_due: str
    contest_due: str

    def span(self):
        """First second and the second after the last."""
        return CALENDAR.at(self.first), CALENDAR.at(self.last) + DAY


TERMS = (
    Term("2021-autumn", "2021-2022第一学期", NIGHTS[0], "2021-09-27", "2021-11-26", "2021-10-22 12:00:00", "2021-11-20 12:00:00",
         "2021-11-05", "2021-11-19"),
    Term("2022-spring", "2021-2022第二学期", NIGHTS[1], "2022-03-28", "2022-05-27", "2022-04-22 12:00:00", "2022-05-20 12:00:00",
         "2022-05-06", "2022-05-20"),
)
