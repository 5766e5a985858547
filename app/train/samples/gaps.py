"""The gaps between the pictures of a grid that was read from a file."""

from PySide6.QtGui import QColor, QImage, QPainter

from gan.images import GRID_GAP


def with_gaps(grid: QImage, tile: int, colour: QColor) -> QImage:
    """``grid`` of pictures with ``tile`` pixels on each side, its gaps in ``colour``: files have them white."""
    if grid.isNull() or not tile:
        return grid
    coloured = grid.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(coloured)
    for x in range(tile, coloured.width(), tile + GRID_GAP):
        painter.fillRect(x, 0, GRID_GAP, coloured.height(), colour)
    for y in range(tile, coloured.height(), tile + GRID_GAP):
        painter.fillRect(0, y, coloured.width(), GRID_GAP, colour)
    painter.end()
    return coloured
