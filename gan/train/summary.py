"""What a list of runs says of each one, read from its folder without loading the whole log into memory."""

import math
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from gan.measure.measures import DISTANCE
from gan.sizes import Sides
from gan.train import events
from gan.train.best import Best, read_best
from gan.train.disk import folder_size
from gan.train.event_log import lines_of
from gan.train.events import TrainEvent
from gan.train.note import read_note
from gan.train.run import Run, RunError, RunState, is_run

_RECENT = 20
"""Lines of steps of which the last that can be read counts."""
_STEP_LINE = b'{"event": "StepLogged"'


@dataclass(frozen=True)
class RunSummary:
    """``step`` and ``seconds`` of training so far, ``thumbnail`` the newest sample grid if there is one.

    ``best`` is what is known of the best snapshot, ``best_swd`` the smallest distance of its samples to real pictures;
    both are None before anything was measured. ``size`` is in
    bytes; ``note`` is what a person wrote. ``trouble`` says why the settings cannot be read; nothing is known then of
    pictures and progress.
    """

    folder: Path
    data: str
    image_size: Sides
    state: RunState
    step: int
    seconds: float
    thumbnail: Path | None
    best: Best | None = None
    best_swd: float | None = None
    size: int = 0
    note: str = ""
    trouble: str = ""

    @property
    def name(self) -> str:
        """What people call it."""
        return self.folder.name


def summarise(folder: Path) -> RunSummary:
    """The run in ``folder``, even if it is damaged. Raises :class:`gan.train.run.RunError` if there is none."""
    try:
        run = Run.open(folder)
    except RunError as error:
        if not is_run(folder):
            raise
        return _damaged(folder, str(error.__cause__ or error))
    logged, last_step = _read_log(run.events_path)
    return RunSummary(
        folder=folder,
        data=run.config.data,
        image_size=run.config.model.image_size,
        state=run.state_after(logged),
        step=last_step.step if last_step is not None else 0,
        seconds=last_step.elapsed if last_step is not None else 0.0,
        thumbnail=_newest_sample(folder),
        best=read_best(folder),
        best_swd=min(_distances(logged), default=None),
        size=folder_size(folder),
        note=run.note,
    )


def _damaged(folder: Path, reason: str) -> RunSummary:
    return RunSummary(
        folder=folder,
        data="",
        image_size=0,
        state=RunState.DAMAGED,
        step=0,
        seconds=0.0,
        thumbnail=_newest_sample(folder),
        size=folder_size(folder),
        note=read_note(folder / "note.txt"),
        trouble=reason,
    )


def _newest_sample(folder: Path) -> Path | None:
    return max((folder / "samples").glob("step-*.png"), default=None)


def _distances(logged: list[TrainEvent]) -> list[float]:
    distances = [event.value(DISTANCE) for event in logged if isinstance(event, events.Measured)]
    return [distance for distance in distances if not math.isnan(distance)]


def change_stamp(folder: Path) -> tuple[int, ...]:
    """Differs once a run has said something new, its trainer has begun or ended, or its note or settings were written.

    The first is when it said something, in nanoseconds.
    """
    written = (_stamp(folder / name) for name in ("note.txt", "config.json"))
    return _stamp(folder / "events.jsonl"), _exists(folder / "trainer.json"), *written


def _read_log(path: Path) -> tuple[list[TrainEvent], events.StepLogged | None]:
    """All events but those of single steps, and the last one of these; a line that is cut off is left out."""
    logged: list[TrainEvent] = []
    steps: deque[bytes] = deque(maxlen=_RECENT)
    with suppress(OSError):
        for line in lines_of(path):
            if line.startswith(_STEP_LINE):
                steps.append(line)
            elif (event := events.from_json(line)) is not None:
                logged.append(event)
    read = map(events.from_json, reversed(steps))
    return logged, next((event for event in read if isinstance(event, events.StepLogged)), None)


def _stamp(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _exists(path: Path) -> int:
    return int(path.exists())
