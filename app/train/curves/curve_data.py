"""What the curves show, in arrays that grow."""

import numpy as np
import numpy.typing as npt

from gan.measure.measures import DISTANCE
from gan.train import events
from gan.train.best import kind_text
from gan.train.events import TrainEvent
from gan.words import tr

NAMES = ("d_loss", "g_loss", "d_real", "d_fake", "d_fake_after")
SMOOTHING_SHARE = 0.02
"""Width of the running mean as a share of the run, so that a long run's curve is as calm as a short one's."""
FIRST_CAPACITY = 1024

Values = npt.NDArray[np.float64]


class CurveData:
    """One row for each :class:`StepLogged`: its step and its metrics; the rarer distances stand apart."""

    def __init__(self) -> None:
        self._rows: Values = np.empty((FIRST_CAPACITY, 1 + len(NAMES)))
        self.count = 0
        self.distances: list[tuple[int, float]] = []
        """(step, sliced Wasserstein distance to real pictures) of each :class:`Measured`."""
        self.evaluated: list[tuple[int, float]] = []
        """(step, value) of each :class:`Evaluated`, all of one kind."""
        self.best: list[tuple[int, float]] = []
        """The best of them, if there is any."""
        self.quality = ""
        """What these values are, for people: ``FID (grey, 2,000 pictures)``."""
        self.marks: list[tuple[int, str]] = []
        """(step, what happened then) for what was asked of the run, and what the doctor saw."""

    def take(self, arrived: list[TrainEvent]) -> bool:
        """Add what curves show of ``arrived``; returns whether anything did."""
        changed = False
        for event in arrived:
            if isinstance(event, events.StepLogged):
                self._append(event)
            elif isinstance(event, events.Measured):
                self.distances.append((event.step, event.value(DISTANCE)))
            elif isinstance(event, events.Evaluated):
                self._take_evaluated(event)
            elif mark := _mark_of(event):
                self.marks.append(mark)
            elif not (isinstance(event, events.Started) and self._go_back(event.step)):
                continue
            changed = True
        return changed

    @property
    def steps(self) -> Values:
        """Steps, shape (count,)."""
        return self._rows[: self.count, 0]

    def values(self, name: str, *, smooth: bool) -> Values:
        """One metric, shape (count,), as logged or as its running mean; infinite numbers become NaN."""
        column = self._rows[: self.count, 1 + NAMES.index(name)]
        column = np.where(np.isfinite(column), column, np.nan)
        return running_mean(column, round(SMOOTHING_SHARE * self.count)) if smooth else column

    def _go_back(self, step: int) -> bool:
        """Forget what came after ``step``: a run that lost its trainer goes on from an older state."""
        before = self.count, len(self.distances), len(self.evaluated), len(self.marks)
        self.count = int(np.searchsorted(self.steps, step, side="right"))
        self.distances = [distance for distance in self.distances if distance[0] <= step]
        self.evaluated = [point for point in self.evaluated if point[0] <= step]
        self.marks = [mark for mark in self.marks if mark[0] <= step]
        return before != (self.count, len(self.distances), len(self.evaluated), len(self.marks))

    def _take_evaluated(self, event: events.Evaluated) -> None:
        """Values of another kind than those before say nothing beside them, so they take their place."""
        quality = kind_text(event.measure, event.space, event.pictures)
        if quality != self.quality:
            self.quality, self.evaluated = quality, []
        self.evaluated.append((event.step, event.value))
        if event.is_best:
            self.best = [(event.step, event.value)]

    def _append(self, event: events.StepLogged) -> None:
        if self.count == len(self._rows):
            self._rows = np.concatenate([self._rows, np.empty_like(self._rows)])
        self._rows[self.count] = [event.step, *(getattr(event, name) for name in NAMES)]
        self.count += 1


def _mark_of(event: TrainEvent) -> tuple[int, str] | None:
    match event:
        case events.Paused() | events.Resumed() | events.Stopped() | events.Finished():
            return event.step, type(event).__name__.lower()
        case events.SnapshotSaved(request=int()):
            return event.step, tr("snapshot saved")
        case events.LearningRatesChanged():
            return event.step, tr("learning rates: G {lr_g:g}, D {lr_d:g}", lr_g=event.lr_g, lr_d=event.lr_d)
        case events.StepTaken():
            return event.step, tr("one step of {network}", network=event.network.upper())
        case events.Diagnosed():
            return event.step, event.message
    return None


def running_mean(values: Values, width: int) -> Values:
    """Each value's mean with up to ``width`` neighbours on either side, NaN left out; same shape."""
    known = ~np.isnan(values)
    sums = np.concatenate([[0.0], np.cumsum(np.where(known, values, 0.0))])
    counts = np.concatenate([[0], np.cumsum(known)])
    index = np.arange(len(values))
    # Fewer neighbours near the ends, as many on either side, so that the ends are not pulled inwards.
    reach = np.minimum(width, np.minimum(index, len(values) - 1 - index))
    first, last = index - reach, index + reach + 1
    number = counts[last] - counts[first]
    return np.where(number > 0, (sums[last] - sums[first]) / np.maximum(number, 1), np.nan)
