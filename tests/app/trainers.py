"""The trainers that tests start through a controller: each is known, and none outlives its test."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.runs import run_controller, trainer_process
from app.runs.trainer_process import LaunchError, TrainerProcess

IDLE_PROGRAM = "import time; time.sleep(300)"


class Trainers:
    """Stands where :func:`app.runs.trainer_process.launch` does; with ``pretend`` the processes only wait."""

    def __init__(self, *, pretend: bool) -> None:
        self._pretend = pretend
        self.commands: list[list[str]] = []
        self.started: list[TrainerProcess] = []

    def launch(self, arguments: list[str], error_path: Path) -> TrainerProcess:
        """Start a process, and remember it."""
        trainer = _idle(error_path) if self._pretend else trainer_process.launch(arguments, error_path)
        self.commands.append(arguments)
        self.started.append(trainer)
        return trainer

    def kill(self) -> None:
        """End the newest trainer as an out-of-memory killer does."""
        end(self.started[-1])

    def kill_all(self) -> None:
        """Leave no process behind."""
        for trainer in self.started:
            end(trainer)


@contextmanager
def watched_trainers(monkeypatch: pytest.MonkeyPatch, *, pretend: bool) -> Iterator[Trainers]:
    """What controllers start within this context is known, and killed at its end."""
    trainers = Trainers(pretend=pretend)
    monkeypatch.setattr(run_controller, "launch", trainers.launch)
    try:
        yield trainers
    finally:
        trainers.kill_all()


def refuse(*_: object) -> TrainerProcess:
    """In place of :func:`app.runs.trainer_process.launch`: no trainer can be started."""
    raise LaunchError("cannot start a trainer: no more processes")


def end(trainer: TrainerProcess) -> None:
    """Kill a trainer with all that it started, and wait for its end."""
    if trainer.is_alive():
        with contextlib.suppress(ProcessLookupError):
            os.killpg(trainer.process.pid, signal.SIGKILL)
    trainer.process.wait(30)


def _idle(error_path: Path) -> TrainerProcess:
    command = [sys.executable, "-I", "-S", "-c", IDLE_PROGRAM]
    return TrainerProcess(subprocess.Popen(command, start_new_session=True), error_path)
