"""How tests deal with time: a clock that they move themselves, and waiting for another process or thread."""

import time
from collections.abc import Callable


class ManualTime:
    """In place of ``time.monotonic``: stands still until a test calls :meth:`advance`."""

    def __init__(self) -> None:
        self._seconds = 0.0

    def __call__(self) -> float:
        return self._seconds

    def advance(self, seconds: float) -> None:
        """Let ``seconds`` pass at once."""
        self._seconds += seconds


def wait_until(condition: Callable[[], bool], what: str, seconds: float = 60.0) -> None:
    """Wait for something that is sure to happen soon; fails, naming ``what``, if it has not within ``seconds``."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"{seconds:g} seconds were too few for {what}"
        time.sleep(0.01)
