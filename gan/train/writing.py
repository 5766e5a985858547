"""A thread that writes what training should not wait for."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Self

Job = Callable[[], None]


class Writer:
    """Does one job at a time in the background. A context manager, so that the last one is always finished.

    A second job waits until the first is done, so no more than one copy of anything piles up. What a job
    raises is raised by the next call of :meth:`submit` or :meth:`finish`.
    """

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, "writer")
        self._job: Future[None] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._thread.shutdown()
        if error is None:
            self.finish()

    def submit(self, job: Job) -> None:
        """Have ``job`` done soon, after waiting for the one before it."""
        self.finish()
        self._job = self._thread.submit(job)

    def finish(self) -> None:
        """Wait until nothing is left to do."""
        job, self._job = self._job, None
        if job is not None:
            job.result()
