"""One job, the newest wins, the older is cancelled: how a tool has something worked out that may be asked for again."""

import shiboken6
from PySide6.QtCore import QObject, Signal, SignalInstance

from app.work.background import Background, Job


class LatestJob(QObject):
    """At most one job of a tool is under way, and only the newest is heard.

    A new job cancels the one before and begins when that has ended, so that work that nobody waits for never piles up.
    """

    started = Signal(object)
    """The :class:`Job` that was asked for; it may have to wait for the one before."""
    succeeded = Signal(object)
    """What the newest job's work returned."""
    failed = Signal(str)
    """One line for people."""
    cancelled = Signal()
    """A person has ended the newest job; it did not make room for another one."""
    busy_changed = Signal(bool)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._running: Job | None = None
        self._newest: Job | None = None

    @property
    def job(self) -> Job | None:
        """The one whose outcome is waited for."""
        return self._newest

    @property
    def busy(self) -> bool:
        """Whether an outcome is waited for."""
        return self._newest is not None

    def start(self, job: Job) -> None:
        """Run ``job`` as soon as the one before, which is cancelled, has ended."""
        was_busy, self._newest = self.busy, job
        self.started.emit(job)
        if not was_busy:
            self.busy_changed.emit(True)
        if self._running is None:
            self._run(job)
        else:
            self._running.cancel()

    def cancel(self) -> None:
        """End what is under way, as a person does with a button."""
        if self._newest is not None:
            self._newest.cancel()

    def forget(self) -> None:
        """End what is under way and hear nothing of it any more: what it was about is gone."""
        self.cancel()
        if self._running is not None:
            self._running.cancel()
        if self.busy:
            self._newest = None
            self.busy_changed.emit(False)

    def _tell(self, job: Job, signal: SignalInstance, *values: object) -> None:
        """Of an older job nobody hears any more, and nobody at all when the panel that asked is gone."""
        if job is self._newest and shiboken6.isValid(self):
            signal.emit(*values)

    def _run(self, job: Job) -> None:
        self._running = job
        job.succeeded.connect(lambda result: self._tell(job, self.succeeded, result))
        job.failed.connect(lambda message: self._tell(job, self.failed, message))
        job.cancelled.connect(lambda: self._tell(job, self.cancelled))
        job.ended.connect(lambda: self._end(job))
        self._background.start(job)

    def _end(self, job: Job) -> None:
        if job is self._running:
            self._running = None
        if job is self._newest:
            self._newest = None
            if shiboken6.isValid(self):
                self.busy_changed.emit(False)
        elif self._newest is not None and self._running is None:
            self._run(self._newest)
