"""The gaps between the pictures of a grid that was read from a file."""

from PySide6.QtGui import QColor, QImage, QPainter

from gan.images import GRID_GAP
from gan.sizes import Size


def with_gaps(grid: QImage, tile: Size | None, colour: QColor) -> QImage:
    """``grid`` of pictures of the size ``tile``, its gaps in ``colour``: files have them white."""
    if grid.isNull() or tile is None:
        return grid
    coloured = grid.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(coloured)
    for x in range(tile.width, coloured.width(), tile.width + GRID_GAP):
        painter.fillRect(x, 0, GRID_GAP, coloured.height(), colour)
    for y in range(tile.height, coloured.height(), tile.height + GRID_GAP):
        painter.fillRect(0, y, coloured.width(), GRID_GAP, colour)
    painter.end()
    return coloured
