"""The log file in the user's state folder, for reports of what went wrong. Standard library only."""

import contextlib
import faulthandler
import logging
import re
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from gan.places import state_folder

LARGEST = 1_000_000
OLDER = 2
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_BEGINNING = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} (?P<level>[A-Z]+) ")

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Entry:
    """Something that was logged, with all of its lines; ``level`` as in :mod:`logging`, such as ``WARNING``."""

    level: str
    text: str

    @property
    def severity(self) -> int:
        """A larger number is worse."""
        number = logging.getLevelNamesMapping().get(self.level, logging.INFO)
        return int(number)


def log_path() -> Path:
    """Where the log is."""
    return state_folder() / "latentarium.log"


def fault_path() -> Path:
    """Where the interpreter writes what it was doing when a library brought it down; the next start logs that."""
    return state_folder() / "fault.txt"


def start_log() -> None:
    """Send warnings and errors, caught by nobody or not, to the file; to standard error where none can be written."""
    handler: logging.Handler
    try:
        log_path().parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(log_path(), maxBytes=LARGEST, backupCount=OLDER, encoding="utf-8")
    except OSError:
        handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter(FORMAT))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    logging.captureWarnings(True)
    _log_what_nobody_catches()


def watch_for_faults() -> None:
    """Have a crash below Python leave its trace in :func:`fault_path`, after logging what the last one left.

    It goes to standard error where no file can be written.
    """
    try:
        _log_last_fault(fault_path())
        faulthandler.enable(fault_path().open("a", encoding="utf-8"))
    except OSError:
        if sys.stderr is not None:  # as of a program that Windows has given no console
            faulthandler.enable()


def log_entries(*, most: int = LARGEST) -> list[Entry]:
    """What was logged, the oldest first: of the last ``most`` bytes, through older files where the newest is short."""
    text = ""
    for path in (log_path(), *(Path(f"{log_path()}.{number}") for number in range(1, OLDER + 1))):
        if len(text) < most:
            text = _tail(path, most - len(text)) + text
    return list(_entries(text))


def _entries(text: str) -> Iterator[Entry]:
    """Lines without a date belong to the entry before them; those before the first entry are cut off."""
    level, lines = "", list[str]()
    for line in text.splitlines():
        beginning = _BEGINNING.match(line)
        if beginning is None:
            lines.append(line)
            continue
        if level:
            yield Entry(level, "\n".join(lines))
        level, lines = beginning["level"], [line]
    if level:
        yield Entry(level, "\n".join(lines))


def _tail(path: Path, most: int) -> str:
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - most))
            return file.read(most).decode("utf-8", "replace")
    except OSError:
        return ""


def _log_last_fault(path: Path) -> None:
    text = _tail(path, LARGEST // 10).strip()
    if text:
        log.critical("the window before was brought down by a fault:\n%s", text)
        with contextlib.suppress(OSError):
            path.write_bytes(b"")


def _log_what_nobody_catches() -> None:
    """Python still prints it, too."""

    def uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not issubclass(kind, KeyboardInterrupt):
            log.critical("unexpected error", exc_info=(kind, error, trace))
        sys.__excepthook__(kind, error, trace)

    def in_thread(about: threading.ExceptHookArgs) -> None:
        name = about.thread.name if about.thread is not None else "a thread"
        if about.exc_value is not None and about.exc_type is not SystemExit:
            log.error("unexpected error in %s", name, exc_info=about.exc_value)
        threading.__excepthook__(about)

    def nowhere(about: "sys.UnraisableHookArgs") -> None:
        log.error("%s: %r", about.err_msg or "error ignored in", about.object, exc_info=about.exc_value)
        sys.__unraisablehook__(about)

    sys.excepthook, threading.excepthook, sys.unraisablehook = uncaught, in_thread, nowhere
