"""A renderer that is lent to one job after the other, so that none loads the networks that the one before it had."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gan.render import Renderer


class Renderers:
    """Keeps one renderer on ``device``, which loads a file anew only if that has been written since.

    Of jobs at the same time the second has one of its own. Any thread may ask.
    """

    def __init__(self, device: str) -> None:
        self._device = device
        self._lock = Lock()
        self._kept: Renderer | None = None
        self._forgotten = 0

    @contextmanager
    def lent(self) -> "Iterator[Renderer]":
        """For one job, which gives it back at the end of the block."""
        from gan.render import Renderer

        with self._lock:
            renderer, self._kept, forgotten = self._kept or Renderer(self._device), None, self._forgotten
        try:
            yield renderer
        finally:
            with self._lock:
                if forgotten == self._forgotten:
                    self._kept = renderer

    def forget(self) -> None:
        """Let go of the networks; a renderer that is lent now is not kept, either."""
        with self._lock:
            self._kept = None
            self._forgotten += 1
