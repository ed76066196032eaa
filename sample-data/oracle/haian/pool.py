"""The pool of excellent learners: the first 4 % of all who are enrolled, by total and then by who finished first."""

PERCENT = 4


def order(result):
    """Total, the greatest first; then the moment of completion, the earliest first, and who has none last."""
    completed = result.facts.completed
    return (-result.total, completed is None, completed or 0)


def places(found):
    """Never more than 4 %: 1,969 × 4 % = 78.76, of which 78."""
    return len(found) * PERCENT // 100


def pool(found):
    """Those inside and those behind the line, both by rank; equals of the last inside are inside too."""
    ranked = sorted(found, key=lambda result: (order(result), result.learner.person.code))
    line = order(ranked[places(found) - 1])
    return ([result for result in ranked if order(result) <= line],
            [result for result in ranked if order(result) > line])
