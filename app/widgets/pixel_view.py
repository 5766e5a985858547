"""A picture whose pixels can be chosen."""

import numpy as np
from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen

from app.widgets.focus_ring import draw_focus_ring
from app.widgets.image_view import ImageView

MARK = QColor("#ffd23f")
_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class PixelView(ImageView):
    """A click or an arrow key chooses a pixel (row, column): by key the one beside the mark, at first the middle."""

    pixel_chosen = Signal(object)
    """(row, column), from the upper left corner."""

    def __init__(self, placeholder: str = "") -> None:
        super().__init__(placeholder)
        self._mark: tuple[int, int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def mark(self) -> tuple[int, int] | None:
        """The pixel that is marked."""
        return self._mark

    def set_mark(self, pixel: tuple[int, int] | None) -> None:
        """Mark a pixel; the arrow keys go on from there. None marks none."""
        if pixel == self._mark:
            return
        self._mark = pixel
        self.setCursor(Qt.CursorShape.ArrowCursor if pixel is None else Qt.CursorShape.CrossCursor)
        self.update()

    def pixel_at(self, position: QPoint) -> tuple[int, int] | None:
        """The pixel at ``position``."""
        rect = self.picture_rect()
        if not rect.contains(position):
            return None
        return (
            (position.y() - rect.y()) * self.image.height() // rect.height(),
            (position.x() - rect.x()) * self.image.width() // rect.width(),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        if self._mark is not None and not self.image.isNull():
            self._draw_mark(painter, self._mark)
        draw_focus_ring(painter, self)

    def _draw_mark(self, painter: QPainter, mark: tuple[int, int]) -> None:
        rect = QRectF(self.picture_rect())
        side = rect.width() / self.image.width()
        pixel = QRectF(rect.x() + mark[1] * side, rect.y() + mark[0] * side, side, side)
        for colour, width in ((QColor(0, 0, 0, 190), 5), (MARK, 3)):
            pen = QPen(colour, width)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.drawRect(pixel)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        pixel = self.pixel_at(event.position().toPoint())
        if pixel is not None and event.button() is Qt.MouseButton.LeftButton:
            self.pixel_chosen.emit(pixel)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or self.image.isNull():
            super().keyPressEvent(event)
            return
        height, width = self.image.height(), self.image.width()
        row, column = (height // 2, width // 2) if self._mark is None else np.add(self._mark, step).tolist()
        if 0 <= row < height and 0 <= column < width:
            self.pixel_chosen.emit((row, column))
