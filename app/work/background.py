"""Long work beside the window's own thread: with progress, with cancel, and never half done without a word."""

import logging
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import nullcontext
from threading import RLock
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.work.torch_threads import one_thread
from gan.errors import LatentariumError
from gan.words import tr

log = logging.getLogger(__name__)

WORKERS = 2


class CancelledError(Exception):
    """Raised inside of work whose job was cancelled."""


class Job(QObject):
    """One piece of work: ``work(job)`` runs on another thread and calls :meth:`report` now and then.

    With ``computes`` torch has one thread for it, and pictures have one as long as it runs. Exactly one of
    ``succeeded``, ``failed`` and ``cancelled`` is emitted at its end, then ``ended``; all signals arrive on the thread
    that the job was made on. Then it is deleted, with all that its work and its listeners hold.
    """

    progressed = Signal(int, int)
    """(how much is done, the total or 0 if it is unknown)"""
    doing_changed = Signal(str)
    """What of its work is being done now, in words."""
    succeeded = Signal(object)
    """What ``work`` returned."""
    failed = Signal(str)
    """One line for people."""
    cancelled = Signal()
    ended = Signal()

    _reported = Signal(int, int)
    _finished = Signal(object, object)

    def __init__(self, title: str, work: Callable[["Job"], Any], *, computes: bool = False) -> None:
        super().__init__()
        self.title = title
        self.computes = computes
        self._work = work
        self._cancelled = False
        self._doing = ""
        self._at_work = RLock()
        self._reported.connect(self._take_report)
        self._finished.connect(self._take_outcome)

    def cancel(self) -> None:
        """Have the work stop at its next report."""
        self._cancelled = True

    @property
    def is_cancelled(self) -> bool:
        """Whether the work is to stop."""
        return self._cancelled

    def report(self, done: int, total: int) -> None:
        """Say how far the work is. Raises :class:`CancelledError` if it is not wanted any more."""
        if self._cancelled:
            raise CancelledError
        self._reported.emit(done, total)

    def tell(self, doing: str, done: int, total: int) -> None:
        """The same for a part of the work, with what that is, in words: a :data:`gan.data.base.Progress`."""
        if doing != self._doing:
            self._doing = doing
            self.doing_changed.emit(doing)
        self.report(done, total)

    def run(self) -> None:
        """Do the work; called on the other thread."""
        with self._at_work:
            try:
                with one_thread() if self.computes else nullcontext():
                    self._finished.emit(self._work(self), None)
            except Exception as error:
                self._finished.emit(None, error)

    def _take_report(self, done: int, total: int) -> None:
        self.progressed.emit(done, total)

    def _take_outcome(self, result: Any, error: Exception | None) -> None:
        if error is None:
            self.succeeded.emit(result)
        elif self._cancelled:
            self.cancelled.emit()
        elif isinstance(error, LatentariumError):
            self.failed.emit(str(error))
        else:
            log.error("%s failed", self.title, exc_info=error)
            self.failed.emit(tr("{job} failed: {error}", job=self.title, error=error))
        self.ended.emit()
        with self._at_work:  # the other thread may still be coming back from telling
            self.deleteLater()


class ThreadsThatEnd(ThreadPoolExecutor):
    """Does each piece of work on a thread of its own, at most so many at a time.

    MKL keeps what a thread has needed for its products, 20 MB after a search for directions, until that thread ends.
    """

    def submit(self, work: Callable[..., Any], /, *values: Any, **named: Any) -> Future[Any]:
        return super().submit(_apart, work, *values, **named)


def _apart(work: Callable[..., Any], *values: Any, **named: Any) -> Any:
    with ThreadPoolExecutor(1, "background") as thread:
        return thread.submit(work, *values, **named).result()


class Background(QObject):
    """Runs jobs on ``executor``; tests pass one that runs at once."""

    computing_changed = Signal(bool)
    """Whether any job is computing that leaves the other cores to the pictures."""

    def __init__(self, executor: Executor | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = executor or ThreadsThatEnd(WORKERS)
        self._jobs: set[Job] = set()
        self._over = False

    @property
    def computing(self) -> bool:
        """Whether a job is under way that computes."""
        return any(job.computes for job in self._jobs)

    def start(self, job: Job) -> None:
        """Run ``job`` soon; never once this was shut down, when what waited for another job may still ask."""
        if self._over:
            return
        self._jobs.add(job)
        job.ended.connect(lambda: self._forget(job))
        if job.computes:
            self.computing_changed.emit(True)
        self._executor.submit(job.run)

    def shut_down(self) -> None:
        """Cancel everything and wait for it."""
        self._over = True
        for job in self._jobs:
            job.cancel()
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _forget(self, job: Job) -> None:
        self._jobs.discard(job)
        if job.computes:
            self.computing_changed.emit(self.computing)
