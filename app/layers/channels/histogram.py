"""How a channel's values are spread, as bars."""

import numpy as np
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gan.layers.mosaic import Maps
from gan.words import tr

BINS = 32


class Histogram(QWidget):
    """Counts of finite values between two ends, the highest bar as high as the widget; a line marks 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts = np.zeros(BINS, np.intp)
        self._ends = (0.0, 1.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(tr("How often each value occurs, from the channel's lowest to its highest; the line marks 0"))

    @property
    def counts(self) -> list[int]:
        """Of each bar."""
        return [int(count) for count in self._counts]

    def show_values(self, values: Maps | None) -> None:
        """Count ``values``, of any shape; None empties it."""
        finite = np.zeros(0, np.float32) if values is None else values[np.isfinite(values)]
        low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)
        self._ends = (low, high if high > low else low + 1.0)
        self._counts, _ = np.histogram(finite, BINS, self._ends)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(140, 44)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        highest, width = max(1, int(self._counts.max())), self.width() / BINS
        colour = self.palette().color(QPalette.ColorRole.Highlight)
        for index, count in enumerate(self._counts):
            # A single value is seen, too.
            height = max(1.0, count / highest * self.height()) if count else 0.0
            painter.fillRect(QRectF(index * width, self.height() - height, max(1.0, width - 1), height), colour)
        low, high = self._ends
        if low < 0 < high:
            x = round(-low / (high - low) * self.width())
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Text), 1))
            painter.drawLine(x, 0, x, self.height())
