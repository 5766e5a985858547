"""The trainer as a process of its own, which outlives the window."""

import contextlib
import os
import shlex
import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QProcess

import gan
from gan.errors import LatentariumError
from gan.model.config import ModelConfig
from gan.train.config import TrainConfig

NICENESS = 10
PROGRAM_FOLDER = Path(gan.__file__).resolve().parent.parent


class LaunchError(LatentariumError):
    """The trainer's process could not be started."""


@dataclass(frozen=True)
class TrainerProcess:
    """A running or ended trainer: its process id and the file that its error output goes to."""

    pid: int
    error_path: Path

    def is_alive(self) -> bool:
        """Whether the process still exists."""
        if os.name == "nt":
            return not self.last_words()
        try:
            os.kill(self.pid, 0)
        except OSError:
            return False
        return not _is_zombie(self.pid)

    def last_words(self) -> str:
        """The last line of its error output, without the program's name; empty if there is none."""
        try:
            lines = self.error_path.read_text("utf-8", "replace").strip().splitlines()
        except OSError:
            return ""
        return lines[-1].removeprefix("python -m gan: ") if lines else ""

    def end(self) -> None:
        """Ask the process to stop in order."""
        with contextlib.suppress(OSError):
            os.kill(self.pid, 15)


def launch(arguments: list[str], error_path: Path) -> TrainerProcess:
    """Start ``python -m gan`` with ``arguments``, at lower priority. Raises :class:`LaunchError`."""
    error_path.parent.mkdir(parents=True, exist_ok=True)
    process = QProcess()
    process.setProgram(sys.executable)
    process.setArguments(["-m", "gan", *arguments])
    process.setWorkingDirectory(str(PROGRAM_FOLDER))
    process.setStandardInputFile(QProcess.nullDevice())
    process.setStandardOutputFile(QProcess.nullDevice())
    process.setStandardErrorFile(str(error_path))
    started, pid = process.startDetached()
    if not started:
        raise LaunchError(f"cannot start {sys.executable}: {process.errorString()}")
    if hasattr(os, "setpriority"):
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, pid, NICENESS)
    return TrainerProcess(pid, error_path)


def new_run_arguments(config: TrainConfig, folder: Path) -> list[str]:
    """The command line that trains ``config`` into ``folder``, every setting named."""
    return ["train", "--run", str(folder), *_options(config), *_options(config.model)]


def resume_arguments(folder: Path) -> list[str]:
    """The command line that goes on with the run in ``folder``."""
    return ["train", "--run", str(folder), "--resume"]


def as_typed(arguments: list[str]) -> str:
    """What a person would type in a terminal."""
    return shlex.join(["python", "-m", "gan", *arguments])


def _options(settings: TrainConfig | ModelConfig) -> list[str]:
    words: list[str] = []
    for info in type(settings).infos():
        value = getattr(settings, info.name)
        if info.type is bool:
            words.append(info.flag if value else info.flag.replace("--", "--no-", 1))
        elif value is not None:
            words += [info.flag, str(value)]
    return words


def _is_zombie(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"
    except (OSError, IndexError):
        return False
