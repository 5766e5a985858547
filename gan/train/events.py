"""What a training run says while it runs: a closed union of frozen dataclasses, on disk a JSON line each."""

import dataclasses
import json
import math
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from msgspec import Meta

from gan.json_file import JsonError, check_limits, converted, decoded
from gan.measure.measures import Measure
from gan.words import Relayed, Said, Wording

MOST = 10**12
"""Steps, pictures or seconds: far beyond what any run comes to."""
Count = Annotated[int, Meta(ge=0, le=MOST)]
Seconds = Annotated[float, Meta(ge=0, le=MOST)]


@dataclass(frozen=True)
class Started:
    """Training begins, or goes on after ``--resume``, with the next step being ``step`` + 1.

    ``total_steps`` and ``total_seconds`` are the run's limits, None if it has none of that kind. ``classes`` counts
    those that are learned, 0 for none.
    """

    step: Count
    device: str
    pictures: Count
    steps_per_epoch: Count
    total_steps: Count | None
    total_seconds: Seconds | None
    unreadable: Count = 0
    classes: Count = 0


@dataclass(frozen=True)
class Preparing:
    """What is done before training can start, such as packing pictures; ``total`` is 0 if it is unknown."""

    what: str
    done: Count
    total: Count


@dataclass(frozen=True)
class StepLogged:
    """Means over the steps since the last of these.

    ``d_loss`` and ``g_loss`` are losses, ``d_real`` is D(x), ``d_fake`` is D(G(z)) before and
    ``d_fake_after`` after D's step; all D values are probabilities in [0, 1]
    (with the hinge and the Wasserstein loss, D's score through a sigmoid). ``elapsed`` counts
    seconds of training over all sittings. ``grad_d`` and ``grad_g`` are the lengths of the gradients
    of all weights of D and G; None in logs of older versions.
    """

    step: Count
    epoch: Annotated[float, Meta(ge=0, le=MOST)]
    elapsed: Seconds
    d_loss: float
    g_loss: float
    d_real: float
    d_fake: float
    d_fake_after: float
    images_per_second: Annotated[float, Meta(ge=0, le=MOST)]
    grad_d: float | None = None
    grad_g: float | None = None


@dataclass(frozen=True)
class SamplesReady:
    """A grid of the fixed noise batch, drawn by the EMA generator; ``path`` is relative to the run."""

    step: Count
    path: str


@dataclass(frozen=True)
class SnapshotSaved:
    """The EMA generator at ``step``; ``path`` is relative to the run."""

    step: Count
    path: str
    request: int | None = None


@dataclass(frozen=True)
class EpochEnded:
    """``epoch`` passes over the pictures are complete."""

    epoch: Count
    step: Count
    elapsed: Seconds


@dataclass(frozen=True)
class Paused:
    """The trainer waits."""

    step: Count
    request: int | None = None


@dataclass(frozen=True)
class Resumed:
    """The trainer goes on after a pause."""

    step: Count
    request: int | None = None


@dataclass(frozen=True)
class LearningRatesChanged:
    """Both learning rates from the next step on; ``share`` is what their decay leaves of them just now."""

    step: Count
    lr_g: float
    lr_d: float
    request: int | None = None
    share: float = 1.0


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

    step: Count
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

    step: Count
    values: Mapping[str, float]

    def value(self, measure: Measure) -> float:
        """One of the values, NaN if it was not measured."""
        return self.values.get(measure.name, math.nan)


@dataclass(frozen=True)
class Evaluated:
    """How good the snapshot of ``step``, an earlier one, is: the ``value`` of a ``measure``, lower being better.

    ``measure`` is a name of :data:`gan.measure.measures.MEASURES`, taken of so many generated ``pictures`` in a feature
    ``space`` (or ``pixels``); values compare with others of the same kind only. ``is_best``: none before was better.
    ``share`` of the sitting's training time is what all such measuring has taken so far.
    """

    step: Count
    measure: str
    space: str
    pictures: Count
    value: float
    is_best: bool
    share: Annotated[float, Meta(ge=0)] = 0.0


