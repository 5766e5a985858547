"""Why slerp: the length of z along a path, against the shell that random points lie on."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from app.theme import CURVES
from app.widgets.accessible import tell_role
from app.widgets.shell import SPREADS
from gan.explore.latent import usual_length
from gan.explore.paths import LatentPath
from gan.model.architecture import Distribution
from gan.words import tr

SAMPLES = 96
_WIDE = 2.0


class NormPlot(QWidget):
    """The length of z from the start of the path to its end; the band is where random points lie."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tell_role(self, QAccessible.Role.Chart)
        self._norms = np.zeros(0)
        self._shell, self._spread, self._share = 0.0, 0.0, 0.0
        self.setAccessibleName(tr("Length of z along the path"))
        self.setToolTip(
            tr(
                "The length of z along the path. The band holds random points, where the generator was "
                "trained. A straight line dips below it; a great circle stays on it."
            )
        )

    @property
    def lowest(self) -> float:
        """The shortest z on the path over the radius of the shell; 1 without a path."""
        return float(self._norms.min() / self._shell) if len(self._norms) else 1.0

    def show_path(self, path: LatentPath | None, distribution: Distribution = Distribution.NORMAL) -> None:
        """Draw another path, through a latent space of ``distribution``."""
        if path is None:
            self._norms = np.zeros(0)
        else:
            times = np.linspace(0, path.duration, SAMPLES)
            self._norms = np.array([np.linalg.norm(path.at(time)) for time in times[:-1]])
            self._shell, self._spread = usual_length(len(path.keyframes[0].z), distribution), SPREADS[distribution]
        self.setAccessibleDescription(self._told)
        self.update()

    @property
    def _told(self) -> str:
        if not len(self._norms):
            return ""
        low, high = self._norms.min(), self._norms.max()
        return tr("{low:.1f} to {high:.1f}, typical is {shell:.1f}", low=low, high=high, shell=self._shell)

    def show_share(self, share: float) -> None:
        """Mark a place on the path, from 0 to 1."""
        self._share = share
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 64)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 48)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid)))
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(frame, 3, 3)
        if not len(self._norms):
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, tr("length of z"))
            return
        self._draw_shell(painter, frame)
        self._draw_curve(painter, frame)

    def _draw_shell(self, painter: QPainter, frame: QRectF) -> None:
        colour = QColor(CURVES["d_real"])
        colour.setAlphaF(0.35)
        top, bottom = (self._y(self._shell + side * _WIDE * self._spread, frame) for side in (1, -1))
        painter.fillRect(QRectF(frame.left() + 1, top, frame.width() - 2, bottom - top), colour)

    def _draw_curve(self, painter: QPainter, frame: QRectF) -> None:
        xs = np.linspace(frame.left() + 3, frame.right() - 3, len(self._norms))
        points = [QPointF(x, self._y(norm, frame)) for x, norm in zip(xs, self._norms, strict=True)]
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Text), 1))
        x = frame.left() + 3 + self._share * (frame.width() - 6)
        painter.drawLine(QPointF(x, frame.top() + 2), QPointF(x, frame.bottom() - 2))

    def _y(self, norm: float, frame: QRectF) -> float:
        """From 0 at the bottom to a little beyond the longest at the top."""
        top = max(float(self._norms.max()), self._shell + _WIDE * self._spread) * 1.1
        return frame.bottom() - 2 - norm / top * (frame.height() - 4)
