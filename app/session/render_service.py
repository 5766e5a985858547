"""Latest-wins rendering beside the window's own thread.

One request is in flight at a time. While it is, each slot keeps only its newest request, so a fast
hand on a slider never builds up a queue. torch is imported on a thread of its own with the first request; plain
pictures do not wait for it (:mod:`gan.early`).
"""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import suppress
from enum import IntEnum, unique
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from app.work.torch_loading import is_torch_here
from gan.early import early_result
from gan.errors import LatentariumError
from gan.request import RenderRequest, RenderResult
from gan.words import tr

if TYPE_CHECKING:
    from gan.render import Renderer

log = logging.getLogger(__name__)

T = TypeVar("T")


@unique
class Priority(IntEnum):
    """Lower ones are served first; among equals the one that has waited longest."""

    LIVE = 0
    BESIDE = 1
    """What stands beside the live picture."""
    ENDPOINTS = 2
    SHEET = 3
    JUDGEMENT = 4
    """What is said of pictures comes after all pictures."""


class Slot(QObject):
    """One purpose that pictures are made for. A newer request takes the place of one that still waits."""

    rendered = Signal(object)
    """The :class:`RenderResult` of a request; of another one than the newest if that is still being made."""

    def __init__(self, service: "RenderService", priority: Priority) -> None:
        super().__init__()
        self.priority = priority
        self._service = service

    def submit(self, request: RenderRequest) -> None:
        """Render ``request`` soon."""
        self._service.submit(self, request)

    def clear(self) -> None:
        """Render nothing that still waits."""
        self._service.withdraw(self)


class RenderService(QObject):
    """Renders on ``executor``, which must run one job at a time; tests pass one that runs at once."""

    failed = Signal(str)
    """A line for people."""
    device_known = Signal(str)
    """The renderer's device, for people, once torch is loaded."""

    _finished = Signal(object, object)

    def __init__(self, device: str = "auto", executor: Executor | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.device = device
        self._executor = executor or ThreadPoolExecutor(1, thread_name_prefix="render")
        self._loading: threading.Thread | None = None
        self._renderer: Renderer | None = None
        self._renders_on = ""
        self._pending: dict[Slot, RenderRequest] = {}
        self._busy = self._ended = False
        self._threads = 0
        self._finished.connect(self._deliver, Qt.ConnectionType.AutoConnection)

    def open(self, priority: Priority) -> Slot:
        """A slot of one's own."""
        return Slot(self, priority)

    def submit(self, slot: Slot, request: RenderRequest) -> None:
        """Render ``request`` soon; it replaces a waiting one of the same slot. Nothing happens after the end."""
        self._pending[slot] = request
        self._start_next()

    def withdraw(self, slot: Slot) -> None:
        """Forget what waits in ``slot``."""
        self._pending.pop(slot, None)

    def set_threads(self, threads: int) -> None:
        """CPU threads for each picture from now on; 0 is one for each core."""
        self._threads = threads

    def set_device(self, device: str) -> None:
        """What pictures are made on from now on, as for :func:`gan.devices.pick_device`."""
        self.device = device

    def shut_down(self) -> None:
        """Forget what waits and end the worker thread."""
        self._ended = True
        self._pending.clear()
        self._finished.disconnect(self._deliver)
        if self._loading is not None:
            self._loading.join()
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _start_next(self) -> None:
        if self._busy or self._ended or not self._pending:
            return
        slot = min(self._pending, key=lambda waiting: waiting.priority)
        request = self._pending.pop(slot)
        self._busy = True
        self._executor.submit(self._work, slot, request)

    def _work(self, slot: Slot, request: RenderRequest) -> None:
        self._finished.emit(slot, _outcome(lambda: self._early(request) or self._ready_renderer().render(request)))

    def _early(self, request: RenderRequest) -> RenderResult | None:
        """None if torch is there, or needed."""
        if is_torch_here():
            return None
        result = early_result(request)
        if self._loading is None:
            self._loading = threading.Thread(target=self._load, name="torch")
            self._loading.start()
        return result

    def _load(self) -> None:
        try:
            import gan.render  # noqa: F401
        except Exception as error:
            log.exception("torch cannot be imported")
            self.failed.emit(tr("rendering failed: {error}", error=error))
        else:
            with suppress(RuntimeError):  # the window was closed meanwhile
                self._executor.submit(self._warm_up)

    def _warm_up(self) -> None:
        """Choose the device, which nobody has asked for a picture yet, so that it can be named or missed."""
        outcome = _outcome(self._ready_renderer)
        if isinstance(outcome, str):
            self.failed.emit(outcome)

    def _ready_renderer(self) -> "Renderer":
        device = self.device
        if self._renderer is None or device != self._renders_on:
            from gan.devices import describe_device
            from gan.render import Renderer

            self._renderer, self._renders_on = Renderer(device), device
            self.device_known.emit(describe_device(self._renderer.device))
        self._renderer.set_threads(self._threads)
        return self._renderer

    def _deliver(self, slot: Slot, outcome: RenderResult | str) -> None:
        self._busy = False
        if isinstance(outcome, str):
            self.failed.emit(outcome)
        else:
            slot.rendered.emit(outcome)
        self._start_next()


def _outcome(work: Callable[[], T]) -> T | str:
    try:
        return work()
    except LatentariumError as error:
        return str(error)
    except Exception as error:
        log.exception("rendering failed")
        return tr("rendering failed: {error}", error=error)