@dataclass(frozen=True)
class Diagnosed:
    """What the training doctor sees (``kind`` for programs, ``message`` for people), and what to try."""

    step: Count
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

    step: Count
    elapsed: Seconds


@dataclass(frozen=True)
class Stopped:
    """The run was asked to stop; the last snapshot and the state are saved, so it can be resumed.

    ``cut`` says that a scheduler asked, which may start the run again by itself.
    """

    step: Count
    elapsed: Seconds
    request: int | None = None
    cut: bool = False


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
    | Evaluated
    | Diagnosed
    | Warned
    | Finished
    | Stopped
    | Failed
)

_TYPES: dict[str, type[Any]] = {kind.__name__: kind for kind in typing.get_args(TrainEvent)}
_FIELDS = {kind: {field.name for field in dataclasses.fields(kind)} for kind in _TYPES.values()}
_EXPLODING = {field.name for field in dataclasses.fields(Scores)} | {"d_fake_after", "grad_d", "grad_g"}
"""What may be infinite or no number at all, as measures may; JSON has no such numbers, so they are texts on disk."""
_NOT_FINITE = {"nan": math.nan, "inf": math.inf, "-inf": -math.inf}


def to_json(event: TrainEvent, time: float) -> str:
    """One line without a line end; ``time`` is in seconds since the epoch."""
    values = dataclasses.asdict(event)
    if isinstance(event, Measured):
        values |= values.pop("values")
    values = {"event": type(event).__name__, "time": round(time, 3), **_each(values, _text_for_nan)}
    if isinstance(event, Warned | Failed) and isinstance(event.message, Said):
        values["wording"] = event.message.wording.to_json()
    return json.dumps(values, allow_nan=False)


def from_json(line: str | bytes) -> TrainEvent | None:
    """The inverse of :func:`to_json`, or None for a line that is cut off or holds anything else."""
    timed = timed_from_json(line)
    return None if timed is None else timed[0]


def timed_from_json(line: str | bytes) -> tuple[TrainEvent, float] | None:
    """The same with the time, which is 0 if the line does not tell."""
    try:
        values = decoded(line)
        if not isinstance(values, dict):
            return None
        values = _each(values, _text_for_nan)
        check_limits(values)
        time = converted(values.pop("time", 0.0), float)
        kind = _TYPES[converted(values.pop("event", ""), str)]
        return _event(kind, values), time
    except (JsonError, KeyError):
        return None


def _event(kind: type[Any], values: dict[str, Any]) -> TrainEvent:
    """Raises :class:`JsonError` for a value that is not of its field's type, KeyError for one of no field."""
    if kind is Measured:
        step = values.pop("step")
        values = {"step": step, "values": {name: _number(value) for name, value in values.items()}}
    wording = values.pop("wording", None) if kind in (Warned, Failed) else None
    if wording is not None:
        values["message"] = Relayed.by(converted(wording, Wording))
    if not values.keys() <= _FIELDS[kind]:
        raise KeyError(kind.__name__)
    return typing.cast(TrainEvent, converted(_each(values, _nan_for_text), kind))


def _each(values: Mapping[str, Any], change: Callable[[str, Any], Any]) -> dict[str, Any]:
    """All values changed by ``change(name, value)``, those of scores one level down, too."""
    return {
        name: {inner: change(inner, each) for inner, each in value.items()}
        if isinstance(value, dict)
        else change(name, value)
        for name, value in values.items()
    }


def _text_for_nan(name: str, value: Any) -> Any:
    return str(value) if isinstance(value, float) and not math.isfinite(value) else value


def _nan_for_text(name: str, value: Any) -> Any:
    return _number(value) if name in _EXPLODING else value


def _number(value: Any) -> Any:
    return _NOT_FINITE.get(value, value) if isinstance(value, str) else value
