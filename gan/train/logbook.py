"""The event log of a run in bad times: what a full disk does not take is kept, and written once there is room."""

import errno

from gan.files import FileError
from gan.train import events
from gan.train.events import TrainEvent
from gan.train.run import Run
from gan.words import tr

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class Logbook:
    """Appends to the log of ``run``."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._waiting: list[TrainEvent] = []

    def write(self, event: TrainEvent) -> list[TrainEvent]:
        """Log ``event`` and everything that waits; returns what people should know besides.

        Raises :class:`FileError` if the log cannot be written for another reason than a full disk.
        """
        was_full = bool(self._waiting)
        self._waiting.append(event)
        try:
            self._write_waiting()
        except FileError as error:
            if not lacks_room(error):
                raise
            return [] if was_full else [self._warning(error)]
        if not was_full:
            return []
        told = events.Warned(tr("there is room on the disk again; the log has been written, nothing of it is lost"))
        self._run.append(told)
        return [told]

    def fail(self, message: str) -> None:
        """Log what ended the run, after everything that waits. Raises :class:`FileError`."""
        self._waiting.append(events.Failed(message))
        self._write_waiting()

    def close(self) -> None:
        """Try once more to write what waits. Raises :class:`FileError`."""
        self._write_waiting()

    def _write_waiting(self) -> None:
        while self._waiting:
            self._run.append(self._waiting[0])
            del self._waiting[0]

    def _warning(self, error: FileError) -> TrainEvent:
        """It goes into the log as soon as that can be written."""
        words = tr("{error}; the run goes on and writes its log later; free some space on that disk", error=error)
        warning = events.Warned(words)
        self._waiting.append(warning)
        return warning


def lacks_room(error: FileError) -> bool:
    """Whether the disk was full, or files may grow no further."""
    return isinstance(error.__cause__, OSError) and error.__cause__.errno in NO_ROOM
