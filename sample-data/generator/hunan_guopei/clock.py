"""The calendar of the online stage; two nights of its daily bulletin, the second dated as the bulletin of the source."""

from ..calendar import Calendar

CALENDAR = Calendar("2023-11-01", ("2024-04-08", "2024-04-09"))
