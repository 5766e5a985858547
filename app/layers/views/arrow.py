"""The arrow between two things that follow on each other."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

HEAD = 4.0


class Arrow(QWidget):
    """Points to the right; ``width`` and the space left free on either side, ``margin``, are in pixels."""

    def __init__(self, width: int, margin: float) -> None:
        super().__init__()
        self._margin = margin
        self.setFixedWidth(width)

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), 1.5))
        middle, tip = self.height() / 2, self.width() - self._margin
        painter.drawLine(QPointF(self._margin, middle), QPointF(tip, middle))
        ends = [QPointF(tip - HEAD, middle - HEAD), QPointF(tip, middle), QPointF(tip - HEAD, middle + HEAD)]
        painter.drawPolyline(ends)
