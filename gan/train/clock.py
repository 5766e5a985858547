"""How long a run has been training."""

import os
import time
from collections.abc import Callable

Now = Callable[[], float]
"""Seconds since some moment, such as ``time.monotonic``."""


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def processor_seconds() -> float:
    """What the processors have worked for this process, on each core: other work makes it later, not more."""
    return time.process_time() / cores()


class Clock:
    """Seconds of training over all sittings; stands still during a pause. ``elapsed`` are those of earlier sittings.

    ``now`` never stands still.
    """

    def __init__(self, elapsed: float, now: Now = time.monotonic) -> None:
        self.now = now
        self._before = elapsed
        self._since: float | None = now()

    @property
    def elapsed(self) -> float:
        """Seconds so far."""
        return self._before + (0.0 if self._since is None else self.now() - self._since)

    def stop(self) -> None:
        """Stand still."""
        self._before, self._since = self.elapsed, None

    def go(self) -> None:
        """Go on after :meth:`stop`."""
        self._since = self.now()
