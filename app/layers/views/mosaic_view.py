"""A small picture of a few channels, without scrolling or pointing."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.layers.views.colouring import Colouring
from app.layers.views.tile_sheet import TileSheet
from app.layers.views.tiling import fit_tiles
from gan.layers.mosaic import Maps, map_size
from gan.sizes import Size

_GAP = 2


class MosaicView(QWidget):
    """Shows all given channels in whatever space there is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._maps: Maps | None = None
        self._sheet: TileSheet | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def maps(self) -> Maps | None:
        """What is shown, (C, H, W)."""
        return self._maps

    def set_maps(self, maps: Maps, colouring: Colouring) -> None:
        """Show (C, H, W) ``maps``."""
        self._maps, self._sheet = maps, TileSheet(maps, colouring)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(112, 112)

    def minimumSizeHint(self) -> QSize:
        return QSize(48, 48)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._maps is None or self._sheet is None:
            return
        count, field = len(self._maps), Size(self.width(), self.height())
        tiling = fit_tiles(count, map_size(self._maps), field, _GAP, smallest=1)
        painter = QPainter(self)
        self._sheet.draw(painter, tiling, range(count), self.palette().color(QPalette.ColorRole.Mid))
