"""A field to drag a point in, over pictures of what is where."""

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.widgets.accessible import tell_role
from app.widgets.focus_ring import draw_focus_ring
from app.widgets.qimages import to_qimage
from gan.explore.latent import Latent
from gan.images import Picture, grid
from gan.sizes import Size
from gan.words import tr

REACH = 3.0
"""The field goes from -3 to 3 standard deviations each way."""
CELLS = 7
STEP, LARGE_STEP = 0.1, 0.5
_HANDLE, _MARGIN = 7.0, 9


class PadView(QWidget):
    """Positions are (across, up) in standard deviations; the point itself belongs to whoever listens."""

    moved = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tell_role(self, QAccessible.Role.Graphic)
        self._image = QImage()
        self._position: tuple[float, float] | None = None
        self._marks: dict[str, tuple[float, float]] = {}
        self._words = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Latent pad"))
        self.setToolTip(
            tr(
                "Drag, or use the arrow keys (with Shift: larger steps), to move along both directions at once. "
                "Double click, or Delete: to the middle."
            )
        )

    @property
    def position(self) -> tuple[float, float] | None:
        """Where the handle is; None while there is nothing to move."""
        return self._position

    def show_position(self, position: tuple[float, float] | None, words: str = "") -> None:
        """Put the handle somewhere, or show ``words`` instead."""
        self._position, self._words = position, words
        if position is not None:
            self.setAccessibleDescription(tr("{across:+.2f} across, {up:+.2f} up", across=position[0], up=position[1]))
        self.update()

    def show_marks(self, marks: dict[str, tuple[float, float]]) -> None:
        """Points by name, such as A and B."""
        self._marks = marks
        self.update()

    def show_pictures(self, pictures: Picture | None) -> None:
        """(CELLS * CELLS, H, W, C) in the order of reading, or none."""
        self._image = QImage() if pictures is None else to_qimage(grid(pictures, CELLS, gap=0))
        self.update()

    @property
    def has_pictures(self) -> bool:
        """Whether there are some behind the handle."""
        return not self._image.isNull()

    def field(self) -> QRect:
        """Where the pad is in this widget; it has the proportions of its pictures."""
        room = Size(max(self.width() - 2 * _MARGIN, 1), max(self.height() - 2 * _MARGIN, 1))
        shape = Size(1, 1) if self._image.isNull() else Size(self._image.width(), self._image.height())
        width, height = shape.within(room)
        return QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def place_of(self, position: tuple[float, float]) -> QPointF:
        """In this widget; what is beyond the field stands at its edge."""
        field = QRectF(self.field())
        across, up = (min(max(value, -REACH), REACH) / (2 * REACH) for value in position)
        return QPointF(field.center().x() + across * field.width(), field.center().y() - up * field.height())

    def sizeHint(self) -> QSize:
        return QSize(320, 320)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 120)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._drag(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._drag(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._want(0.0, 0.0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = LARGE_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
        ways = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}
        if event.key() in ways and self._position is not None:
            across, up = ways[Qt.Key(event.key())]
            self._want(self._position[0] + across * step, self._position[1] + up * step)
        elif event.key() == Qt.Key.Key_Delete:
            self._want(0.0, 0.0)
        else:
            super().keyPressEvent(event)

    def position_at(self, place: QPointF) -> tuple[float, float]:
        """Of a place in this widget, perhaps beyond the field."""
        field = QRectF(self.field())
        across = (place.x() - field.center().x()) / field.width()
        up = (field.center().y() - place.y()) / field.height()
        return 2 * REACH * across, 2 * REACH * up

    def _drag(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._want(*self.position_at(event.position()))

    def _want(self, across: float, up: float) -> None:
        if self._position is not None:
            self.moved.emit(min(max(across, -REACH), REACH), min(max(up, -REACH), REACH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, field = self.palette(), self.field()
        painter.fillRect(field, palette.color(QPalette.ColorRole.Base))
        if self._position is None:
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(field.adjusted(12, 12, -12, -12), flags, self._words)
            return
        painter.setOpacity(0.6)
        painter.drawImage(field, self._image)
        painter.setOpacity(1.0)
        self._draw_axes(painter, field)
        for name, position in self._marks.items():
            self._draw_mark(painter, name, self.place_of(position))
        self._draw_handle(painter, self.place_of(self._position))
        draw_focus_ring(painter, self, field)

    def _draw_axes(self, painter: QPainter, field: QRect) -> None:
        line = QColor(self.palette().color(QPalette.ColorRole.Highlight))
        line.setAlphaF(0.7)
        painter.setPen(QPen(line, 1, Qt.PenStyle.DashLine))
        painter.drawLine(field.center().x(), field.top(), field.center().x(), field.bottom())
        painter.drawLine(field.left(), field.center().y(), field.right(), field.center().y())

    def _draw_mark(self, painter: QPainter, name: str, place: QPointF) -> None:
        circle = QRectF(place.x() - 8, place.y() - 8, 16, 16)
        painter.setPen(QPen(QColor("white"), 1))
        painter.setBrush(QColor(20, 22, 26, 210))
        painter.drawEllipse(circle)
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, name)

    def _draw_handle(self, painter: QPainter, place: QPointF) -> None:
        accent = self.palette().color(QPalette.ColorRole.Highlight)
        painter.setBrush(accent)
        painter.setPen(QPen(QColor("white" if self.hasFocus() else "black"), 2))
        painter.drawEllipse(place, _HANDLE, _HANDLE)


def cell_positions() -> Latent:
    """The middles of the cells in the order of reading, (CELLS * CELLS, 2)."""
    middles = (np.arange(CELLS) + 0.5) / CELLS * 2 * REACH - REACH
    up, across = np.meshgrid(-middles, middles, indexing="ij")
    positions: Latent = np.stack([across.ravel(), up.ravel()], axis=1).astype(np.float32)
    return positions
