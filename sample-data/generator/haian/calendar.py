"""The two cohorts, which overlap by six days, and the two days on which the platform exports."""

from generator.calendar import Calendar, DAY

NIGHTS = ("2023-08-18", "2023-09-04")
CALENDAR = Calendar("2023-08-01", NIGHTS)

# First and last day of study, counted from 1 August.
COHORTS = {"上旬班": (0, 19), "下旬班": (14, 33)}
LEARNERS = {"上旬班": 1493, "下旬班": 476}
