"""The log of a run. A line that is no event, or too long to be one, is left out; the others count all the same."""

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from gan.errors import reason_of
from gan.files import FileError
from gan.train import events
from gan.train.events import TrainEvent
from gan.words import tr

LONGEST_LINE = 2**16
"""In bytes."""
LONGEST_LOG = 2**30
"""In bytes; of a longer log only the end is read. Weeks of training stay below it."""
_CHUNK = 2**20


class EventTail:
    """Reads an event log as it grows. A line that is still being written waits for the next poll."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._position = 0
        self._rest = b""
        self._behind = False

    def last(self, most: int) -> list[TrainEvent]:
        """Events in the last ``most`` bytes; the next poll goes on behind them."""
        try:
            size = self._path.stat().st_size
        except OSError:
            return []
        self._position, self._rest = max(0, size - most), b""
        return self.poll()

    def is_behind(self) -> bool:
        """Whether the last poll left something unread."""
        return self._behind

    def poll(self, most: int = LONGEST_LOG) -> list[TrainEvent]:
        """Events that are new since the last call; none if the file is not there (yet).

        With ``most`` no more bytes than that are read; :meth:`is_behind` then tells whether there are more.
        """
        found: list[TrainEvent] = []
        try:
            with self._path.open("rb") as file:
                file.seek(max(self._position, start_of(file)))
                while most > 0 and (new := file.read(min(most, _CHUNK))):
                    most -= len(new)
                    found += self._take(new)
                self._position = file.tell()
                self._behind = most <= 0 and bool(file.read(1))
        except OSError:
            pass
        return found

    def _take(self, new: bytes) -> list[TrainEvent]:
        *lines, rest = (self._rest + new).split(b"\n")
        self._rest = rest[: LONGEST_LINE + 1]  # of a line that is too long, enough to tell that it is
        return [event for line in lines if (event := _event(line)) is not None]


def append_event(path: Path, event: TrainEvent) -> None:
    """Add one event to the log ``path``, on a line of its own even after one that was cut off.

    Raises :class:`FileError`.
    """
    line = events.to_json(event, time.time()).encode() + b"\n"
    try:
        with path.open("ab") as file:
            file.write(line if _ends_a_line(path) else b"\n" + line)
    except OSError as error:
        raise FileError(tr("cannot write {path}: {reason}", path=path, reason=reason_of(error))) from error


def lines_of(path: Path) -> Iterator[bytes]:
    """The whole lines of the log ``path``, with their ends, the oldest first. Raises OSError."""
    with path.open("rb") as file:
        file.seek(start_of(file))
        whole = True
        while line := file.readline(LONGEST_LINE + 1):
            if whole and line.endswith(b"\n"):
                yield line
            whole = line.endswith(b"\n")


def start_of(file: BinaryIO) -> int:
    """Where to begin to read a log, which may be of any length."""
    return max(0, file.seek(0, 2) - LONGEST_LOG)


def _event(line: bytes) -> TrainEvent | None:
    return events.from_json(line) if len(line) <= LONGEST_LINE else None


def _ends_a_line(path: Path) -> bool:
    with path.open("rb") as file:
        if file.seek(0, os.SEEK_END) == 0:
            return True
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"
