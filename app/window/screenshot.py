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
        self._shown = self._torch_is_there = False
        self._rest = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._rest.timeout.connect(self._write)

    def start(self) -> None:
        """Wait for a picture and for torch, which the first one does without, then for all that both set in motion."""
        self._window.session.picture_shown.connect(self._take_picture)
        self._window.session.device_known.connect(self._take_device)
        self._window.session.failed.connect(self._fail)
        QTimer.singleShot(LONGEST_MS, lambda: self._fail("no picture was shown in time"))

    def _take_picture(self) -> None:
        self._shown = True
        self._settle()

    def _take_device(self) -> None:
        self._torch_is_there = True
        self._settle()

    def _settle(self) -> None:
        if self._shown and self._torch_is_there:
            self._rest.start()

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
