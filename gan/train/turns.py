"""Several runs trained by turns in one process, so that whatever else the machine does holds for all of them alike."""

import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from pathlib import Path

from gan.data.base import Progress
from gan.train import events
from gan.train.clock import Clock, Now
from gan.train.events import TrainEvent
from gan.train.loop import train
from gan.train.requests import Action
from gan.train.run import Run

TURN_SECONDS = 2.0
"""Short beside what changes on a machine, long beside a step."""


def train_by_turns(
    runs: Sequence[Run], *, data_dir: Path | None = None, progress: Progress | None = None, now: Now = time.monotonic
) -> Iterator[tuple[Run, TrainEvent]]:
    """Start or resume ``runs``, and train each for :data:`TURN_SECONDS` in turn until all have ended.

    Each counts the time of its own turns alone, by ``now``. As soon as one is stopped all are, with everything saved,
    and those that have not begun do not begin; a pause of one holds all. Raises as :func:`gan.train.loop.train`, once
    the others have stopped.
    """
    waiting = [_Turns(run, data_dir, progress, now) for run in runs]
    with ExitStack() as stack:
        for each in waiting:
            stack.enter_context(closing(each.training))
        while waiting:
            each = waiting.pop(0)
            try:
                for event in each.next():
                    yield each.run, event
            except Exception:
                for _ in _stopped(waiting):
                    pass
                raise
            if each.was_stopped:
                yield from _stopped(waiting)
                return
            if not each.is_over:
                waiting.append(each)


class _Turns:
    """The turns of one run."""

    def __init__(self, run: Run, data_dir: Path | None, progress: Progress | None, now: Now) -> None:
        self.run = run
        self._clock = Clock(0.0, now)
        self._clock.stop()
        self.training = train(run, resume=True, data_dir=data_dir, progress=progress, now=lambda: self._clock.elapsed)
        self.has_begun = self.is_over = self.was_stopped = False

    def next(self) -> Iterator[TrainEvent]:
        """What happens in the next turn."""
        self.has_begun = True
        self._clock.go()
        ends = self._clock.elapsed + TURN_SECONDS
        for event in self.training:
            self.was_stopped = isinstance(event, events.Stopped)
            self.is_over = self.was_stopped or isinstance(event, events.Finished)
            yield event
            if self._clock.elapsed >= ends and not self.is_over:
                break
        self._clock.stop()

    def stopped(self) -> Iterator[TrainEvent]:
        """What happens until it has stopped, as it is asked to."""
        self.run.request(Action.STOP)
        self._clock.go()
        yield from self.training


def _stopped(waiting: Sequence[_Turns]) -> Iterator[tuple[Run, TrainEvent]]:
    for each in waiting:
        if each.has_begun:
            for event in each.stopped():
                yield each.run, event
