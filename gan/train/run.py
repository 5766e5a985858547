"""One training run is one folder, and that folder is the only thing trainer and viewer share.

=============================  ===========================================================================
``config.json``                the :class:`TrainConfig`
``events.jsonl``               every :class:`TrainEvent`, appended by the trainer
``samples/``                   grids of a fixed noise batch, ``step-0000100.png``
``snapshots/``                 EMA generators, ``step-0000100.safetensors``
``discriminator.safetensors``  D as it was at the newest snapshot
``best/``                      which snapshot is the best, and D as it was then, see :mod:`gan.train.best`
``state/``                     what resume needs: ``latest.safetensors``, and ``step-0000100.safetensors`` of earlier
                               points to branch from
``stepping/``                  grids from before and after each step in step mode
``control.json``               what viewers ask of the trainer
``pictures.json``              the :class:`gan.data.fingerprint.Fingerprint` of a folder of one's own pictures
``note.txt``                   what a person wrote about the run
``trainer.json``               process and host of the trainer while one runs; its time stamp is the heartbeat
=============================  ===========================================================================
"""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Any

from gan.errors import LatentariumError, UsageError, reason_of
from gan.files import FileError, is_there, link_or_copy, remove_remains, write_whole
from gan.json_file import read_json
from gan.train import events
from gan.train.best import FOLDER, best_of, copy_best
from gan.train.config import Parent, TrainConfig
from gan.train.event_log import EventTail, append_event
from gan.train.events import TrainEvent
from gan.train.heartbeat import beating, is_beating, is_minded
from gan.train.launched import minder
from gan.train.note import read_note, write_note
from gan.train.requests import Action, Request, add_request, read_requests
from gan.train.schedule import thinned
from gan.words import tr

RECENT_BYTES = 2**16
"""Of a log's end, which tell how a run stands: a run that waits says little after that it waits."""
_STEP = re.compile(r"step-(\d+)\.\w+$")


class RunError(UsageError):
    """A folder that is no run, or holds another one."""


class RunState(Enum):
    """How a run stands, for people."""

    NEW = "not started"
    RUNNING = "training"
    PAUSED = "paused"
    STOPPED = "stopped"
    FINISHED = "finished"
    FAILED = "failed"
    LOST = "ended without a word"
    RESTARTING = "about to start again"
    """It failed or was lost, but torchrun, which started it, is there."""
    DAMAGED = "damaged"
    """Its settings cannot be read; only lists of runs say so."""


@dataclass(frozen=True)
class Snapshot:
    """A saved generator of a run."""

    step: int
    path: Path


@dataclass(frozen=True)
class SavedState:
    """A full state of a run, from which a branch can start."""

    step: int
    path: Path


