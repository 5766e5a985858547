"""How the discriminator's scores of generated and of real pictures are spread, with a line that can be dragged."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.theme import CURVES, GAP
from app.widgets.accessible import Value, tell_role, tell_value
from app.widgets.focus_ring import draw_focus_ring
from gan.explore.acceptance import Scores
from gan.words import tr

BINS, KEY_STEPS = 60, 100
FAKE, REAL = CURVES["d_fake"], CURVES["d_real"]
"""As in the curves of a run."""
_CUT = 0.1
"""Percent at each end that may lie outside, so that a single score does not make all others narrow."""
_MARGIN = 0.05


class ScoreHistogram(QWidget):
    """Bars for generated pictures, an outline for real ones; the line is where every second picture is kept."""

    threshold_moved = Signal(float)
    """A person has put the line at this score."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = Value(lambda: self._threshold or 0.0, lambda: self._ends[0], lambda: self._ends[1], self._move_to)
        tell_role(self, QAccessible.Role.Slider, line)
        self._fake: Scores = np.zeros(0)
        self._real: Scores = np.zeros(0)
        self._ends = (0.0, 1.0)
        self._threshold: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Scores of generated and of real pictures"))
        self.setToolTip(
            tr(
                "How often each score is given, higher ones to the right. Drag the line, or press Left "
                "and Right: most pictures right of it are kept, most left of it turned away"
            )
        )

    @property
    def threshold(self) -> float | None:
        """Where the line is; None without one."""
        return self._threshold

    def show_scores(self, fake: Scores, real: Scores | None) -> None:
        """Count scores (N,) of generated pictures and, if they are known, of real ones; without any it is empty."""
        self._fake, self._real = fake, np.zeros(0) if real is None else real
        both = np.concatenate([self._fake, self._real])
        low, high = np.percentile(both, [_CUT, 100 - _CUT]) if len(both) else (0.0, 1.0)
        margin = _MARGIN * (high - low) or 0.5
        self._ends = (float(low - margin), float(high + margin))
        self.update()

    def show_threshold(self, score: float | None) -> None:
        """Put the line at ``score``; None takes it away."""
        self._threshold = score
        told = "" if score is None else tr("line at a score of {score:.2f}", score=score)
        self.setAccessibleDescription(told)
        tell_value(self, score or 0.0)
        self.update()

    def x_of(self, score: float) -> float:
        """Where ``score`` is, in pixels; outside of the widget if it is beyond the ends."""
        low, high = self._ends
        return (score - low) / (high - low) * self.width()

    def sizeHint(self) -> QSize:
        return QSize(300, 96)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._drag(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._drag(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if steps is None or self._threshold is None:
            super().keyPressEvent(event)
        else:
            self._move_to(self._threshold + steps * (self._ends[1] - self._ends[0]) / KEY_STEPS)

    def _drag(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self._threshold is not None:
            low, high = self._ends
            self._move_to(low + event.position().x() / max(1, self.width()) * (high - low))

    def _move_to(self, score: float) -> None:
        self.threshold_moved.emit(min(max(score, self._ends[0]), self._ends[1]))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        fake, real = (self._heights(scores) for scores in (self._fake, self._real))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_see_through(FAKE))
        width = self.width() / BINS
        for index, height in enumerate(fake):
            painter.drawRect(QRectF(index * width, self.height() - height, max(1.0, width - 1), height))
        painter.setPen(QPen(QColor(REAL), 2))
        corners = [(index + side, height) for index, height in enumerate(real) for side in (0, 1)]
        painter.drawPolyline([QPointF(x * width, self.height() - height) for x, height in corners])
        self._paint_legend(painter)
        self._paint_line(painter)
        draw_focus_ring(painter, self)

    def _heights(self, scores: Scores) -> list[float]:
        """Of the bars, in pixels; the highest of each kind leaves a little above it."""
        counts, _ = np.histogram(scores, BINS, self._ends)
        return [float(count) / max(1, counts.max()) * (self.height() - GAP) for count in counts] if len(scores) else []

    def _paint_legend(self, painter: QPainter) -> None:
        x, metrics = GAP, painter.fontMetrics()
        for text, colour, scores in ((tr("generated"), FAKE, self._fake), (tr("real"), REAL, self._real)):
            if len(scores):
                painter.setPen(QColor(colour))
                painter.drawText(x, GAP // 2 + metrics.ascent(), text)
                x += metrics.horizontalAdvance(text) + 2 * GAP

    def _paint_line(self, painter: QPainter) -> None:
        if self._threshold is not None:
            x = min(max(self.x_of(self._threshold), 1.0), self.width() - 1.0)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Text), 2))
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))


def _see_through(name: str) -> QColor:
    colour = QColor(name)
    colour.setAlpha(150)
    return colour
