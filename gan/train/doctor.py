"""The training doctor: what is going on in a run, in plain words, and what to try.

Every diagnosis is a pure function of what was logged lately. None speaks before a run is old enough to
be judged, since D wins for a while at the start of most healthy runs.
"""

import math
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean

from gan.measure.measures import DISTANCE, DIVERSITY
from gan.train.events import Diagnosed, Measured, StepLogged, TrainEvent
from gan.train.losses import LOSSES, Loss

WINDOW, FEWEST = 100, 50
"""How many logged lines are looked at, and how many are needed."""
YOUNGEST, MATURE = 200, 2000
"""Steps before which a run is not judged, and after which its pictures should differ."""
MEASURES, AGREEING = 24, 3
"""How many measurements are looked at, and how many in a row have to agree."""
SWING = 1.3
"""The pictures have become worse or better for certain when their distance has changed by this factor."""
LOST = 2.0
"""And worse than a run that is well ever becomes again."""


@dataclass(frozen=True)
class Diagnosis:
    """What the doctor sees: ``kind`` for programs, ``message`` and ``advice`` for people."""

    kind: str
    message: str
    advice: str


@dataclass(frozen=True)
class History:
    """What a diagnosis is made from, oldest first.

    ``measured`` holds measurements of runs that are old enough only, ``first`` is that of the untrained
    generator, ``most_diverse`` the largest diversity that the pictures have had, ``closest`` their shortest distance.
    """

    logged: Sequence[StepLogged]
    measured: Sequence[Measured]
    first: Measured | None
    most_diverse: float
    closest: float
    loss: Loss

    def mean(self, name: str) -> float:
        """Of one metric over the window."""
        return fmean(getattr(entry, name) for entry in self.logged)


EXPLODED = Diagnosis(
    "exploded",
    "The numbers exploded: a loss or a weight is infinite or no number at all.",
    "Continue from the last saved state with smaller learning rates; if that does not help, use precision fp32.",
)
D_WINS = Diagnosis(
    "d-wins",
    "D wins: it tells real from generated pictures without a doubt, so G hardly gets a hint how to improve.",
    "Lower the learning rate of D or raise that of G, smooth the labels (0.1), or augment if the pictures are few.",
)
COLLAPSED = Diagnosis(
    "g-collapsed",
    "G has collapsed: whatever the z, it draws nearly the same few pictures.",
    "Go back to a state from before and lower the learning rate of G, or take the hinge loss with spectral "
    "normalisation.",
)
OSCILLATES = Diagnosis(
    "oscillates",
    "The two networks chase each other: the pictures get better and worse in turns.",
    "Lower both learning rates, keep Adam's beta 1 at 0.5 or below, or take larger batches.",
)
DERAILED = Diagnosis(
    "derailed",
    "The run has lost what it had learned: its pictures are twice as far from real ones as they were, and stay so.",
    "Go back to a state from before and lower both learning rates, or Adam's beta 2 to 0.99. The best snapshot is "
    "kept in any case.",
)
NOTHING_LEARNED = Diagnosis(
    "nothing-learned",
    "Nothing has been learned yet: the pictures are as far from real ones as at the start.",
    "Raise the learning rates (0.0002 is usual) and check that the pictures are what you think they are.",
)
ALIKE = Diagnosis(
    "alike",
    "The pictures are all the same, or so dark or faint that nobody could tell them apart: nothing but that one "
    "picture can be learned, and no distance to them means anything.",
    "Look at them with Preview; choose a folder of different pictures, or another value range if they are that dark.",
)
"""Seen in the pictures themselves, before the first step: :mod:`gan.train.picture_check`."""
DIAGNOSES = (EXPLODED, D_WINS, COLLAPSED, OSCILLATES, DERAILED, NOTHING_LEARNED, ALIKE)
"""All that there are."""


def has_exploded(history: History) -> bool:
    """A logged number is not finite."""
    names = ("d_loss", "g_loss", "grad_d", "grad_g")
    values = [getattr(history.logged[-1], name) for name in names] if history.logged else []
    return any(value is not None and not math.isfinite(value) for value in values)


def d_wins(history: History) -> bool:
    """D is sure and right about nearly every picture, by the measure of the loss."""
    return history.loss.d_wins(history.mean)


