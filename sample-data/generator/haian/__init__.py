"""The summer training of a county's junior middle schools (haian-2023): two cohorts that overlap, four levels."""

from .calendar import NIGHTS
from .night import Night
from .programme import Programme

ID = "haian-2023"


def invent():
    """The programme and its exported nights."""
    programme = Programme()
    return programme, [Night(programme, night) for night in NIGHTS]
