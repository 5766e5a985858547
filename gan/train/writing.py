"""A thread that writes what training should not wait for."""

import queue
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self

Job = Callable[[], None]


class Writer:
    """Does one job at a time in the background. A context manager, so that the last one is always finished.

    A second job waits until the first is done, so no more than one copy of anything piles up. What a job
    raises is raised by the next call of :meth:`submit` or :meth:`finish`.
    """

    def __init__(self) -> None:
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._idle = threading.Event()
        self._idle.set()
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._work, name="writer", daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._jobs.put(None)
        self._thread.join()
        if error is None:
            self._raise()

    def submit(self, job: Job) -> None:
        """Have ``job`` done soon, after waiting for the one before it."""
        self.finish()
        self._idle.clear()
        self._jobs.put(job)

    def finish(self) -> None:
        """Wait until nothing is left to do."""
        self._idle.wait()
        self._raise()

    def _raise(self) -> None:
        error, self._error = self._error, None
        if error is not None:
            raise error

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            try:
                job()
            except BaseException as error:
                self._error = error
            self._idle.set()
