"""What a list of runs says of each one, read from its folder without loading the whole log into memory."""

import math
from dataclasses import dataclass
from pathlib import Path

from gan.measure.measures import DISTANCE
from gan.train import events
from gan.train.events import TrainEvent
from gan.train.run import Run, RunState, state_after

_STEP_LINE = b'{"event": "StepLogged"'


@dataclass(frozen=True)
class RunSummary:
    """``step`` and ``seconds`` of training so far, ``thumbnail`` the newest sample grid if there is one.

    ``best_swd`` is the smallest distance to real pictures that was measured, None before the first.
    """

    folder: Path
    data: str
    image_size: int
    state: RunState
    step: int
    seconds: float
    thumbnail: Path | None
    best_swd: float | None = None

    @property
    def name(self) -> str:
        """What people call it."""
        return self.folder.name


def summarise(folder: Path) -> RunSummary:
    """The run in ``folder``. Raises :class:`gan.train.run.RunError` if there is none."""
    run = Run.open(folder)
    logged, last_step = _read_log(run.events_path)
    last = logged[-1] if logged else None
    return RunSummary(
        folder=folder,
        data=run.config.data,
        image_size=run.config.model.image_size,
        state=state_after(last, run.is_alive(), logged),
        step=last_step.step if last_step is not None else 0,
        seconds=last_step.elapsed if last_step is not None else 0.0,
        thumbnail=max((folder / "samples").glob("step-*.png"), default=None),
        best_swd=min(_distances(logged), default=None),
    )


def _distances(logged: list[TrainEvent]) -> list[float]:
    distances = [event.value(DISTANCE) for event in logged if isinstance(event, events.Measured)]
    return [distance for distance in distances if not math.isnan(distance)]


def change_stamp(folder: Path) -> tuple[int, int]:
    """Differs once a run has said something new, or its trainer has begun or ended."""
    return _stamp(folder / "events.jsonl"), _exists(folder / "trainer.json")


def _read_log(path: Path) -> tuple[list[TrainEvent], events.StepLogged | None]:
    """All events but those of single steps, and the last one of these; a line that is cut off is left out."""
    logged: list[TrainEvent] = []
    step_line = b""
    try:
        with path.open("rb") as file:
            for line in file:
                if line.startswith(_STEP_LINE) and line.endswith(b"\n"):
                    step_line = line
                    continue
                event = events.from_json(line.decode("utf-8", "replace"))
                logged += [event] if event is not None else []
    except OSError:
        pass
    last = events.from_json(step_line.decode("utf-8", "replace"))
    return logged, last if isinstance(last, events.StepLogged) else None


def _stamp(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _exists(path: Path) -> int:
    return int(path.exists())
