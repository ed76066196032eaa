"""A county's school-based training over two terms (lanxi-school-based-2021)."""

from .night import Night
from .programme import Programme
from .terms import TERMS

ID = "lanxi-school-based-2021"


def invent():
    """The programme and its exported nights, one at the end of each term."""
    programme = Programme()
    return programme, [Night(programme, index) for index in range(len(TERMS))]