def has_collapsed(history: History) -> bool:
    """The noise batch gives far more uniform pictures than real ones, and than it did before, or it always has."""
    mature = bool(history.measured) and history.measured[-1].step >= MATURE
    limit = max(history.most_diverse / 3, 0.1 if mature else 0.0)
    return _lately(history, lambda one: one.value(DIVERSITY) < min(limit, 0.25))


def oscillates(history: History) -> bool:
    """The distance to real pictures has risen and fallen again, or the other way round, and turned once more."""
    return swings([one.value(DISTANCE) for one in history.measured]) >= 3


def swings(values: Sequence[float], factor: float = SWING) -> int:
    """How often ``values`` turn and then change by ``factor``; the first change counts as well."""
    count, rising, extreme_low, extreme_high = 0, None, math.inf, 0.0
    for value in values:
        extreme_low, extreme_high = min(extreme_low, value), max(extreme_high, value)
        if rising is not True and value >= extreme_low * factor:
            count, rising, extreme_high = count + 1, True, value
        elif rising is not False and value <= extreme_high / factor:
            count, rising, extreme_low = count + 1, False, value
    return count


def has_derailed(history: History) -> bool:
    """The distance to real pictures is twice what it has been."""
    return _lately(history, lambda one: one.value(DISTANCE) > LOST * history.closest)


def has_learned_nothing(history: History) -> bool:
    """The distance to real pictures is that of the untrained generator."""
    first = history.first
    return first is not None and _lately(history, lambda one: one.value(DISTANCE) > 0.9 * first.value(DISTANCE))


CHECKS: tuple[tuple[Callable[[History], bool], Diagnosis], ...] = (
    (oscillates, OSCILLATES),
    (has_collapsed, COLLAPSED),
    (has_derailed, DERAILED),
    (d_wins, D_WINS),
    (has_learned_nothing, NOTHING_LEARNED),
)
"""The first that holds is the diagnosis; the more special one comes first."""


def diagnose(history: History) -> Diagnosis | None:
    """What is wrong with a run of such a ``history``, or None if it is well or too young to tell."""
    if has_exploded(history):
        return EXPLODED
    if len(history.logged) < FEWEST or history.logged[-1].step < YOUNGEST:
        return None
    return next((diagnosis for holds, diagnosis in CHECKS if holds(history)), None)


class Doctor:
    """Listens to the events of a sitting and says each diagnosis when it begins to hold, not each time it wavers.

    ``loss`` is a name of :data:`gan.train.losses.LOSSES`.
    """

    def __init__(self, loss: str) -> None:
        self._loss = LOSSES[loss]
        self._logged: deque[StepLogged] = deque(maxlen=WINDOW)
        self._measured: deque[Measured] = deque(maxlen=MEASURES)
        self._first: Measured | None = None
        self._most_diverse, self._closest = 0.0, math.inf
        self._lines = 0
        self._last_held: dict[str, int] = {}

    def listen(self, event: TrainEvent) -> Diagnosed | None:
        """Take one event; returns a diagnosis that is new."""
        if isinstance(event, Measured):
            self._take(event)
        if not isinstance(event, StepLogged):
            return None
        self._logged.append(event)
        self._lines += 1
        history = History(self._logged, self._measured, self._first, self._most_diverse, self._closest, self._loss)
        found = diagnose(history)
        if found is None or not self._is_new(found.kind):
            return None
        return Diagnosed(event.step, found.kind, found.message, found.advice)

    def _is_new(self, kind: str) -> bool:
        """Whether ``kind``, which holds now, has not held for a whole window."""
        before = self._last_held.get(kind, -WINDOW)
        self._last_held[kind] = self._lines
        return self._lines - before > WINDOW

    def _take(self, measured: Measured) -> None:
        if measured.step == 0:
            self._first = measured
        if measured.step >= YOUNGEST:
            self._measured.append(measured)
            self._most_diverse = max(self._most_diverse, measured.value(DIVERSITY))
            self._closest = min(self._closest, measured.value(DISTANCE))


def _lately(history: History, holds: Callable[[Measured], bool]) -> bool:
    latest = list(history.measured)[-AGREEING:]
    return len(latest) == AGREEING and all(map(holds, latest))
