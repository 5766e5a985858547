"""What the curves show, in arrays that grow."""

import numpy as np
import numpy.typing as npt

from gan.train import events
from gan.train.events import TrainEvent

NAMES = ("d_loss", "g_loss", "d_real", "d_fake", "d_fake_after")
SMOOTHING = 0.9
FIRST_CAPACITY = 1024

Values = npt.NDArray[np.float64]


class CurveData:
    """One row for each :class:`StepLogged`: step, the metrics, and their running averages."""

    def __init__(self) -> None:
        self._rows: Values = np.empty((FIRST_CAPACITY, 1 + 2 * len(NAMES)))
        self.count = 0
        self.marks: list[tuple[int, str]] = []
        """(step, what happened then) for pauses, stops and the like."""

    def take(self, arrived: list[TrainEvent]) -> bool:
        """Add what curves show of ``arrived``; returns whether anything did."""
        before = self.count, len(self.marks)
        for event in arrived:
            if isinstance(event, events.StepLogged):
                self._append(event)
            elif isinstance(event, events.Paused | events.Resumed | events.Stopped | events.Finished):
                self.marks.append((event.step, type(event).__name__.lower()))
        return before != (self.count, len(self.marks))

    @property
    def steps(self) -> Values:
        """Steps, shape (count,)."""
        return self._rows[: self.count, 0]

    def values(self, name: str, *, smooth: bool) -> Values:
        """One metric, shape (count,), as logged or averaged over about ten lines."""
        return self._rows[: self.count, 1 + NAMES.index(name) + (len(NAMES) if smooth else 0)]

    def _append(self, event: events.StepLogged) -> None:
        if self.count == len(self._rows):
            self._rows = np.concatenate([self._rows, np.empty_like(self._rows)])
        metrics = np.array([getattr(event, name) for name in NAMES])
        smooth = metrics
        if self.count:
            smooth = SMOOTHING * self._rows[self.count - 1, 1 + len(NAMES) :] + (1 - SMOOTHING) * metrics
        self._rows[self.count] = [event.step, *metrics, *smooth]
        self.count += 1
