"""Many small pictures in a plane, with zoom and pan."""

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from app.widgets.accessible import tell_role
from app.widgets.focus_ring import draw_focus_ring
from app.widgets.qimages import to_qimage
from gan.explore.latent import Latent
from gan.images import Picture
from gan.sizes import Size
from gan.words import tr

THUMBNAIL = 28
FARTHEST, CLOSEST = 1.0, 64.0
ZOOM_STEP = 1.25
PAN_STEP = 40
_NOTCH = 120


class MapView(QWidget):
    """Draws as many pictures as there is room for, and a dot for each other; more appear the closer one looks."""

    chosen = Signal(int)
    """The number of a picture that was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tell_role(self, QAccessible.Role.Graphic)
        self._places: Latent = np.zeros((0, 2), np.float32)
        self._pictures: Picture = np.zeros((0, 1, 1, 1), np.uint8)
        self._thumbnails: dict[int, QImage] = {}
        self._words = ""
        self._here = -1
        self._place: Latent | None = None
        self._zoom = FARTHEST
        self._centre = QPointF(0, 0)
        self._pressed_at: QPoint | None = None
        self._panned_to: QPoint | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Map of latent space"))
        self.setToolTip(
            tr(
                "Click a picture to go there; the ring marks the current one. Wheel, + and -: zoom. "
                "Drag, or the arrow keys: move the map. Return: go to the picture in the middle. Home: "
                "all of it."
            )
        )

    @property
    def zoom(self) -> float:
        """1 shows everything."""
        return self._zoom

    @property
    def here(self) -> int:
        """The picture that is marked, -1 for none."""
        return self._here

    @property
    def place(self) -> Latent | None:
        """Where the current picture lies, (2,), if that was told."""
        return self._place

    def show_points(self, places: Latent, pictures: Picture) -> None:
        """(N, 2) in [-1, 1] and (N, H, W, C)."""
        self._places, self._pictures = places, pictures
        self._thumbnails.clear()
        self._here, self._place = -1, None
        self.show_all()

    def show_words(self, words: str) -> None:
        """What to say while there are no points."""
        self._words = words
        self.update()

    def show_here(self, number: int) -> None:
        """Mark one picture; -1 for none."""
        self._here = number
        self.update()

    def show_place(self, place: Latent | None) -> None:
        """Mark where a picture lies that is none of these, (2,); beyond the map it is marked at its edge."""
        self._place = None if place is None else place.clip(-1, 1)
        self.update()

    def show_all(self) -> None:
        """From as far away as shows everything."""
        self._zoom, self._centre = FARTHEST, QPointF(0, 0)
        self.update()

    def on_screen(self) -> Latent:
        """Where every point is in this widget, (N, 2)."""
        return self._spots(self._places)

    def _spots(self, places: Latent) -> Latent:
        centre = np.array([self._centre.x(), self._centre.y()])
        spots: Latent = (places * [1, -1] - centre) * self._scale + [self.width() / 2, self.height() / 2]
        return spots

    def pictured(self) -> list[int]:
        """The points that are drawn as pictures: the first in each square of the map that is one picture large."""
        spots = self.on_screen()
        half = THUMBNAIL / 2
        inside = (spots > -half).all(axis=1) & (spots < [self.width() + half, self.height() + half]).all(axis=1)
        numbers = np.flatnonzero(inside)
        # Squares belong to the map, not to the screen, so that pictures do not flicker while it is moved.
        squares = np.floor(self._places[numbers] * self._scale / THUMBNAIL).astype(int)
        first = np.unique(squares, axis=0, return_index=True)[1]
        return [int(number) for number in np.sort(numbers[first])]

    def sizeHint(self) -> QSize:
        return QSize(300, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 120)

    @property
    def _scale(self) -> float:
        """Pixels for one unit of the map."""
        return self._zoom * max(min(self.width(), self.height()) - 1.5 * THUMBNAIL, 1) / 2

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = self._panned_to = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._pressed_at is None or self._panned_to is None:
            return
        if self._panned_to != self._pressed_at or self._is_drag(place):
            self._pan(place - self._panned_to)
            self._panned_to = place

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is not None and self._panned_to == self._pressed_at:
            self._choose_at(event.position())
        self._pressed_at = self._panned_to = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._zoom_by(ZOOM_STEP ** (event.angleDelta().y() / _NOTCH), event.position())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        middle = QPointF(self.width() / 2, self.height() / 2)
        ways = {Qt.Key.Key_Left: (1, 0), Qt.Key.Key_Right: (-1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}
        if event.key() in ways:
            self._pan(QPoint(*ways[Qt.Key(event.key())]) * PAN_STEP)
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._zoom_by(ZOOM_STEP, middle)
        elif event.key() == Qt.Key.Key_Minus:
            self._zoom_by(1 / ZOOM_STEP, middle)
        elif event.key() == Qt.Key.Key_Home:
            self.show_all()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose_at(middle)
        else:
            super().keyPressEvent(event)

    def _is_drag(self, place: QPoint) -> bool:
        assert self._pressed_at is not None
        return (place - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()

    def _pan(self, by: QPoint) -> None:
        self._centre -= QPointF(by) / self._scale
        self._keep_in_view()

    def _zoom_by(self, factor: float, around: QPointF) -> None:
        """What is at ``around`` stays there."""
        offset = around - QPointF(self.width() / 2, self.height() / 2)
        before = self._centre + offset / self._scale
        self._zoom = min(max(self._zoom * factor, FARTHEST), CLOSEST)
        self._centre = before - offset / self._scale
        self._keep_in_view()

    def _keep_in_view(self) -> None:
        """The middle of the view stays on the map, and seen from farthest away the map is in the middle."""
        reach = 1 - FARTHEST / self._zoom
        self._centre = QPointF(*(min(max(v, -reach), reach) for v in (self._centre.x(), self._centre.y())))
        self.update()

    def _choose_at(self, place: QPointF) -> None:
        number = self.number_at(place)
        if number is not None:
            self.chosen.emit(number)

    def number_at(self, place: QPointF) -> int | None:
        """The picture there, else the closest point; None while there are none."""
        if not len(self._places):
            return None
        distances = np.abs(self.on_screen() - [place.x(), place.y()]).max(axis=1)
        pictured = self.pictured()
        under = [number for number in reversed(pictured) if distances[number] <= THUMBNAIL / 2]
        return under[0] if under else int(distances.argmin())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.Base))
        if len(self._places):
            self._draw_points(painter)
        else:
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(16, 16, -16, -16), flags, self._words)
        draw_focus_ring(painter, self)

    def _draw_points(self, painter: QPainter) -> None:
        palette = self.palette()
        spots = self.on_screen()
        painter.setPen(QPen(palette.color(QPalette.ColorRole.PlaceholderText), 2))
        painter.drawPoints(QPolygonF([QPointF(x, y) for x, y in spots.tolist()]))
        for number in self.pictured():
            self._draw_thumbnail(painter, spots, number)
        if 0 <= self._here < len(spots):
            place = self._draw_thumbnail(painter, spots, self._here)
            painter.setPen(QPen(QColor(palette.color(QPalette.ColorRole.Highlight)), 3))
            painter.drawRect(place)
        elif self._place is not None:
            self._draw_place(painter)

    def _draw_thumbnail(self, painter: QPainter, spots: Latent, number: int) -> QRectF:
        """Where it is drawn."""
        image = self._thumbnail(number)
        place = _around(spots[number], Size(image.width(), image.height()))
        painter.drawImage(place, image)
        return place

    def _draw_place(self, painter: QPainter) -> None:
        """A ring, as the picture itself is not on the map."""
        spot = QPointF(*self._spots(self._place[None])[0].tolist()) if self._place is not None else QPointF()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((self.palette().color(QPalette.ColorRole.Base), 6), (self._accent, 3)):
            painter.setPen(QPen(colour, width))
            painter.drawEllipse(spot, THUMBNAIL / 3, THUMBNAIL / 3)

    @property
    def _accent(self) -> QColor:
        return self.palette().color(QPalette.ColorRole.Highlight)

    def _thumbnail(self, number: int) -> QImage:
        if number not in self._thumbnails:
            self._thumbnails[number] = to_qimage(self._pictures[number])
        return self._thumbnails[number]


def _around(spot: Latent, picture: Size) -> QRectF:
    width, height = picture.within(Size(THUMBNAIL, THUMBNAIL))
    return QRectF(float(spot[0]) - width / 2, float(spot[1]) - height / 2, width, height)
