"""Invented people: names, identity numbers of an unissued region, phones of an unissued range."""

from dataclasses import dataclass

from . import names

ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


@dataclass
class Person:
    code: str
    name: str
    sex: str
    id_card: str
    phone: str


def id_card(birth, sequence):
    """A number of the unissued region 999, with its GB 11643 check digit."""
    body = f"999{sequence % 900 + 100}{birth}{sequence % 1000:03d}"
    total = sum(int(digit) * weight for digit, weight in zip(body, ID_WEIGHTS))
    return body + "10X98765432"[total % 11]


def invented_name(chance):
    given = chance.one_of(names.GIVEN) + (chance.one_of(names.GIVEN) if chance.percent(72) else "")
    return chance.one_of(names.SURNAMES) + given


def invented_phone(chance):
    """Eleven digits of the unissued range 100."""
    return f"100{chance.between(0, 99999999):08d}"
