"""Writes the session to a file a moment after every change, so that no end of the window can lose it."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.window.session_files import Snapshot
from gan.errors import LatentariumError
from gan.session_file import ModelReference, SessionFile, reference_to, save_session
from gan.sources import ModelSource
from gan.words import tr

MOMENT_MS = 1000
"""From a change to the file, and so between two writings."""


class Autosave(QObject):
    """``take()`` gathers what is to be written, on the window's thread; a thread of its own writes it to ``path``."""

    failed = Signal(str)
    """One line for people, once for all failures in a row."""

    def __init__(self, path: Path, take: Callable[[], Snapshot | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path, self._take = path, take
        self._references: dict[ModelSource, ModelReference] = {}
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="autosave")
        self._writing: Future[None] | None = None
        self._has_failed = False
        self._soon = QTimer(self, interval=MOMENT_MS, singleShot=True)
        self._soon.timeout.connect(self._start)

    def touch(self) -> None:
        """Something has changed: write it soon."""
        if not self._soon.isActive():
            self._soon.start()

    def flush(self) -> None:
        """Write what has changed now; when this returns, it is in the file."""
        self._wait()
        if self._soon.isActive():
            self._start()
        self._wait()

    def drop(self) -> None:
        """Do not write what has changed; when this returns, nothing is being written any more."""
        self._soon.stop()
        self._wait()

    def shut_down(self) -> None:
        """Write what has changed, and end the thread."""
        self.flush()
        self._writer.shutdown()

    def _wait(self) -> None:
        if self._writing is not None:
            self._writing.result()

    def _start(self) -> None:
        self._soon.stop()
        if self._writing is not None and not self._writing.done():
            self._soon.start()  # a slow disk must not pile them up
            return
        now = self._take()
        if now is not None:
            self._writing = self._writer.submit(self._write, now)

    def _write(self, now: Snapshot) -> None:
        try:
            save_session(self._path, SessionFile(self._reference(now.source), now.z, now.parts))
        except LatentariumError as error:
            if not self._has_failed:
                self.failed.emit(tr("your work cannot be kept by itself: {error}", error=error))
            self._has_failed = True
        else:
            self._has_failed = False

    def _reference(self, source: ModelSource) -> ModelReference:
        """A generator whose file is gone meanwhile is named all the same."""
        if source not in self._references:
            try:
                self._references = {source: reference_to(source)}
            except LatentariumError:
                return ModelReference(source.name, str(source.path.absolute()), "")
        return self._references[source]
