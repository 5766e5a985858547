"""When a run ends: its limits, whether a saved state has used them up, and new ones beyond it. Needs no torch."""

import math
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from safetensors import SafetensorError, safe_open

from gan.json_file import JsonError, parse_json
from gan.train import events
from gan.train.config import LIMITS, TrainConfig
from gan.train.event_log import lines_of
from gan.train.run import Run, SavedState
from gan.train.wording import clock_text
from gan.words import counted, tr

_STARTED_LINE = b'{"event": "Started"'


@dataclass(frozen=True)
class Trained:
    """How far training was: ``step`` and ``seconds`` over all sittings; ``per_epoch`` steps an epoch, 0 if unknown."""

    step: int
    seconds: float
    per_epoch: int = 0


def reached(config: TrainConfig, trained: Trained) -> str | None:
    """The one of :data:`LIMITS` that is reached already; None while there is something to do."""
    if config.steps is not None and trained.step >= config.steps:
        return "steps"
    if config.minutes is not None and trained.seconds >= 60 * config.minutes:
        return "minutes"
    if config.epochs is not None and trained.per_epoch and trained.step >= config.epochs * trained.per_epoch:
        return "epochs"
    return None


def used_up(config: TrainConfig, trained: Trained) -> str | None:
    """The limit that is reached already, for people, such as ``20 steps``; None while there is something to do."""
    unit = reached(config, trained)
    if unit is None:
        return None
    amount = getattr(config, unit)
    return f"{amount:g} {unit.removesuffix('s') if amount == 1 else unit}"


def advice(config: TrainConfig, trained: Trained) -> str:
    """What to give so that training goes on beyond the limit that is reached."""
    unit = reached(config, trained) or LIMITS[0]
    longer = getattr(extended(config, trained, unit, getattr(config, unit)), "steps" if unit == "epochs" else unit)
    flag, value = ("--steps", longer) if unit != "minutes" else ("--minutes", math.ceil(100 * longer) / 100)
    return (
        f"step {trained.step} was reached after {clock_text(trained.seconds)}; "
        f"give a larger limit, which counts from step 0, such as {flag} {value:g}"
    )


def extended(config: TrainConfig, trained: Trained, unit: str, more: float) -> TrainConfig:
    """``config`` with ``more`` minutes, steps or epochs (a ``unit`` of :data:`LIMITS`) from ``trained`` on.

    Epochs become steps, as training may stand in the middle of one. Raises :class:`gan.errors.UsageError`.
    """
    limits: dict[str, Any] = dict.fromkeys(LIMITS)
    if unit == "minutes":
        limits["minutes"] = trained.seconds / 60 + more
    else:
        limits["steps"] = trained.step + math.ceil(more * (max(1, trained.per_epoch) if unit == "epochs" else 1))
    return replace(config, **limits)


@dataclass(frozen=True)
class _Counters:
    """What a state tells of its moment."""

    step: int
    elapsed: float


def trained_in(run: Run, state: Path) -> Trained | None:
    """How far the state at ``state`` is; None if it is no whole state."""
    counted = _counted_in(state)
    return None if counted is None else Trained(counted.step, counted.elapsed, steps_per_epoch(run))


def usable_states(run: Run) -> list[SavedState]:
    """The kept states that are whole, oldest first."""
    return [state for state in run.states() if _counted_in(state.path) is not None]


def _counted_in(state: Path) -> _Counters | None:
    try:
        with safe_open(state, framework="numpy") as file:
            return parse_json((file.metadata() or {})["counters"], _Counters)
    except (SafetensorError, OSError, KeyError, JsonError):
        return None


def older_states(run: Run) -> str:
    """What can be done without the newest state, for people; that nothing can, if no other is whole."""
    steps = [state.step for state in usable_states(run)]
    if not steps:
        return tr("no older state of this run is whole; start a new run")
    return counted(
        "the state of step {steps} can be used: "
        "--branch-from {run} --from-step {last}, or Continue from here in the window's timeline",
        "the states of step {steps} can be used: "
        "--branch-from {run} --from-step {last}, or Continue from here in the window's timeline",
        len(steps),
        steps=", ".join(map(str, steps)),
        run=run.folder,
        last=steps[-1],
    )


def steps_per_epoch(run: Run) -> int:
    """As its trainer said when it last started; 0 if none has."""
    line = b""
    with suppress(OSError):  # logs are long, and all but a few lines tell of steps
        line = next(reversed([line for line in lines_of(run.events_path) if line.startswith(_STARTED_LINE)]), b"")
    started = events.from_json(line)
    return started.steps_per_epoch if isinstance(started, events.Started) else 0
