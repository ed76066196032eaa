"""Times as whole seconds since 1 August 2023, 00:00, and the two nights on which the platform exports."""

from datetime import date, datetime, timedelta
from fractions import Fraction

DAY = 86400
START = datetime(2023, 8, 1)
NIGHTS = ("2023-08-19", "2023-08-20")


def cut_off(night):
    """The end of that day."""
    return ((date.fromisoformat(night) - START.date()).days + 1) * DAY


def moment(seconds):
    return START + timedelta(seconds=seconds)


def text(seconds):
    return moment(seconds).strftime("%Y-%m-%d %H:%M:%S")


def day_text(day):
    return (START + timedelta(days=day)).strftime("%Y-%m-%d")


def serial(seconds, epoch=date(1899, 12, 30)):
    """The spreadsheet serial of a moment, to ten decimals of a day, as a spreadsheet stores it."""
    days = (START.date() - epoch).days
    hundred_picodays = round((days + Fraction(seconds, DAY)) * 10**10)
    whole, rest = divmod(hundred_picodays, 10**10)
    return f"{whole}.{rest:010d}".rstrip("0").rstrip(".")
