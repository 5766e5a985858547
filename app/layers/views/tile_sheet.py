"""All channels of a layer as one Qt image, from which tiles are drawn."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from app.layers.views.colouring import Colouring, qt_colour_table
from app.layers.views.tiling import Tiling
from gan.images import Picture, grid
from gan.layers.mosaic import Maps, columns_for


class TileSheet:
    """The coloured channels of (C, H, W) ``maps``, drawn with crisp pixels."""

    def __init__(self, maps: Maps, colouring: Colouring) -> None:
        count, self._height, self._width = maps.shape
        # Near square: Qt's fixed-point scaling fails in images with a side beyond 32767.
        self._columns = columns_for(count, self._height / self._width)
        indices = grid(colouring.indices(maps)[..., None], self._columns, gap=0)[..., 0]
        self._image = _coloured(indices, colouring)

    def draw(
        self, painter: QPainter, tiling: Tiling, tiles: range, frame: QColor, order: Sequence[int] | None = None
    ) -> None:
        """Draw ``tiles`` where ``tiling`` puts them, with the gaps around them in the colour ``frame``.

        ``tiles`` begin with a row. ``order`` says which channel each shows; without it tile 0 shows channel 0, and so
        on.
        """
        (width, height), gap, across = tiling.tile, tiling.gap, tiling.pitch.width
        for start in range(tiles.start, tiles.stop, tiling.columns):
            (x, y), row = tiling.corner(start), range(start, min(start + tiling.columns, tiles.stop))
            painter.fillRect(x - gap, y - gap, len(row) * across + gap, height + 2 * gap, frame)
            for place, index in enumerate(row):
                source = self._source(index if order is None else order[index])
                painter.drawImage(QRect(x + place * across, y, width, height), self._image, source)

    def _source(self, index: int) -> QRect:
        row, column = divmod(index, self._columns)
        return QRect(column * self._width, row * self._height, self._width, self._height)


def _coloured(indices: Picture, colouring: Colouring) -> QImage:
    height, width = indices.shape
    pixels = np.ascontiguousarray(indices)
    image = QImage(pixels.data, width, height, width, QImage.Format.Format_Indexed8)
    image.setColorTable(qt_colour_table(colouring.colour_map))
    # One conversion now is much faster than one in every drawImage; the result also owns its pixels.
    return image.convertToFormat(QImage.Format.Format_RGB32)
