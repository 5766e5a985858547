"""The trainer as a process of its own, which outlives the window."""

import contextlib
import os
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import gan
from app.work.torch_threads import trainer_environment
from gan.errors import LatentariumError

NICENESS = 10
PROGRAM_FOLDER = Path(gan.__file__).resolve().parent.parent


class LaunchError(LatentariumError):
    """The trainer's process could not be started."""


@dataclass(frozen=True)
class TrainerProcess:
    """A running or ended trainer, and the file that its error output goes to."""

    process: "subprocess.Popen[bytes]"
    error_path: Path

    def is_alive(self) -> bool:
        """Whether the process still runs."""
        return self.process.poll() is None

    def last_words(self) -> str:
        """The last line of its error output, without the program's name; empty if there is none."""
        try:
            lines = self.error_path.read_text("utf-8", "replace").strip().splitlines()
        except OSError:
            return ""
        return lines[-1].removeprefix("python -m gan: ") if lines else ""

    def end(self) -> None:
        """Ask the process to stop in order."""
        self.process.terminate()


def launch(arguments: list[str], error_path: Path) -> TrainerProcess:
    """Start ``python -m gan`` with ``arguments``, at lower priority. Raises :class:`LaunchError`."""
    try:
        error_path.parent.mkdir(parents=True, exist_ok=True)
        with error_path.open("wb") as errors:
            process = subprocess.Popen(
                [sys.executable, "-m", "gan", *arguments],
                cwd=PROGRAM_FOLDER,
                env=trainer_environment(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                start_new_session=True,  # neither Ctrl+C in the window's terminal nor the window's end reaches it
            )
    except OSError as error:
        raise LaunchError(f"cannot start a trainer: {error}") from error
    if hasattr(os, "setpriority"):
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, process.pid, NICENESS)
    return TrainerProcess(process, error_path)


def train_arguments(folder: Path) -> list[str]:
    """The command line that goes on with the run in ``folder``, or starts it if it has not begun."""
    return ["train", "--run", str(folder), "--resume"]


def as_typed(arguments: list[str]) -> str:
    """What a person would type in a terminal."""
    return shlex.join(["python", "-m", "gan", *arguments])
