"""Latest-wins rendering beside the window's own thread.

One request is in flight at a time. While it is, each slot keeps only its newest request, so a fast
hand on a slider never builds up a queue. torch is imported on the worker thread with the first request.
"""

import logging
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from enum import IntEnum, unique
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from gan.errors import LatentariumError
from gan.request import RenderRequest, RenderResult

if TYPE_CHECKING:
    from gan.render import Renderer

log = logging.getLogger(__name__)


@unique
class Slot(IntEnum):
    """What a request is for; lower ones are served first."""

    LIVE = 0
    COMPARISON = 1
    ENDPOINTS = 2
    PATH = 3
    VARIATIONS = 4
    FAVOURITES = 5
    DIRECTIONS = 6
    OPINION = 7
    INVERSION = 8
    ARITHMETIC = 9
    PAD = 10
    CORNERS = 11


class RenderService(QObject):
    """Renders on ``executor``, which must run one job at a time; tests pass one that runs at once."""

    rendered = Signal(Slot, object)
    """(slot, :class:`RenderResult`)"""
    failed = Signal(Slot, str)
    """(slot, a line for people)"""
    device_known = Signal(str)
    """The renderer's device, for people, once torch is loaded."""

    _finished = Signal(Slot, object)

    def __init__(self, device: str = "auto", executor: Executor | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.device = device
        self._executor = executor or ThreadPoolExecutor(1, thread_name_prefix="render")
        self._renderer: Renderer | None = None
        self._pending: dict[Slot, RenderRequest] = {}
        self._busy = False
        self._threads = 0
        self._finished.connect(self._deliver, Qt.ConnectionType.AutoConnection)

    def submit(self, slot: Slot, request: RenderRequest) -> None:
        """Render ``request`` soon; it replaces a waiting one of the same slot."""
        self._pending[slot] = request
        self._start_next()

    def set_threads(self, threads: int) -> None:
        """CPU threads for each picture from now on; 0 is one for each core."""
        self._threads = threads

    def shut_down(self) -> None:
        """Forget what waits and end the worker thread."""
        self._pending.clear()
        self._finished.disconnect(self._deliver)
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _start_next(self) -> None:
        if self._busy or not self._pending:
            return
        slot = min(self._pending)
        request = self._pending.pop(slot)
        self._busy = True
        self._executor.submit(self._work, slot, request)

    def _work(self, slot: Slot, request: RenderRequest) -> None:
        self._finished.emit(slot, _outcome(lambda: self._ready_renderer().render(request)))

    def _ready_renderer(self) -> "Renderer":
        if self._renderer is None:
            from gan.devices import describe_device
            from gan.render import Renderer

            self._renderer = Renderer(self.device)
            self.device_known.emit(describe_device(self._renderer.device))
        self._renderer.set_threads(self._threads)
        return self._renderer

    def _deliver(self, slot: Slot, outcome: RenderResult | str) -> None:
        self._busy = False
        if isinstance(outcome, str):
            self.failed.emit(slot, outcome)
        else:
            self.rendered.emit(slot, outcome)
        self._start_next()


def _outcome(work: Callable[[], RenderResult]) -> RenderResult | str:
    try:
        return work()
    except LatentariumError as error:
        return str(error)
    except Exception as error:
        log.exception("rendering failed")
        return f"rendering failed: {error}"
