"""Works out what a stranger's file holds, in a process of its own: the window stays smooth, and can end it."""

import logging
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from app.window.imports.results import WorkedOut, read_candidates, read_summary
from app.work.priority import give_way
from app.work.torch_threads import trainer_environment
from gan.errors import LatentariumError
from gan.program import FOLDER, NO_CONSOLE, module_command
from gan.words import Relayed, tr

log = logging.getLogger(__name__)

POLL_SECONDS = 0.1
PATIENCE_SECONDS = 2
_CHILD = "app.window.imports.child"
_ONE_THREAD = {"OMP_NUM_THREADS": "1"}
"""The other cores are the window's."""
_ERRORS = "errors.txt"


class ImportingError(LatentariumError):
    """Why a file is not opened."""


def work_out(path: Path, still_wanted: Callable[[], None]) -> WorkedOut:
    """The readings of ``path``. ``still_wanted`` is called all the while, and ends it by raising something.

    Raises :class:`ImportingError`.
    """
    holder = TemporaryDirectory(prefix="latentarium-", ignore_cleanup_errors=True)
    folder = Path(holder.name)
    try:
        run_child(path, folder, still_wanted)
        summary = read_summary(folder)
        if summary is None:
            raise ImportingError(tr("{path} cannot be opened: {folder}", path=path, folder=_last_words(folder)))
        if summary.problem is not None:
            raise ImportingError(Relayed.by(summary.problem))
        return WorkedOut(path, summary, read_candidates(folder, summary), holder)
    except BaseException:
        holder.cleanup()
        raise


def run_child(path: Path, folder: Path, still_wanted: Callable[[], None]) -> None:
    """Have another process leave the readings of ``path`` in ``folder``; it ends with this call."""
    with (folder / _ERRORS).open("wb") as errors, _child(path, folder, errors.fileno()) as process:
        try:
            while process.poll() is None:
                still_wanted()
                time.sleep(POLL_SECONDS)
        finally:
            _end(process)


def _child(path: Path, folder: Path, errors: int) -> "subprocess.Popen[bytes]":
    try:
        process = subprocess.Popen(
            module_command(_CHILD, str(path), str(folder)),
            cwd=FOLDER,
            env=trainer_environment() | _ONE_THREAD,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            creationflags=NO_CONSOLE,
            start_new_session=True,  # Ctrl+C in the window's terminal is the window's
        )
    except OSError as error:
        raise ImportingError(tr("cannot start a process that reads {path}: {error}", path=path, error=error)) from error
    give_way(process.pid)
    return process


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(PATIENCE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()


def _last_words(folder: Path) -> str:
    """Why the process ended without a result; all that it said goes into the log file."""
    said = (folder / _ERRORS).read_text("utf-8", "replace").strip() if (folder / _ERRORS).is_file() else ""
    log.error("a stranger's file could not be worked out: %s", said)
    last = said.splitlines()[-1:] or [tr("the process that works it out has ended early")]
    return last[0]
