"""Times of one programme as whole seconds since its first day, and the nights on which its platform exports."""

from datetime import date, datetime, timedelta
from fractions import Fraction

DAY = 86400


class Calendar:
    """The clock of a programme: start is its first day, nights are the as-of days, both as 2020-06-20."""

    def __init__(self, start, nights):
        self._start = date.fromisoformat(start)
        self.nights = nights

    def at(self, text):
        """The seconds of 2020-09-10 23:59:59; a day alone is its beginning."""
        return int((datetime.fromisoformat(text) - self._midnight()).total_seconds())

    def cut_off(self, night):
        """The last second of that day."""
        return self.at(night) + DAY - 1

    def text(self, seconds):
        return (self._midnight() + timedelta(seconds=seconds)).strftime("%Y-%m-%d %H:%M:%S")

    def serial(self, seconds):
        """The spreadsheet serial of a moment, to ten decimals of a day, as a spreadsheet stores it."""
        days = (self._start - date(1899, 12, 30)).days
        whole, rest = divmod(round((days + Fraction(seconds, DAY)) * 10**10), 10**10)
        return f"{whole}.{rest:010d}".rstrip("0").rstrip(".")

    def _midnight(self):
        return datetime(self._start.year, self._start.month, self._start.day)
