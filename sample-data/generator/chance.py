"""A seeded source of choices that gives the same stream on every Python version."""

import hashlib

SEED = "云川省2023"
_MASK = (1 << 64) - 1


class Chance:
    """SplitMix64, one stream per purpose, so that a draw added in one place moves no other place."""

    def __init__(self, purpose):
        digest = hashlib.sha256(f"{SEED}/{purpose}".encode("utf-8")).digest()
        self._state = int.from_bytes(digest[:8], "big")

    def _next(self):
        self._state = (self._state + 0x9E3779B97F4A7C15) & _MASK
        z = self._state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & _MASK
        return z ^ (z >> 31)

    def between(self, low, high):
        """A whole number from low to high, both included."""
        return low + self._next() % (high - low + 1)

    def percent(self, share):
        """True in share cases of a hundred."""
        return self._next() % 100 < share

    def one_of(self, choices):
        return choices[self._next() % len(choices)]

    def around(self, centre, spread):
        """A whole number near centre: the middle of three draws of the range centre ± spread."""
        return sorted(self.between(centre - spread, centre + spread) for _ in range(3))[1]

    def some_of(self, choices, count):
        """count different choices, in their given order."""
        left = list(range(len(choices)))
        while len(left) > count:
            left.pop(self._next() % len(left))
        return [choices[index] for index in left]
