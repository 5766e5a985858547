"""The length of z against the shell on which random points lie; dragged, it scales z (truncation)."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.theme import CURVES
from app.widgets.accessible import Value, tell_role, tell_value
from app.widgets.shell import SPREADS
from gan.explore.latent import usual_length
from gan.model.architecture import Distribution
from gan.words import marked, tr

FARTHEST = 1.6
"""How far the bar reaches, in radii of the shell."""
STEP = 0.02
_RADIUS, _PADDING, _SAMPLES = 5.0, 7.0, 80
_TIP = marked(
    "The length of z. The hill shows the lengths of random points, around the square root of "
    "{root}, where the generator was trained. Drag, or press Left and Right, to scale z: "
    "shorter is more typical, less varied (truncation). Double click or Home: the usual "
    "length."
)
_ROOTS = {
    Distribution.NORMAL: marked("the number of dimensions"),
    Distribution.UNIFORM: marked("a third of the number of dimensions"),
}


class NormBar(QWidget):
    """A slider from 0 to beyond the shell, above it how likely each length is for a random point."""

    moved = Signal(float)
    """The length that is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        reach = Value(lambda: self._norm, lambda: 0.0, lambda: FARTHEST * self._shell, self._want)
        tell_role(self, QAccessible.Role.Slider, reach)
        self._norm, self._shell = 0.0, 1.0
        self._shown = (0, Distribution.NORMAL)
        self._density = np.zeros(_SAMPLES)
        self._drawn = QPixmap()
        self._drawn_for: tuple[object, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Length of z"))
        self.setToolTip(tr(_TIP).format(root=tr(_ROOTS[Distribution.NORMAL])))

    def show_norm(self, norm: float, z_dim: int, distribution: Distribution = Distribution.NORMAL) -> None:
        """z has length ``norm`` and ``z_dim`` dimensions; random points are drawn from ``distribution``."""
        if self._shown != (z_dim, distribution):
            self._shown, self._shell = (z_dim, distribution), usual_length(z_dim, distribution)
            self._density = _density(np.linspace(0, FARTHEST * self._shell, _SAMPLES), z_dim, distribution)
            self.setToolTip(tr(_TIP).format(root=tr(_ROOTS[distribution])))
        self._norm = norm
        self.setAccessibleDescription(tr("{norm:.2f}, typical is {shell:.1f}", norm=norm, shell=self._shell))
        tell_value(self, norm)
        self.update()

    def x_of(self, length: float) -> float:
        """Where ``length`` is; beyond the end it is at the end."""
        share = min(length / (FARTHEST * self._shell), 1.0)
        return _PADDING + share * (self.width() - 2 * _PADDING)

    def sizeHint(self) -> QSize:
        return QSize(160, 30)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 30)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._drag(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._drag(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.moved.emit(self._shell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageDown: -5, Qt.Key.Key_PageUp: 5}
        if event.key() in steps:
            self._want(self._norm + steps[Qt.Key(event.key())] * STEP * self._shell)
        elif event.key() == Qt.Key.Key_Home:
            self.moved.emit(self._shell)
        else:
            super().keyPressEvent(event)

    def _drag(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            share = (event.position().x() - _PADDING) / max(self.width() - 2 * _PADDING, 1.0)
            self._want(share * FARTHEST * self._shell)

    def _want(self, length: float) -> None:
        """Never quite 0, from where there is no way back."""
        self.moved.emit(min(max(length, STEP * self._shell), max(FARTHEST * self._shell, self._norm)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        base = self.height() - _PADDING
        painter.drawPixmap(0, 0, self._ground())
        accent = palette.color(QPalette.ColorRole.Highlight)
        outline = QPen(palette.color(QPalette.ColorRole.Text), 2) if self.hasFocus() else QPen(accent)
        painter.setPen(outline)
        painter.setBrush(accent)
        painter.drawEllipse(QPointF(self.x_of(self._norm), base), _RADIUS, _RADIUS)

    def _ground(self) -> QPixmap:
        """All but the handle, drawn once for each size, colour and latent space: z moves far more often."""
        groove_colour, ratio = self.palette().color(QPalette.ColorRole.Mid), self.devicePixelRatioF()
        drawn_for = (self._shell, self.size().toTuple(), ratio, groove_colour.rgba())
        if drawn_for != self._drawn_for:
            self._drawn_for, self._drawn = drawn_for, QPixmap(self.size() * ratio)
            self._drawn.setDevicePixelRatio(ratio)
            self._drawn.fill(Qt.GlobalColor.transparent)
            self._draw_ground(groove_colour)
        return self._drawn

    def _draw_ground(self, groove_colour: QColor) -> None:
        painter = QPainter(self._drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        base = self.height() - _PADDING
        self._draw_hill(painter, base)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(groove_colour)
        painter.drawRoundedRect(QRectF(_PADDING, base - 2, self.width() - 2 * _PADDING, 4), 2, 2)
        painter.end()

    def _draw_hill(self, painter: QPainter, base: float) -> None:
        room = QRectF(_PADDING, 2, self.width() - 2 * _PADDING, base - 2)
        xs = np.linspace(room.left(), room.right(), _SAMPLES)
        hill = [QPointF(x, base - y * room.height()) for x, y in zip(xs, self._density, strict=True)]
        colour = QColor(CURVES["d_real"])
        painter.setPen(QPen(colour, 1))
        colour.setAlphaF(0.35)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([QPointF(room.left(), base), *hill, QPointF(room.right(), base)]))


def _density(lengths: np.ndarray, z_dim: int, distribution: Distribution) -> np.ndarray:
    """How likely a random point has each of ``lengths``, 1 for the likeliest; roughly, if it is drawn uniformly."""
    if distribution is Distribution.UNIFORM:
        return np.exp(-((lengths - usual_length(z_dim, distribution)) ** 2) / (2 * SPREADS[distribution] ** 2))
    with np.errstate(divide="ignore", invalid="ignore"):
        logarithm = (z_dim - 1) * np.log(lengths) - lengths**2 / 2 if z_dim > 1 else -(lengths**2) / 2
    return np.exp(logarithm - logarithm.max())
