"""Answers of the survey by object, dimension and unit."""

TOP_TWO = 4
MINIMUM_ANSWERS = 5


def figures(world, responses, items):
    """Rows of object, dimension, unit, answered, top, sum, the counts from 5 down to 1, and whether it is withheld."""
    for column, (object_id, dimension_id, _) in enumerate(items):
        for unit in [world.province] + world.level("市"):
            marks = [response.marks[column] for response in responses
                     if response.marks[column] and unit in (world.province, response.city)]
            top = sum(mark >= TOP_TWO for mark in marks)
            withheld = "yes" if len(marks) < MINIMUM_ANSWERS else "no"
            yield [object_id, dimension_id, unit.code, len(marks), top, sum(marks),
                   *(marks.count(mark) for mark in (5, 4, 3, 2, 1)), withheld]
