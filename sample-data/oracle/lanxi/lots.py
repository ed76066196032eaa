"""Draws with a published seed, and places by largest remainder over subjects."""

import hashlib

from generator.lanxi.terms import SEED, TERMS


def lot(award, result):
    """The first sixteen hexadecimal digits of the SHA-256 of seed, award and learner, a line feed between them.

    The learner is the code with those of subject and term: `JS01009/XK01/2021-autumn`.
    """
    teacher = result.teacher
    learner = f"{teacher.person.code}/{teacher.project.code}/{TERMS[result.term].code}"
    return hashlib.sha256(f"{SEED}\n{award}\n{learner}".encode("utf-8")).hexdigest()[:16]


def places(total, sizes):
    """Places by key; the last ones go to the largest remainders, which must not be equal across the line."""
    whole = sum(sizes.values())
    given = {key: total * size // whole for key, size in sizes.items()}
    rest = {key: total * size % whole for key, size in sizes.items()}
    left = total - sum(given.values())
    order = sorted(sizes, key=lambda key: (-rest[key], key))
    if left and left < len(order) and rest[order[left - 1]] == rest[order[left]]:
        raise AssertionError("equal remainders at the end of the split")
    for key in order[:left]:
        given[key] += 1
    return given


def five_percent(found):
    """Places by subject: never more than 5 % of all teachers of the term."""
    sizes = {}
    for result in found:
        code = result.teacher.project.code
        sizes[code] = sizes.get(code, 0) + 1
    return places(len(found) * 5 // 100, sizes)
