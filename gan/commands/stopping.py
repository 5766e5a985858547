"""Ctrl+C stops a training in order, and so do the signals of a scheduler."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from gan.files import FileError
from gan.train.launched import is_launched
from gan.train.requests import HURRIED, Action
from gan.train.run import Run


class Asked:
    """What signals have asked for: ``hung_up`` is SIGHUP, ``cut`` that a scheduler takes the machine away."""

    def __init__(self, *runs: Run) -> None:
        self.hung_up = self.cut = False
        self._runs = runs
        self._values: dict[str, float] | None = None

    def stop(self, *, cut: bool = False) -> None:
        """Ask the runs to stop. Raises KeyboardInterrupt if they cannot be asked, as on a full disk."""
        self.cut = self.cut or cut
        self._values = {HURRIED: 1.0} if self.cut else {}
        self.repeat()

    def repeat(self) -> None:
        """Ask once more what has been asked: a trainer that has just begun forgets everything before."""
        if self._values is None:
            return
        try:
            for run in self._runs:
                run.request(Action.STOP, **self._values)
        except FileError:
            raise KeyboardInterrupt from None

    def hang_up(self) -> None:
        """The terminal was closed."""
        self.hung_up = True


@contextmanager
def stopping(*runs: Run) -> Iterator[Asked]:
    """Within it SIGINT and SIGTERM ask ``runs`` to stop, SIGUSR1 does for a scheduler; SIGHUP is only told.

    Below ``torchrun`` and in a job of SLURM SIGTERM means what SIGUSR1 does.
    """
    asked = Asked(*runs)
    handlers: dict[int, Any] = {
        signal.SIGINT: lambda *_: asked.stop(),
        signal.SIGTERM: lambda *_: asked.stop(cut=is_launched()),
    }
    if hasattr(signal, "SIGUSR1"):
        handlers[signal.SIGUSR1] = lambda *_: asked.stop(cut=True)
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        handlers[signal.SIGHUP] = lambda *_: asked.hang_up()
    before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    try:
        yield asked
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
