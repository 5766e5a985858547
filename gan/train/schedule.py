"""When something that happens often at first, and ever more rarely later, is due."""

import math
from collections.abc import Iterable

SAMPLE_GROWTH = 0.02
SNAPSHOT_GROWTH = 0.05


class Recurring:
    """Due every ``seconds``, and later at intervals of ``growth`` times the elapsed time.

    So samples and snapshots are dense where most changes, and once the interval grows their number
    grows only with the logarithm of the run's length.
    """

    def __init__(self, seconds: float, growth: float, elapsed: float = 0.0) -> None:
        self._seconds = seconds
        self._growth = growth
        self._next = elapsed + self._interval(elapsed)

    def due(self, elapsed: float) -> bool:
        """Whether it is time; asking when it is sets the next time."""
        if elapsed < self._next:
            return False
        self._next = elapsed + self._interval(elapsed)
        return True

    def _interval(self, elapsed: float) -> float:
        return max(self._seconds, self._growth * elapsed)


def times_due(seconds: float, growth: float, elapsed: float) -> int:
    """How often a :class:`Recurring` of these is due within ``elapsed`` seconds."""
    if growth * elapsed <= seconds:
        return int(elapsed / seconds)
    even = seconds / growth  # the time up to which the interval stays as it is
    return int(even / seconds + math.log(elapsed / even) / math.log1p(growth))


def thinned(steps: Iterable[int], most: int) -> list[int]:
    """At most ``most`` of ``steps``, ascending: the newest, and others the further apart the older they are.

    Taken away, one after the other, is the step that closes the smallest gap in relation to its age.
    """
    kept = sorted(set(steps))
    while len(kept) > max(most, 0):
        if len(kept) == 1:
            return []
        gaps = [(kept[i + 1] - (kept[i - 1] if i else 0)) / (kept[-1] - kept[i]) for i in range(len(kept) - 1)]
        del kept[gaps.index(min(gaps))]
    return kept
