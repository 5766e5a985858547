"""What is drawn over the tiles of a grid: what is edited, pinned, selected, current and pointed at."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.theme import ERROR, WARNING

_DOT = 3.0


@dataclass(frozen=True)
class Marks:
    """Channels that are muted, have another gain (or are edited in a region), or are pinned."""

    muted: frozenset[int] = frozenset()
    changed: frozenset[int] = frozenset()
    pinned: frozenset[int] = frozenset()

    @property
    def channels(self) -> frozenset[int]:
        """All that are marked."""
        return self.muted | self.changed | self.pinned

    def draw(self, painter: QPainter, channel: int, tile: QRect) -> None:
        """A stroke through muted tiles, a dot in a corner of changed and of pinned ones."""
        if channel in self.muted:
            painter.setPen(QPen(QColor(ERROR), 2))
            painter.drawLine(tile.bottomLeft(), tile.topRight())
        elif channel in self.changed:
            _dot(painter, QPointF(tile.right() - 5.0, tile.top() + 6.0), QColor(ERROR))
        if channel in self.pinned:
            _dot(painter, QPointF(tile.left() + 6.0, tile.top() + 6.0), QColor(WARNING))


def outline(painter: QPainter, tile: QRect, colour: QColor, width: int) -> None:
    """A frame in the gap around ``tile``."""
    pen = QPen(colour, width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(tile.adjusted(-1, -1, 1, 1))


def _dot(painter: QPainter, centre: QPointF, colour: QColor) -> None:
    painter.setPen(QPen(QColor("white"), 1))
    painter.setBrush(colour)
    painter.drawEllipse(centre, _DOT, _DOT)
