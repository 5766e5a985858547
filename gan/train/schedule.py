"""When something that happens often at first, and ever more rarely later, is due."""


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
