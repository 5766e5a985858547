"""The gaps between the pictures of a grid that was read from a file."""

from PySide6.QtGui import QColor, QImage, QPainter

from gan.images import GRID_GAP
from gan.sizes import Size


def with_gaps(grid: QImage, tile: Size | None, count: int, colour: QColor) -> QImage:
    """``grid`` of ``count`` pictures of size ``tile``, with ``colour`` for its gaps and free cells: white in files."""
    if grid.isNull() or tile is None:
        return grid
    coloured = grid.convertToFormat(QImage.Format.Format_RGB32)
    across, down = tile.width + GRID_GAP, tile.height + GRID_GAP
    painter = QPainter(coloured)
    for x in range(tile.width, coloured.width(), across):
        painter.fillRect(x, 0, GRID_GAP, coloured.height(), colour)
    for y in range(tile.height, coloured.height(), down):
        painter.fillRect(0, y, coloured.width(), GRID_GAP, colour)
    columns, rows = (
        (side + GRID_GAP) // step for side, step in ((coloured.width(), across), (coloured.height(), down))
    )
    for cell in range(count, columns * rows):
        row, column = divmod(cell, columns)
        painter.fillRect(column * across, row * down, tile.width, tile.height, colour)
    painter.end()
    return coloured
