"""A picture on which cells of a 16 x 16 field are painted and rubbed out with the mouse."""

import numpy as np
from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.widgets.image_view import ImageView
from gan.layers.edits import CELLS, Cells

_NOTHING = np.zeros((CELLS, CELLS), bool)


class PaintableView(ImageView):
    """Left button paints, right button rubs out, while ``painting`` is on; the cells are drawn as a veil."""

    cells_painted = Signal(object)
    """The (16, 16) booleans after a stroke."""

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(placeholder, parent, whole_pixels=False)
        self._cells = _NOTHING.copy()
        self._painting = False
        self._stroke: bool | None = None
        self._reached = QPoint()

    @property
    def cells(self) -> Cells:
        """(16, 16) booleans."""
        return self._cells.copy()

    def set_cells(self, cells: Cells | None) -> None:
        """Show a region; None for none."""
        if self._stroke is None:
            self._cells = _NOTHING.copy() if cells is None else cells.copy()
            self.update()

    def set_painting(self, painting: bool) -> None:
        """Whether the mouse paints."""
        self._painting = painting
        self.setCursor(Qt.CursorShape.CrossCursor if painting else Qt.CursorShape.ArrowCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._cells.any() or self._painting:
            painter = QPainter(self)
            self._paint_cells(painter)

    def _paint_cells(self, painter: QPainter) -> None:
        frame = QRectF(self.picture_rect())
        width, height = frame.width() / CELLS, frame.height() / CELLS
        veil = QColor(91, 151, 255, 110)
        for row, column in np.argwhere(self._cells):
            painter.fillRect(QRectF(frame.x() + column * width, frame.y() + row * height, width, height), veil)
        if self._painting:
            painter.setPen(QColor(91, 151, 255))
            painter.drawRect(frame.adjusted(0, 0, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        buttons = {Qt.MouseButton.LeftButton: True, Qt.MouseButton.RightButton: False}
        if self._painting and event.button() in buttons:
            self._stroke = buttons[event.button()]
            place = event.position().toPoint()
            self._set_cells(place, place)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._stroke is not None:
            self._set_cells(self._reached, event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._stroke is None:
            super().mouseReleaseEvent(event)
        else:
            self._stroke = None
            self.cells_painted.emit(self.cells)

    def _set_cells(self, start: QPoint, end: QPoint) -> None:
        """All on the way: a quick mouse reports few places."""
        frame = self.picture_rect()
        steps = max(1, (end - start).manhattanLength())
        for step in range(steps + 1):
            position = start + (end - start) * (step / steps)
            if frame.contains(position) and self._stroke is not None:
                row = (position.y() - frame.y()) * CELLS // frame.height()
                column = (position.x() - frame.x()) * CELLS // frame.width()
                self._cells[row, column] = self._stroke
        self._reached = end
        self.update()
