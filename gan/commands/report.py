"""A training run's events as text: lines on standard output, and a progress bar on a terminal."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import TracebackType
from typing import Self, TextIO

from tqdm import tqdm

from gan.train import events
from gan.train.events import TrainEvent
from gan.train.wording import line_for


@contextmanager
def outliving(stream: TextIO, lost: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Whatever becomes of who reads ``stream``, or of the disk it goes to, work goes on; the rest is not said."""
    try:
        yield
    except OSError:
        lost()
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


class Report:
    """Shows events as they come. A context manager, so that the bar is always closed.

    A reader or a terminal that goes away ends what is shown, never what is reported on.
    """

    def __init__(self) -> None:
        self._bar: tqdm[None] | None = None
        self._by_time = False
        self.is_cut_off, self.cut_off_told = False, False
        """Whether standard output takes no more, and whether that has been told elsewhere."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            with outliving(sys.stderr):
                self._bar.close()

    def show(self, event: TrainEvent) -> None:
        """Print what a person wants to know, and move the bar."""
        with outliving(sys.stderr):
            if isinstance(event, events.Started):
                self._start_bar(event)
            elif isinstance(event, events.StepLogged):
                self._advance(event)
        line = line_for(event)
        if line:
            with outliving(sys.stdout, self._cut_off):
                tqdm.write(line, file=sys.stdout)
                sys.stdout.flush()

    def _cut_off(self) -> None:
        self.is_cut_off = True

    def _start_bar(self, event: events.Started) -> None:
        if sys.stderr.isatty():
            self._by_time = event.total_steps is None
            total = event.total_seconds if self._by_time else event.total_steps
            unit = "s" if self._by_time else "step"
            self._bar = tqdm(total=total, initial=0 if self._by_time else event.step, unit=unit, file=sys.stderr)

    def _advance(self, event: events.StepLogged) -> None:
        if self._bar is not None:
            now = event.elapsed if self._by_time else event.step
            self._bar.update(now - self._bar.n)
            self._bar.set_postfix_str(f"D {event.d_loss:.2f} G {event.g_loss:.2f}", refresh=False)
