"""A grid of as many pictures across as down, one of which can be chosen."""

import numpy as np
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen

from app.widgets.focus_ring import draw_focus_ring
from app.widgets.image_view import ImageView
from gan.images import Picture, grid
from gan.words import tr


class GridView(ImageView):
    """Pictures in the order of reading, without gaps; one is marked."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__(tr("Open a model first"), whole_pixels=False)
        self._side, self._marked = 0, -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_pictures(self, pictures: Picture) -> None:
        """(side * side, H, W, C)"""
        self._side = round(len(pictures) ** 0.5)
        self.set_picture(grid(pictures, self._side, gap=0))

    def mark(self, cell: int) -> None:
        """Mark one of the cells; -1 for none."""
        self._marked = cell
        if 0 <= cell < self._side**2:
            row, column = divmod(cell, self._side)
            self.setAccessibleDescription(tr("row {row}, column {column}", row=row + 1, column=column + 1))
        self.update()

    def cell_rect(self, cell: int) -> QRectF:
        """Where a cell is in this widget."""
        place = QRectF(self.picture_rect())
        width, height = place.width() / self._side, place.height() / self._side
        row, column = divmod(cell, self._side)
        return QRectF(place.left() + column * width, place.top() + row * height, width, height)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = QRectF(self.picture_rect())
        if event.button() is not Qt.MouseButton.LeftButton or not place.contains(event.position()):
            return
        offset = event.position() - place.topLeft()
        shares = offset.x() / place.width(), offset.y() / place.height()
        column, row = (min(int(share * self._side), self._side - 1) for share in shares)
        self.chosen.emit(row * self._side + column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
        if event.key() not in steps or not self._side:
            super().keyPressEvent(event)
            return
        position = np.add(divmod(max(self._marked, 0), self._side), steps[Qt.Key(event.key())])
        row, column = np.clip(position, 0, self._side - 1).tolist()
        self.chosen.emit(row * self._side + column)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        if 0 <= self._marked < self._side**2:
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
            painter.drawRect(self.cell_rect(self._marked).adjusted(1, 1, -1, -1))
        draw_focus_ring(painter, self)
