"""A map as a field of cells that can be pointed at, with frames around some of them."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

import numpy as np
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.layers.views.colouring import Colouring
from app.layers.views.grid_keys import key_target
from app.layers.views.wording import number
from app.theme import CURVES
from app.widgets.accessible import tell_role
from app.widgets.qimages import to_qimage
from gan.layers.mosaic import colour_table
from gan.layers.steps import Mask
from gan.layers.transposed import Array, Cell
from gan.words import marked, tr

SMALLEST_LINED, SMALLEST_DOTTED, SMALLEST_NUMBERED = 6, 5, 14
NUMBER_PIXELS = (10, 9, 8)
"""Heights of the numbers in cells: the first whose longest number fits, or none are written."""
_LINE = QColor(128, 128, 128, 70)


class Ink(Enum):
    """What a frame means."""

    CHOSEN = marked("the cell in question, and the window over it")
    PART = marked("cells that take part")
    PAINTED = marked("cells that are painted")


@dataclass(frozen=True)
class Frame:
    """Around ``height`` x ``width`` cells from (row, column)."""

    row: int
    column: int
    height: int = 1
    width: int = 1
    ink: Ink = Ink.PART


@dataclass(frozen=True)
class Field:
    """``values`` (H, W) and their colours. ``holes`` are zeros that were put in; ``rim`` those of them around.

    What is ``blank`` has not been worked out yet.
    """

    values: Array
    colouring: Colouring
    holes: Mask | None = None
    rim: Mask | None = None
    blank: Mask | None = None


class CellGrid(QWidget):
    """Shows a :class:`Field` as large as the space allows; cells are square.

    The arrow keys and a click choose a cell, the mouse points at one. Where cells are large, their
    values are written into them. Zeros that were put in look like paper with a dot, in no colour of the map.
    """

    pointed = Signal(object)
    """The cell (row, column) under the mouse; None when it leaves."""
    chosen = Signal(object)
    """The cell that was clicked or that a key led to."""
    activated = Signal(object)
    """A cell was double-clicked, or Enter was pressed on the chosen one."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tell_role(self, QAccessible.Role.Graphic)
        self._field: Field | None = None
        self._backdrop = QPixmap()
        self._frames: tuple[Frame, ...] = ()
        self._hovered: Cell | None = None
        self._current: Cell | None = None
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def values(self) -> Array | None:
        """What is shown, (H, W)."""
        return None if self._field is None else self._field.values

    @property
    def frames(self) -> tuple[Frame, ...]:
        """The frames that are drawn."""
        return self._frames

    @property
    def current(self) -> Cell | None:
        """The chosen cell."""
        return self._current

    def set_field(self, field: Field | None) -> None:
        """Show ``field``, or nothing."""
        self._field = field
        self._backdrop = QPixmap()
        self.update()

    def set_frames(self, *frames: Frame) -> None:
        """Draw ``frames``, the last one on top."""
        if frames != self._frames:
            self._frames = frames
            self.update()

    def set_current(self, cell: Cell | None) -> None:
        """Where the arrow keys start from."""
        self._current = cell
        if cell is not None and self._field is not None and _inside(cell, self._field.values):
            value = number(float(self._field.values[cell]))
            self.setAccessibleDescription(
                tr("row {row}, column {column}: {value}", row=cell[0], column=cell[1], value=value)
            )

    def cell_rect(self, cell: Cell) -> QRectF:
        """Where a cell is."""
        side, left, top = self._layout()
        return QRectF(left + cell[1] * side, top + cell[0] * side, side, side)

    def cell_at(self, position: QPointF) -> Cell | None:
        """The cell at ``position``."""
        if self._field is None:
            return None
        side, left, top = self._layout()
        cell = math.floor((position.y() - top) / side), math.floor((position.x() - left) / side)
        return cell if _inside(cell, self._field.values) else None

    def sizeHint(self) -> QSize:
        return QSize(160, 160)

    def minimumSizeHint(self) -> QSize:
        return QSize(56, 56)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._field is None:
            return
        if self._backdrop.isNull():
            self._backdrop = self._drawn(self._field)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._backdrop)
        self._paint_frames(painter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._backdrop = QPixmap()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.cell_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and cell is not None:
            self._choose(cell)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        if cell is not None:
            self.activated.emit(cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._field is None:
            return super().keyPressEvent(event)
        height, width = self._field.values.shape
        row, column = self._current or (0, 0)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit((row, column))
            return None
        target = key_target(event.key(), row * width + column, height * width, width, height)
        if target is None:
            return super().keyPressEvent(event)
        self._choose((target // width, target % width))
        return None

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            self._backdrop = QPixmap()
        super().changeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def _choose(self, cell: Cell) -> None:
        self.set_current(cell)
        self.chosen.emit(cell)

    def _hover(self, cell: Cell | None) -> None:
        if cell != self._hovered:
            self._hovered = cell
            self.pointed.emit(cell)

    def _layout(self) -> tuple[float, float, float]:
        """Side of a cell, left and top of the field."""
        assert self._field is not None
        height, width = self._field.values.shape
        side = min((self.width() - 6) / width, (self.height() - 6) / height)
        side = float(int(side)) if side >= 3 else side
        return side, round((self.width() - side * width) / 2), round((self.height() - side * height) / 2)

    def _drawn(self, field: Field) -> QPixmap:
        """Everything but the frames, which change more often."""
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        side, left, top = self._layout()
        height, width = field.values.shape
        area, image = QRectF(left, top, width * side, height * side), self._coloured(field)
        painter = QPainter(pixmap)
        painter.drawImage(area, image)
        self._paint_dots(painter, field, side)
        if side >= SMALLEST_LINED:
            self._paint_lines(painter, area, side)
        if side >= SMALLEST_NUMBERED:
            self._paint_numbers(painter, field, image, side)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
        painter.drawRect(area.adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.end()
        return pixmap

    def _coloured(self, field: Field) -> QImage:
        palette = self.palette()
        pixels = colour_table(field.colouring.colour_map)[field.colouring.indices(field.values[None])[0]]
        for mask, role in (
            (field.holes, QPalette.ColorRole.Base),
            (field.rim, QPalette.ColorRole.Button),
            (field.blank, QPalette.ColorRole.Window),
        ):
            if mask is not None:
                colour = palette.color(role)
                pixels[mask] = colour.red(), colour.green(), colour.blue()
        return to_qimage(pixels).convertToFormat(QImage.Format.Format_RGB32)

    def _paint_dots(self, painter: QPainter, field: Field, side: float) -> None:
        if field.holes is None or side < SMALLEST_DOTTED:
            return
        shown = field.holes if field.blank is None else field.holes & ~field.blank
        painter.setPen(
            QPen(
                self.palette().color(QPalette.ColorRole.PlaceholderText), max(1.5, side / 8), c=Qt.PenCapStyle.RoundCap
            )
        )
        painter.drawPoints([self.cell_rect((row, column)).center() for row, column in np.argwhere(shown).tolist()])

    def _paint_lines(self, painter: QPainter, area: QRectF, side: float) -> None:
        painter.setPen(QPen(_LINE, 1))
        down, across = (
            [
                QLineF(place, area.top(), place, area.bottom())
                for place in np.arange(area.left() + side, area.right() - 1, side)
            ],
            [
                QLineF(area.left(), place, area.right(), place)
                for place in np.arange(area.top() + side, area.bottom() - 1, side)
            ],
        )
        painter.drawLines([*down, *across])

    def _paint_numbers(self, painter: QPainter, field: Field, image: QImage, side: float) -> None:
        texts = _written(field)
        font = fitting_font(painter.font(), texts.values(), side - 3)
        if font is None:
            return
        painter.setFont(font)
        for (row, column), text in texts.items():
            pixel = image.pixelColor(column, row)
            dark = 0.3 * pixel.red() + 0.59 * pixel.green() + 0.11 * pixel.blue() < 128
            painter.setPen(QColor("white") if dark else QColor("#1c2026"))
            painter.drawText(self.cell_rect((row, column)), Qt.AlignmentFlag.AlignCenter, text)

    def _paint_frames(self, painter: QPainter) -> None:
        for frame in self._frames:
            corner = self.cell_rect((frame.row, frame.column))
            rect = QRectF(corner.x(), corner.y(), corner.width() * frame.width, corner.height() * frame.height)
            wide = 3.0 if frame.ink is not Ink.PART or corner.width() >= 10 else 2.0
            # A dark line around a bright one can be seen on every colour.
            for colour, width in ((QColor(0, 0, 0, 190), wide + 2), (self._colour(frame.ink), wide)):
                pen = QPen(colour, width)
                pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
                painter.setPen(pen)
                painter.drawRect(rect)

    def _colour(self, ink: Ink) -> QColor:
        if ink is Ink.CHOSEN:
            return QColor("#ffd23f")
        return QColor("#36c5f0") if ink is Ink.PART else QColor(CURVES["d_loss"])


def _inside(cell: Cell, values: Array) -> bool:
    return 0 <= cell[0] < values.shape[0] and 0 <= cell[1] < values.shape[1]


def fitting_font(font: QFont, texts: Iterable[str], width: float) -> QFont | None:
    """``font`` at the largest of :data:`NUMBER_PIXELS` at which no text is wider than ``width`` pixels, if there is."""
    shown = set(texts)
    for size in NUMBER_PIXELS:
        fitting = QFont(font)
        fitting.setPixelSize(size)
        metrics = QFontMetricsF(fitting)
        if all(metrics.horizontalAdvance(text) <= width for text in shown):
            return fitting
    return None


def _written(field: Field) -> dict[Cell, str]:
    """What stands in each cell that shows its value."""
    hidden = [mask for mask in (field.holes, field.blank) if mask is not None]
    return {
        (place[0], place[1]): short(float(value))
        for place, value in np.ndenumerate(field.values)
        if not any(mask[place] for mask in hidden)
    }


def short(value: float) -> str:
    """At most about five signs; a zero has none."""
    text = f"{value + 0.0:.0f}" if abs(value) >= 100 or value == round(value) else f"{value:.2f}"
    return (text if abs(value) >= 0.005 or value == 0 else "0.00").replace("-", "\N{MINUS SIGN}")
