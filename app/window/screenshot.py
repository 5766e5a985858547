"""``--screenshot``: a picture of the whole window once it shows a generated picture."""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.window.main_window import MainWindow
from gan.program import WINDOW

SETTLE_MS = 700
LONGEST_MS = 120_000


class Screenshot(QObject):
    """Writes the file and ends the application with status 0, or 1 and one line if that fails."""

    def __init__(self, window: MainWindow, path: Path) -> None:
        super().__init__(window)
        self._window = window
        self._path = path

    def start(self) -> None:
        """Wait for the first picture, then for everything else that it sets in motion."""
        self._window.session.picture_shown.connect(self._settle)
        self._window.session.failed.connect(self._fail)
        QTimer.singleShot(LONGEST_MS, lambda: self._fail("no picture was shown in time"))

    def _settle(self) -> None:
        self._window.session.picture_shown.disconnect(self._settle)
        QTimer.singleShot(SETTLE_MS, self._write)

    def _write(self) -> None:
        jobs = self._window.imports.jobs
        if jobs.busy:  # what was asked for is still to come
            once = Qt.ConnectionType.SingleShotConnection
            jobs.busy_changed.connect(lambda: QTimer.singleShot(SETTLE_MS, self._write), once)
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self._fail(f"cannot write {self._path}: {error.strerror}")
            return
        if self._window.grab().save(str(self._path), "PNG"):
            QApplication.exit(0)
        else:
            self._fail(f"cannot write {self._path}")

    def _fail(self, message: str) -> None:
        print(f"{WINDOW}: {message}", file=sys.stderr)
        QApplication.exit(1)
