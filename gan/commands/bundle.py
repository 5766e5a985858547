"""``bundle``: a thin copy of a finished run that is a run itself, small enough to come with the program."""

import argparse
import dataclasses
import itertools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from gan.commands.options import require_writable, whole_number
from gan.errors import LatentariumError, UsageError
from gan.files import write_whole
from gan.model.checkpoint import read_checkpoint
from gan.train import events
from gan.train.best import best_of, copy_best
from gan.train.config import TrainConfig
from gan.train.event_log import lines_of
from gan.train.events import StepLogged, TrainEvent
from gan.train.run import Run, RunState

DEFAULT_HISTORY = 10
SAMPLES = 6
LOG_LINES = 600
MEANS = ("d_loss", "g_loss", "d_real", "d_fake", "d_fake_after", "images_per_second")

Item = TypeVar("Item")


@dataclass(frozen=True)
class Logged:
    """An event and when it was logged, in seconds since the epoch."""

    event: TrainEvent
    time: float


def add_parser(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add this command."""
    parser = commands.add_parser("bundle", help="make a thin copy of a finished run")
    parser.add_argument("folder", metavar="RUN", type=Path, help="folder of a finished run")
    parser.add_argument("--out", type=Path, required=True, help="new or empty folder for the copy")
    parser.add_argument(
        "--history",
        type=whole_number(1),
        default=DEFAULT_HISTORY,
        help=f"how many snapshots to keep besides the best, dense where the run is young (default: {DEFAULT_HISTORY})",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> None:
    """Write the copy; it can be looked at and explored like any run, but not resumed."""
    the_run = finished_run(args.folder)
    require_writable(args.out / "config.json")
    snapshots = pick(the_run.snapshots(), args.history, lambda snapshot: snapshot.step)
    for snapshot in snapshots:
        read_checkpoint(snapshot.path)  # which refuses a file that is not whole
    logged = read_log(the_run.events_path)
    samples = pick(sample_events(the_run, logged), SAMPLES, lambda event: event.step)
    best = best_of(the_run)
    if best is not None and best[0] not in snapshots:
        snapshots.append(best[0])
    kept = {the_run.relative(snapshot.path) for snapshot in snapshots} | {sample.path for sample in samples}
    copy = Run.create(args.out, portable(the_run.config))
    for name in sorted(kept):
        write_whole(copy.folder / name, _contents(the_run.folder / name))
    if the_run.discriminator_path.is_file():
        write_whole(copy.discriminator_path, _contents(the_run.discriminator_path))
    copy_best(the_run, copy)
    write_whole(copy.events_path, log_bytes(thinned(logged, kept)))
    print(f"wrote {copy.folder}: {len(snapshots)} of {len(the_run.snapshots())} snapshots")


def finished_run(folder: Path) -> Run:
    """The run in ``folder``. Raises :class:`UsageError` if it has not ended well or has no snapshot."""
    the_run = Run.open(folder)
    state = the_run.state()
    if state not in (RunState.FINISHED, RunState.STOPPED):
        raise UsageError(f"{folder} is not finished ({state.value}); go on with train --resume")
    if not the_run.snapshots():
        raise UsageError(f"{folder} has no snapshot, so there is nothing to keep")
    return the_run


def pick(items: Sequence[Item], count: int, step: Callable[[Item], int]) -> list[Item]:
    """At most ``count`` of ``items``, evenly spread over log(step): always the last, then the first."""
    places = np.log1p([step(item) for item in items])
    count = min(count, len(items))
    picked = [-1]
    for index in range(count):
        place = places[-1] - (places[-1] - places[0]) * (count - 1 - index) / max(1, count - 1)
        low, high = picked[-1] + 1, len(items) - (count - 1 - index)
        picked.append(low + int(np.abs(places[low:high] - place).argmin()))
    return [items[index] for index in picked[1:]]


def portable(config: TrainConfig) -> TrainConfig:
    """``config`` without the place of a folder of pictures on this computer; only the folder's name stays."""
    return dataclasses.replace(config, data=Path(config.data).name or config.data)


def read_log(path: Path) -> list[Logged]:
    """Every event with its time, oldest first; lines that cannot be read are left out."""
    found = (events.timed_from_json(line) for line in lines_of(path))
    return [Logged(*timed) for timed in found if timed is not None]


def sample_events(the_run: Run, logged: Sequence[Logged]) -> list[events.SamplesReady]:
    """One for each grid that is there, by step."""
    drawn = [entry.event for entry in logged if isinstance(entry.event, events.SamplesReady)]
    by_step = {event.step: event for event in drawn if (the_run.folder / event.path).is_file()}
    return [by_step[step] for step in sorted(by_step)]


def thinned(logged: Sequence[Logged], kept: set[str]) -> list[Logged]:
    """At most :data:`LOG_LINES` lines of metrics, the files in ``kept``, start, epochs and end."""
    metrics = [index for index, entry in enumerate(logged) if isinstance(entry.event, StepLogged)]
    size = max(1, math.ceil(len(metrics) / LOG_LINES))
    groups = [metrics[start : start + size] for start in range(0, len(metrics), size)]
    merged = {group[-1]: _merged([logged[index] for index in group]) for group in groups}
    return [
        merged.get(index, entry)
        for index, entry in enumerate(logged)
        if index in merged or _stays(entry.event, kept, is_last=index == len(logged) - 1)
    ]


def _stays(event: TrainEvent, kept: set[str], is_last: bool) -> bool:
    match event:
        case events.SamplesReady() | events.SnapshotSaved():
            return event.path in kept
        case events.Started() | events.EpochEnded() | events.Evaluated() | events.Finished():
            return True
        case _:
            return is_last and isinstance(event, events.Stopped)


def _merged(group: Sequence[Logged]) -> Logged:
    """The last line of ``group`` with means over all of it; a line counts by the steps that it tells of."""
    lines = [entry.event for entry in group if isinstance(entry.event, StepLogged)]
    steps = [max(1, later.step - earlier.step) for earlier, later in itertools.pairwise(lines)] or [1]
    weights = steps if len(lines) == 1 else [steps[0], *steps]
    rows = np.array([[getattr(line, name) for name in MEANS] for line in lines])
    means: dict[str, Any] = dict(zip(MEANS, np.average(rows, 0, weights).round(6).tolist(), strict=True))
    return Logged(dataclasses.replace(lines[-1], **means), group[-1].time)


def log_bytes(logged: Sequence[Logged]) -> bytes:
    """The contents of ``events.jsonl``."""
    return "".join(events.to_json(entry.event, entry.time) + "\n" for entry in logged).encode()


def _contents(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise LatentariumError(f"cannot read {path}: {error.strerror or error}") from error
