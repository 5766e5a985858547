"""The trainer as a process of its own, which outlives the window."""

import shlex
import subprocess
from dataclasses import dataclass
from pathlib import Path

from app.work.priority import give_way
from app.work.torch_threads import trainer_environment
from gan.errors import LatentariumError
from gan.program import COMMAND_LINE, FOLDER, NO_CONSOLE, module_command, without_name
from gan.words import tr


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
        return without_name(lines[-1]) if lines else ""

    def end(self) -> None:
        """Ask the process to stop in order."""
        self.process.terminate()


def launch(arguments: list[str], error_path: Path) -> TrainerProcess:
    """Start the command line with ``arguments``, at lower priority. Raises :class:`LaunchError`."""
    try:
        error_path.parent.mkdir(parents=True, exist_ok=True)
        with error_path.open("wb") as errors:
            process = subprocess.Popen(
                module_command("gan", *arguments),
                cwd=FOLDER,
                env=trainer_environment(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                start_new_session=True,  # neither Ctrl+C in the window's terminal nor the window's end reaches it
                creationflags=NO_CONSOLE,
            )
    except OSError as error:
        raise LaunchError(tr("cannot start a trainer: {error}", error=error)) from error
    give_way(process.pid)
    return TrainerProcess(process, error_path)


def train_arguments(folder: Path) -> list[str]:
    """The command line that goes on with the run in ``folder``, or starts it if it has not begun."""
    return ["train", "--run", str(folder), "--resume"]


def as_typed(arguments: list[str]) -> str:
    """What a person would type in a terminal."""
    return f"{COMMAND_LINE} {shlex.join(arguments)}"
