"""What a teacher does in one term: the two county assignments, the contents studied, and the school's register."""

from dataclasses import dataclass, field

from generator.calendar import DAY

from . import names
from .rubric import draw, Rubric
from .terms import CALENDAR


@dataclass
class HandIn:
    """A county assignment: when it came in, and its mark in hundredths out of 50."""

    time: int
    hundredths: int


@dataclass
class Content:
    """One of the ten contents: seconds studied and the last moment."""

    code: str
    seconds: int
    last: int


@dataclass
class Essay:
    """An upload to the teacher's own space."""

    title: str
    length: int
    time: int


@dataclass
class Work:
    """Everything of one teacher in one term; paper and essay_mark are nothing where none was handed in."""

    paper: HandIn = None
    essay_mark: HandIn = None
    essays: list = field(default_factory=list)
    contents: list = field(default_factory=list)
    rubric: Rubric = field(default_factory=Rubric)


def act(term, share, chance):
    """The work of a teacher of a school of which `share` percent are meant to pass."""
    work = Work()
    diligent = chance.percent(share)
    begun, ended = term.span()
    _study(work, begun, diligent, chance)
    if diligent or chance.percent(70):
        late = chance.percent(2 if diligent else 15)
        work.paper = HandIn(_before(term.paper_due, late, chance), _mark(38 if diligent else 29, chance))
    if diligent or chance.percent(65):
        time = _before(term.essay_due, chance.percent(1 if diligent else 12), chance)
        work.essay_mark = HandIn(time, _mark(40 if diligent else 26, chance))
        length = chance.between(560, 640) if chance.percent(6) else chance.between(620, 1900)
        work.essays.append(Essay(chance.one_of(names.ESSAYS), length, time))
        if chance.percent(8):
            work.essays.insert(0, Essay(work.essays[0].title, length - chance.between(40, 300), time - 2 * DAY))
    work.rubric = draw(diligent, chance)
    return work


def _study(work, begun, diligent, chance):
    """Contents one after the other, the required ones first."""
    count = chance.between(6, 10) if diligent else chance.between(0, 7)
    day = 2
    for code, _, _ in names.CONTENTS[:count]:
        day += chance.between(1, 4)
        last = begun + day * DAY + chance.between(18 * 3600, 22 * 3600)
        work.contents.append(Content(code, chance.between(28, 75) * 60, last))


def _before(due, late, chance):
    """A moment of a working day before the limit, or after it."""
    limit = CALENDAR.at(due)
    if late:
        return limit + chance.between(1, 5) * DAY - chance.between(0, 3 * 3600)
    return limit - chance.between(1, 12) * DAY + chance.between(-3, 5) * 3600 + chance.between(0, 3599)


def _mark(centre, chance):
    """A mark in steps of half a mark, of 50 at the most."""
    return min(5000, max(400, chance.around(centre * 2, 20) * 50))
