"""Answers of the survey by object, dimension and unit."""

from generator.survey import DIMENSIONS, OBJECTS

TOP_TWO = 4
MINIMUM_ANSWERS = 5


def figures(world, responses):
    """Rows of object, dimension, unit, answered, top, sum, the counts from 5 down to 1, and whether it is withheld."""
    column = 0
    for object_id, _ in OBJECTS:
        for dimension_id, _ in DIMENSIONS:
            for unit in [world.province] + world.schools:
                row = _row(world, responses, column, unit)
                if row[1]:
                    yield [object_id, dimension_id, *row, "yes" if row[1] < MINIMUM_ANSWERS else "no"]
            column += 1


def _row(world, responses, column, unit):
    marks = [response.marks[column] for response in responses
             if response.marks[column] and unit in (world.province, response.school)]
    top = sum(mark >= TOP_TWO for mark in marks)
    return [unit.code, len(marks), top, sum(marks), *(marks.count(mark) for mark in (5, 4, 3, 2, 1))]