class Run:
    """A run folder. Opening one reads nothing but its config."""

    def __init__(self, folder: Path, config: TrainConfig) -> None:
        self.folder = folder
        self.config = config

    @classmethod
    def create(cls, folder: Path, config: TrainConfig) -> "Run":
        """Make a run in a new or empty folder. Raises :class:`RunError` if anything is in it already."""
        if is_run(folder):
            raise RunError(
                tr("{folder} holds a run already; continue it with --resume, or choose another folder", folder=folder)
            )
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise RunError(tr("{folder} is not an empty folder; choose another one for the run", folder=folder))
        run = cls(folder, config)
        run._write_config()
        return run

    @classmethod
    def open(cls, folder: Path) -> "Run":
        """The run in ``folder``. Raises :class:`RunError` if there is none."""
        return cls(folder, read_config(folder / "config.json"))

    def with_config(self, config: TrainConfig) -> "Run":
        """The same run with other limits or another device, from now on."""
        changed = Run(self.folder, config)
        changed._write_config()
        return changed

    def reread(self) -> None:
        """Take in what the trainer has found in the pictures since, and written into the config."""
        with suppress(RunError):
            self.config = read_config(self.folder / "config.json")

    def _write_config(self) -> None:
        write_whole(self.folder / "config.json", json.dumps(self.config.to_dict(), indent=1).encode())

    @property
    def has_begun(self) -> bool:
        """Whether a trainer has said or saved anything; a branch with nothing but its parent's state has not begun."""
        return self.events_path.is_file() or bool(self.snapshots())

    @property
    def can_resume(self) -> bool:
        """Whether there is a saved state to go on from; a run that has not begun needs none."""
        return self.state_path.is_file() or not self.has_begun

    def require_state(self) -> None:
        """Raises :class:`RunError` if the run has begun and there is no saved state to resume from."""
        if not self.can_resume:
            raise RunError(
                tr("{folder} has no saved state to resume from; start a new run instead", folder=self.folder)
            )

    @property
    def events_path(self) -> Path:
        """The append-only event log."""
        return self.folder / "events.jsonl"

    @property
    def state_path(self) -> Path:
        """The newest full state, if one was saved."""
        return self.folder / "state" / "latest.safetensors"

    @property
    def discriminator_path(self) -> Path:
        """The discriminator of the newest snapshot; a run may have been copied without it."""
        return self.folder / "discriminator.safetensors"

    @property
    def pictures_path(self) -> Path:
        """The fingerprint of the folder of pictures; runs of older versions and of named sets have none."""
        return self.folder / "pictures.json"

    @property
    def note_path(self) -> Path:
        """What a person wrote about the run, if anything."""
        return self.folder / "note.txt"

    @property
    def note(self) -> str:
        """What a person wrote about the run; empty if that is nothing, or cannot be read."""
        return read_note(self.note_path)

    def set_note(self, text: str) -> None:
        """Keep what a person wrote, or nothing. Raises as :func:`gan.train.note.write_note`."""
        write_note(self.note_path, text)

    @property
    def _control_path(self) -> Path:
        return self.folder / "control.json"

    @property
    def _marker_path(self) -> Path:
        return _marker_of(self.folder)

    @property
    def unreadable_path(self) -> Path:
        """Files of a folder of pictures that were left out, a line each, with the reason."""
        return self.folder / "unreadable.txt"

    def sample_path(self, step: int) -> Path:
        """Where the sample grid of ``step`` belongs."""
        return self.folder / "samples" / f"step-{step:07d}.png"

    def kept_state_path(self, step: int) -> Path:
        """Where the state of ``step`` belongs while it is kept."""
        return self.folder / "state" / f"step-{step:07d}.safetensors"

    def stepping_path(self, request: int, moment: str) -> Path:
        """Where the grid from ``moment`` ("before" or "after") of a step on ``request`` belongs."""
        return self.folder / "stepping" / f"{request}-{moment}.png"

    def snapshot_path(self, step: int) -> Path:
        """Where the generator of ``step`` belongs."""
        return self.folder / "snapshots" / f"step-{step:07d}.safetensors"

    def relative(self, path: Path) -> str:
        """``path`` as events name it."""
        return path.relative_to(self.folder).as_posix()

    def snapshots(self) -> tuple[Snapshot, ...]:
        """Every saved generator, oldest first."""
        found = (self.folder / "snapshots").glob("step-*.safetensors")
        return tuple(sorted((Snapshot(_step_of(path), path) for path in found), key=lambda snapshot: snapshot.step))

    def states(self) -> tuple[SavedState, ...]:
        """Every full state that is kept, oldest first."""
        found = (self.folder / "state").glob("step-*.safetensors")
        return tuple(sorted((SavedState(_step_of(path), path) for path in found), key=lambda state: state.step))

    def keep_state(self, step: int, most: int) -> None:
        """Keep the newest state, which is of ``step``, and thin out the kept ones to at most ``most``.

        Raises :class:`FileError`.
        """
        if most > 0:
            link_or_copy(self.state_path, self.kept_state_path(step))
        states = {state.step: state.path for state in self.states()}
        for superfluous in states.keys() - set(thinned(states, most)):
            states[superfluous].unlink(missing_ok=True)

    def branch(self, folder: Path, state: SavedState, config: TrainConfig | None = None) -> "Run":
        """A new run in ``folder`` that goes on from ``state`` when it is resumed; its config names this run.

        ``config``, by default this run's, may differ in everything but the networks. Raises
        :class:`RunError` if ``folder`` is in use and :class:`FileError` if a file cannot be read or written.
        """
        try:
            contents = state.path.read_bytes()
        except OSError as error:
            raise FileError(tr("cannot read {path}: {reason}", path=state.path, reason=reason_of(error))) from error
        parent = Parent(str(self.folder.absolute()), state.step)
        branch = Run.create(folder, replace(config or self.config, parent=parent))
        write_whole(branch.state_path, contents)
        if branch.config.data == self.config.data and self.pictures_path.is_file():
            write_whole(branch.pictures_path, self.pictures_path.read_bytes())
        branch.keep_state(state.step, branch.config.kept_states)
        best = best_of(self)
        if best is not None and best[1].step <= state.step and branch.config.data == self.config.data:
            copy_best(self, branch)
        return branch

    def append(self, event: TrainEvent) -> None:
        """Add one event to the log, on a line of its own even after one that was cut off.

        Raises :class:`FileError`.
        """
        append_event(self.events_path, event)

    def events(self) -> list[TrainEvent]:
        """Everything logged so far."""
        return EventTail(self.events_path).poll()

    def request(self, action: Action, **values: float) -> int:
        """Ask the trainer for something; returns the id that its answer will carry. Raises :class:`FileError`."""
        return add_request(self._control_path, action, values)

    def requests(self) -> tuple[Request, ...]:
        """Everything asked since the trainer started, oldest first. What cannot be understood is left out."""
        return read_requests(self._control_path)

    def clear_requests(self) -> None:
        """Forget what was asked of an earlier trainer."""
        with suppress(OSError):
            self._control_path.unlink()

    @contextmanager
    def training(self) -> Iterator[None]:
        """Mark the run as being trained by this process, and forget earlier requests.

        Raises :class:`RunError` if another process trains it.
        """
        self.require_idle()
        self.clear_requests()
        for name in ("samples", "snapshots", "state", "stepping", FOLDER):
            remove_remains(self.folder / name)
        with beating(self._marker_path, minder()):
            yield

    def require_idle(self) -> None:
        """Raises :class:`RunError` if another process trains this run."""
        if self.is_alive():
            raise RunError(tr("{folder} is being trained by another process; stop that one first", folder=self.folder))

    def is_alive(self) -> bool:
        """Whether a trainer works on this run: its heart beats and, on this machine, its process exists."""
        return is_trained(self.folder)

    def is_minded(self) -> bool:
        """Whether what started the trainer, as ``torchrun`` did, is there and starts it again after a loss."""
        return is_minded(self._marker_path)

    def state(self) -> RunState:
        """How the run stands, from its last events and its trainer's heartbeat."""
        return self.state_after(EventTail(self.events_path).last(RECENT_BYTES))

    def state_after(self, logged: list[TrainEvent]) -> RunState:
        """The same, its last events being known: ``logged``."""
        state = _state_after(logged[-1] if logged else None, self.is_alive(), logged)
        is_over = state in (RunState.FAILED, RunState.LOST)
        return RunState.RESTARTING if is_over and self.is_minded() else state


