"""Ctrl+C stops a training in order."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from gan.files import FileError
from gan.train.requests import Action
from gan.train.run import Run


@contextmanager
def stopping(*runs: Run) -> Iterator[threading.Event]:
    """Within it SIGINT and SIGTERM ask ``runs`` to stop, and SIGHUP sets what this yields."""
    hung_up = threading.Event()

    def ask(*_: object) -> None:
        try:
            for run in runs:
                run.request(Action.STOP)
        except FileError:  # a full disk takes no request
            raise KeyboardInterrupt from None

    handlers: dict[int, Any] = {signal.SIGINT: ask, signal.SIGTERM: ask}
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        handlers[signal.SIGHUP] = lambda *_: hung_up.set()
    before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    try:
        yield hung_up
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
