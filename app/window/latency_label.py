"""How long a movement of a slider takes to become a picture, in the status bar."""

from collections import deque

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from app.widgets.labels import keep_size
from gan.words import tr

KEPT = 60
REFRESH_MS = 200
WIDEST = 1000.0
"""Milliseconds that there is room for: otherwise the whole window would be laid out anew five times a second."""


class LatencyLabel(QLabel):
    """The median of the last 60 measurements, refreshed five times a second so that it can be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measured: deque[float] = deque(maxlen=KEPT)
        keep_size(self, _told(WIDEST))
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setToolTip(tr("Milliseconds from a change of z to its picture on the screen, median of the last 60"))
        self._timer = QTimer(self, interval=REFRESH_MS, singleShot=True)
        self._timer.timeout.connect(self._refresh)

    def add(self, milliseconds: float) -> None:
        """Take one measurement into account."""
        self._measured.append(milliseconds)
        if not self._timer.isActive():
            self._timer.start()

    def _refresh(self) -> None:
        ordered = sorted(self._measured)
        self.setText(_told(ordered[len(ordered) // 2]))


def _told(milliseconds: float) -> str:
    return tr("{median:.1f} ms to the picture", median=milliseconds)
