"""The fourth national online demonstration class for school party secretaries, with invented offices and people."""

from .clock import CALENDAR
from .night import night_folder
from .programme import ID, Programme
from .shape import require_shape

__all__ = ["ID", "invent"]


def invent():
    """The programme and its exported nights."""
    programme = Programme()
    require_shape(programme)
    return programme, [night_folder(programme, night) for night in CALENDAR.nights]
