"""How long a run has been training."""

import time


class Clock:
    """Seconds of training over all sittings; stands still during a pause."""

    def __init__(self, elapsed: float) -> None:
        self._before = elapsed
        self._since: float | None = time.monotonic()

    @property
    def elapsed(self) -> float:
        """Seconds so far."""
        return self._before + (0.0 if self._since is None else time.monotonic() - self._since)

    def stop(self) -> None:
        """Stand still."""
        self._before, self._since = self.elapsed, None

    def go(self) -> None:
        """Go on after :meth:`stop`."""
        self._since = time.monotonic()
