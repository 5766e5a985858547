"""What drives a movement on the screen."""

import time

from PySide6.QtCore import QObject, Qt, QTimer, Signal

FRAME_MS = 16


class FrameClock(QObject):
    """Ticks some sixty times a second while it runs."""

    ticked = Signal(float)
    """Seconds since the last tick, or since it was started."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._last = 0.0

    @property
    def running(self) -> bool:
        """Whether it ticks."""
        return self._timer.isActive()

    def run(self, running: bool) -> None:
        """Start or stop it."""
        self._last = time.perf_counter()
        if running:
            self._timer.start()
        else:
            self._timer.stop()

    def _tick(self) -> None:
        now = time.perf_counter()
        seconds, self._last = now - self._last, now
        self.ticked.emit(seconds)
