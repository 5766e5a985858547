"""How long a movement of a slider takes to become a picture, in the status bar."""

from collections import deque

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QWidget

KEPT = 60
REFRESH_MS = 200


class LatencyLabel(QLabel):
    """The median of the last 60 measurements, refreshed five times a second so that it can be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measured: deque[float] = deque(maxlen=KEPT)
        self.setToolTip("Milliseconds from a change of z to its picture on the screen, median of the last 60")
        self._timer = QTimer(self, interval=REFRESH_MS, singleShot=True)
        self._timer.timeout.connect(self._refresh)

    def add(self, milliseconds: float) -> None:
        """Take one measurement into account."""
        self._measured.append(milliseconds)
        if not self._timer.isActive():
            self._timer.start()

    def _refresh(self) -> None:
        ordered = sorted(self._measured)
        self.setText(f"{ordered[len(ordered) // 2]:.1f} ms to the picture")
