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

        ``order`` says which channel each tile shows; without it tile 0 shows channel 0, and so on.
        """
        gap = tiling.gap
        for index in tiles:
            target = QRect(*tiling.corner(index), *tiling.tile)
            painter.fillRect(target.adjusted(-gap, -gap, gap, gap), frame)
            painter.drawImage(target, self._image, self._source(index if order is None else order[index]))

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
