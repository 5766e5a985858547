"""What goes wrong while the robot is at work, and how the process grows."""

import contextlib
import ctypes
import faulthandler
import gc
import logging
import sys
import threading
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import psutil
from PySide6.QtCore import QCoreApplication, QEvent, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

SILENT_SECONDS = 180.0
"""After so long without an action every thread's stack is printed, and the robot ends."""
QT_FAULTS = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)
HARMLESS = (
    "This plugin does not support",  # said by the offscreen platform of what it does not do
    "propagateSizeHints",
)


@dataclass(frozen=True)
class Fault:
    """What went wrong, after how many actions, and what was done just before."""

    kind: str
    text: str
    after: int
    before: tuple[str, ...]


@dataclass(frozen=True)
class Weight:
    """The process at rest: seconds since the start, bytes, Qt's widgets and Python's objects."""

    seconds: float
    written: int
    widgets: int
    objects: int

    def __str__(self) -> str:
        size = f"{self.written / 1e6:.1f} MB, {self.widgets:,} widgets, {self.objects:,} objects"
        return f"{self.seconds:6.0f} s  {size}"


@dataclass
class Watch:
    """Collects faults; ``happened`` says how many actions there were and which were the last."""

    happened: Callable[[], tuple[int, tuple[str, ...]]]
    faults: list[Fault] = field(default_factory=list)
    _known: Counter[tuple[str, str]] = field(default_factory=Counter)

    def take(self, kind: str, text: str) -> None:
        """Something went wrong; the same thing is told once, and counted."""
        self._known[kind, text] += 1
        if self._known[kind, text] == 1:
            fault = Fault(kind, text, *self.happened())
            self.faults.append(fault)
            print(f"FAULT {kind}: {text}", flush=True)

    def times(self, fault: Fault) -> int:
        """How often it happened."""
        return self._known[fault.kind, fault.text]

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Exceptions that nobody catches, whatever is logged as an error, and what Qt warns of."""
        hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
        handler = _Handler(self)
        logging.getLogger().addHandler(handler)
        sys.excepthook = lambda kind, error, trace: self.take("exception", _told(error))
        threading.excepthook = lambda about: self.take("exception in a thread", _told(about.exc_value))
        sys.unraisablehook = lambda about: self.take("ignored exception", f"{about.object!r}: {_told(about.exc_value)}")
        before = qInstallMessageHandler(self._take_qt)
        try:
            yield
        finally:
            qInstallMessageHandler(before)
            sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
            logging.getLogger().removeHandler(handler)
            faulthandler.cancel_dump_traceback_later()

    def alive(self) -> None:
        """There was an action."""
        faulthandler.dump_traceback_later(SILENT_SECONDS, exit=True)

    def _take_qt(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind in QT_FAULTS and not message.startswith(HARMLESS):
            self.take("Qt warning", message)


class _Handler(logging.Handler):
    def __init__(self, watch: Watch) -> None:
        super().__init__(logging.ERROR)
        self._watch = watch

    def emit(self, record: logging.LogRecord) -> None:
        error: Any = record.exc_info[1] if record.exc_info else None
        self._watch.take("logged error", record.getMessage() + (f"\n{_told(error)}" if error else ""))


def _told(error: BaseException | None) -> str:
    return "".join(traceback.format_exception(error)).rstrip() if error is not None else "nothing is known"


def weigh(seconds: float) -> Weight:
    """To be called at rest. What the C library keeps for later is given back first, where that can be."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").malloc_trim(0)
    return Weight(seconds, _written(), len(QApplication.allWidgets()), len(gc.get_objects()))


def _written() -> int:
    """Bytes that this process alone has written, in memory or swapped out.

    What it only reads of libraries and files belongs to the system, which lets it come and go as it likes.
    """
    process = psutil.Process()
    if not psutil.LINUX:
        return int(process.memory_full_info().uss)
    return sum(part.private_dirty + part.swap for part in process.memory_maps())