def _state_after(last: TrainEvent | None, alive: bool, logged: list[TrainEvent]) -> RunState:
    """The state that a log ending in ``last`` tells of, given whether a trainer is ``alive``."""
    match last:
        case events.Finished():
            return RunState.FINISHED
        case events.Stopped():
            return RunState.STOPPED
        case events.Failed():
            return RunState.FAILED
        case None:
            return RunState.RUNNING if alive else RunState.NEW
    if not alive:
        return RunState.LOST
    marks = [event for event in logged if isinstance(event, events.Paused | events.Resumed | events.Started)]
    return RunState.PAUSED if marks and isinstance(marks[-1], events.Paused) else RunState.RUNNING


def read_config(path: Path) -> TrainConfig:
    """The settings in a ``config.json``. Raises :class:`RunError` if it cannot be read or understood."""
    try:
        return TrainConfig.from_dict(read_json(path, dict[str, Any]))
    except (OSError, LatentariumError) as error:
        raise RunError(
            tr(
                "{parent} is not a run folder with a readable {name} ({error})",
                parent=path.parent,
                name=path.name,
                error=error,
            )
        ) from error


def is_run(folder: Path) -> bool:
    """Whether ``folder`` looks like a run: it has a config and is no other kind of folder."""
    config = folder / "config.json"
    return is_there(config) and config.is_file()


def is_trained(folder: Path) -> bool:
    """Whether a trainer works on the run in ``folder``, whatever else can be read of it."""
    return is_beating(_marker_of(folder))


def _marker_of(folder: Path) -> Path:
    return folder / "trainer.json"


def _step_of(path: Path) -> int:
    match = _STEP.search(path.name)
    return int(match.group(1)) if match else -1
