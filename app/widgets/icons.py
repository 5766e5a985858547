"""Icons drawn in a widget's own text colour, so that they can be seen on light and on dark ground."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QWidget

SIDE = 16


def play_icon(widget: QWidget) -> QIcon:
    """A triangle to the right."""
    corners = [QPointF(4, 2), QPointF(14, 8), QPointF(4, 14)]
    return _drawn(widget, lambda painter: painter.drawPolygon(corners))


def pause_icon(widget: QWidget) -> QIcon:
    """Two upright bars."""
    bars = [QRectF(3, 2, 4, 12), QRectF(9, 2, 4, 12)]
    return _drawn(widget, lambda painter: painter.drawRects(bars))


def _drawn(widget: QWidget, draw: Callable[[QPainter], None]) -> QIcon:
    ratio = widget.devicePixelRatioF()
    pixmap = QPixmap(round(SIDE * ratio), round(SIDE * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(widget.palette().color(QPalette.ColorRole.ButtonText))
    draw(painter)
    painter.end()
    return QIcon(pixmap)
