"""What a training run says while it runs: a closed union of frozen dataclasses, on disk a JSON line each."""

import dataclasses
import json
import math
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from gan.measure.measures import Measure


@dataclass(frozen=True)
class Started:
    """Training begins, or goes on after ``--resume``, with the next step being ``step`` + 1.

    ``total_steps`` and ``total_seconds`` are the run's limits, None if it has none of that kind.
    """

    step: int
    device: str
    pictures: int
    steps_per_epoch: int
    total_steps: int | None
    total_seconds: float | None
    unreadable: int = 0


@dataclass(frozen=True)
class Preparing:
    """What is done before training can start, such as packing pictures; ``total`` is 0 if it is unknown."""

    what: str
    done: int
    total: int


@dataclass(frozen=True)
class StepLogged:
    """Means over the steps since the last of these.

    ``d_loss`` and ``g_loss`` are losses, ``d_real`` is D(x), ``d_fake`` is D(G(z)) before and
    ``d_fake_after`` after D's step; all D values are probabilities in [0, 1]
    (with the hinge and the Wasserstein loss, D's score through a sigmoid). ``elapsed`` counts
    seconds of training over all sittings. ``grad_d`` and ``grad_g`` are the lengths of the gradients
    of all weights of D and G; None in logs of older versions.
    """

    step: int
    epoch: float
    elapsed: float
    d_loss: float
    g_loss: float
    d_real: float
    d_fake: float
    d_fake_after: float
    images_per_second: float
    grad_d: float | None = None
    grad_g: float | None = None


@dataclass(frozen=True)
class SamplesReady:
    """A grid of the fixed noise batch, drawn by the EMA generator; ``path`` is relative to the run."""

    step: int
    path: str


@dataclass(frozen=True)
class SnapshotSaved:
    """The EMA generator at ``step``; ``path`` is relative to the run."""

    step: int
    path: str
    request: int | None = None


@dataclass(frozen=True)
class EpochEnded:
    """``epoch`` passes over the pictures are complete."""

    epoch: int
    step: int
    elapsed: float


@dataclass(frozen=True)
class Paused:
    """The trainer waits."""

    step: int
    request: int | None = None


@dataclass(frozen=True)
class Resumed:
    """The trainer goes on after a pause."""

    step: int
    request: int | None = None


@dataclass(frozen=True)
class LearningRatesChanged:
    """Both learning rates from the next step on."""

    step: int
    lr_g: float
    lr_d: float
    request: int | None = None


@dataclass(frozen=True)
class Scores:
    """Losses and D's opinion of one batch of real and one of generated pictures, as in :class:`StepLogged`."""

    d_loss: float
    g_loss: float
    d_real: float
    d_fake: float


@dataclass(frozen=True)
class StepTaken:
    """In step mode one network learned from one batch, and what that changed.

    ``network`` is the one that learned. ``before`` and ``after`` are measured on the same real pictures
    and the same z. The sample grids, drawn by G itself from the fixed noise batch, are relative to the
    run; a step of D changes no picture, so both are then the same file.
    """

    step: int
    network: Literal["d", "g"]
    before: Scores
    after: Scores
    samples_before: str
    samples_after: str
    request: int | None = None


@dataclass(frozen=True)
class Measured:
    """How the fixed noise batch compares with real pictures.

    ``values`` go by the names of :data:`gan.measure.measures.MEASURES`; logs of other versions may have others. On
    disk they stand beside ``step``.
    """

    step: int
    values: Mapping[str, float]

    def value(self, measure: Measure) -> float:
        """One of the values, NaN if it was not measured."""
        return self.values.get(measure.name, math.nan)


@dataclass(frozen=True)
class Diagnosed:
    """What the training doctor sees (``kind`` for programs, ``message`` for people), and what to try."""

    step: int
    kind: str
    message: str
    advice: str


@dataclass(frozen=True)
class Warned:
    """Something a person should know; the run goes on. With ``request``, why that was not obeyed."""

    message: str
    request: int | None = None


@dataclass(frozen=True)
class Finished:
    """The run reached its limit; the last snapshot and the state are saved."""

    step: int
    elapsed: float


@dataclass(frozen=True)
class Stopped:
    """The run was asked to stop; the last snapshot and the state are saved, so it can be resumed."""

    step: int
    elapsed: float
    request: int | None = None


@dataclass(frozen=True)
class Failed:
    """The run ended on an error, explained in one line."""

    message: str


TrainEvent = (
    Started
    | Preparing
    | StepLogged
    | SamplesReady
    | SnapshotSaved
    | EpochEnded
    | Paused
    | Resumed
    | LearningRatesChanged
    | StepTaken
    | Measured
    | Diagnosed
    | Warned
    | Finished
    | Stopped
    | Failed
)

_TYPES: dict[str, type[Any]] = {kind.__name__: kind for kind in typing.get_args(TrainEvent)}
_SCORES = {"before", "after"}


def to_json(event: TrainEvent, time: float) -> str:
    """One line without a line end; ``time`` is in seconds since the epoch."""
    values = dataclasses.asdict(event)
    if isinstance(event, Measured):
        values |= values.pop("values")
    return json.dumps({"event": type(event).__name__, "time": round(time, 3), **values})


def from_json(line: str) -> TrainEvent | None:
    """The inverse of :func:`to_json`, or None for a line that is cut off or of an unknown kind."""
    try:
        values = json.loads(line)
        kind = _TYPES[values.pop("event")]
        values.pop("time", None)
        if kind is Measured:
            return Measured(values.pop("step"), {name: float(value) for name, value in values.items()})
        for name in _SCORES & values.keys():
            values[name] = Scores(**values[name])
        return typing.cast(TrainEvent, kind(**values))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
