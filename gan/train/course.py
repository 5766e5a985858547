"""How a run went over its time, so that runs can be held against each other second by second."""

import numpy as np

from gan.train import events
from gan.train.best import kind_text
from gan.train.config import TrainConfig
from gan.train.events import SamplesReady, TrainEvent


class Course:
    """``step`` and ``seconds`` of training so far, over all sittings; ``grids`` of samples in the order of their steps.

    ``quality`` says what snapshots are measured by, such as ``FID (grey, 2,000 pictures)``; empty before any was.
    """

    def __init__(self, config: TrainConfig) -> None:
        self.step, self.seconds = 0, 0.0
        self.grids: list[SamplesReady] = []
        self.quality = ""
        self._evaluated: list[events.Evaluated] = []
        self._steps, self._elapsed = [0], [0.0]
        self._batch_size = config.batch_size

    @property
    def pictures(self) -> int:
        """How many real pictures both networks have seen, each as often as it came."""
        return self.step * self._batch_size

    @property
    def evaluated(self) -> list[tuple[float, float]]:
        """(seconds, value) of each snapshot that was measured; all of one :attr:`quality`."""
        return [(self.seconds_at(event.step), event.value) for event in self._evaluated]

    @property
    def newest(self) -> events.Evaluated | None:
        """What was measured last."""
        return self._evaluated[-1] if self._evaluated else None

    def seconds_at(self, step: int) -> float:
        """When ``step`` was taken, in seconds of training."""
        return float(np.interp(step, self._steps, self._elapsed))

    def grid_at(self, seconds: float) -> SamplesReady | None:
        """The newest samples by then; the first ones before there are any."""
        drawn = [grid for grid in self.grids if self.seconds_at(grid.step) <= seconds] or self.grids[:1]
        return drawn[-1] if drawn else None

    def take(self, arrived: list[TrainEvent]) -> bool:
        """Go on by what a run has logged; returns whether anything here has changed."""
        changed = [self._take(event) for event in arrived]
        return any(changed)

    def _take(self, event: TrainEvent) -> bool:
        match event:
            case events.Started():
                self._batch_size = min(self._batch_size, event.pictures) or self._batch_size
                self._go_back(event.step)
            case events.StepLogged():
                self._advance(event.step, event.elapsed)
            case events.SamplesReady():
                self.grids = [*(grid for grid in self.grids if grid.step < event.step), event]
            case events.Evaluated():
                self._evaluate(event)
            case events.Stopped() | events.Finished():
                self._advance(event.step, event.elapsed)
            case _:
                return False
        return True

    def _advance(self, step: int, elapsed: float) -> None:
        self.step, self.seconds = step, elapsed
        if step > self._steps[-1]:
            self._steps.append(step)
            self._elapsed.append(elapsed)

    def _evaluate(self, event: events.Evaluated) -> None:
        """Values of another kind than those before say nothing beside them, so they take their place."""
        quality = kind_text(event.measure, event.space, event.pictures)
        if quality != self.quality:
            self.quality, self._evaluated = quality, []
        self._evaluated.append(event)

    def _go_back(self, step: int) -> None:
        """Forget what came after ``step``: a run that lost its trainer goes on from an older state."""
        if step < self.step:
            self.step, self.seconds = step, self.seconds_at(step)
        count = int(np.searchsorted(self._steps, step, side="right"))
        del self._steps[count:], self._elapsed[count:]
        self.grids = [grid for grid in self.grids if grid.step <= step]
        self._evaluated = [event for event in self._evaluated if event.step <= step]
