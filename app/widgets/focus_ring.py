"""Where the keyboard is, on widgets that are painted by hand."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QWidget


def draw_focus_ring(painter: QPainter, widget: QWidget, rect: QRect | None = None) -> None:
    """Frame ``rect``, or all of ``widget``, while it has the keyboard; on pictures of any colour it can be seen."""
    if widget.hasFocus():
        palette, frame = widget.palette(), (widget.rect() if rect is None else rect).adjusted(1, 1, -1, -1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for role, width in ((QPalette.ColorRole.Base, 4), (QPalette.ColorRole.Highlight, 2)):
            painter.setPen(QPen(palette.color(role), width))
            painter.drawRect(frame)
