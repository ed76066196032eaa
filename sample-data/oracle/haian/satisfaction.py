"""Answers of the survey by object, dimension and unit."""

from generator.survey import DIMENSIONS, OBJECTS

TOP_TWO = 4
MINIMUM_ANSWERS = 5


def figures(world, responses):
    """Rows of object, dimension, unit, answered, top, sum, the counts from 5 down to 1, and whether it is withheld.

    Where one school alone would be withheld, the smallest of the others goes with it: the whole would give it back by
    subtraction.
    """
    column = 0
    for object_id, _ in OBJECTS:
        for dimension_id, _ in DIMENSIONS:
            rows = [_row(world, responses, column, unit) for unit in [world.province] + world.schools]
            rows = [row for row in rows if row[1]]
            withheld = {row[0] for row in rows[1:] if row[1] < MINIMUM_ANSWERS}
            if len(withheld) == 1:
                shown = [row for row in rows[1:] if row[0] not in withheld]
                withheld.add(min(shown, key=lambda row: row[1])[0])
            for row in rows:
                yield [object_id, dimension_id, *row, "yes" if row[0] in withheld else "no"]
            column += 1


def _row(world, responses, column, unit):
    marks = [response.marks[column] for response in responses
             if response.marks[column] and unit in (world.province, response.school)]
    top = sum(mark >= TOP_TWO for mark in marks)
    return [unit.code, len(marks), top, sum(marks), *(marks.count(mark) for mark in (5, 4, 3, 2, 1))]
