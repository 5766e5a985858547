"""Where a grid's maps come from: the current z, A, B, or the difference of the two."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.layers.channels.points import Point
from app.session.session import Session
from app.session.wanted import Wanted
from app.widgets.watch import Watch
from gan.layers.mosaic import Maps
from gan.request import RenderResult

OWNER = "channels"


class ChannelSource(QObject):
    """Watches layers of ``session`` at the chosen point only, as long as ``panel`` can be seen."""

    changed = Signal()
    """There are newer maps."""

    def __init__(self, session: Session, panel: QWidget) -> None:
        super().__init__(panel)
        self._session = session
        self._layers: tuple[str, ...] = ()
        self._live: RenderResult | None = None
        self._ends: RenderResult | None = None
        self.point = Point.CURRENT
        self._watch: Watch[tuple[str, ...]] = Watch(panel, self._tell, ())
        session.rendered.connect(self._take_live)
        session.interpolation.rendered.connect(self._take_ends)

    def watch(self, layers: tuple[str, ...]) -> None:
        """Have the maps of ``layers`` made."""
        self._layers = tuple(dict.fromkeys(layers))
        self._watch.want(self._layers)

    def set_point(self, point: Point) -> None:
        """Look at another point."""
        self.point = point
        self._watch.want(self._layers)

    def forget(self) -> None:
        """Another generator is open."""
        self._live = self._ends = None

    def maps(self, layer: str) -> Maps | None:
        """(C, H, W) of ``layer``, None until they are there."""
        result = self._live if self.point is Point.CURRENT else self._ends
        if result is None or layer not in result.maps:
            return None
        maps = result.maps[layer]
        if self.point is Point.DIFFERENCE:
            difference: Maps = maps[1] - maps[0]
            return difference
        return maps[1 if self.point is Point.B else 0]

    def _tell(self, layers: tuple[str, ...]) -> None:
        live = self.point is Point.CURRENT
        self._session.watch(OWNER, Wanted(layers if live else ()))
        self._session.interpolation.watch(() if live else layers)

    def _take_live(self, result: RenderResult) -> None:
        if self._watch.active:
            self._live = result
            if self.point is Point.CURRENT:
                self.changed.emit()

    def _take_ends(self, result: RenderResult) -> None:
        if self._watch.active:
            self._ends = result
            if self.point is not Point.CURRENT:
                self.changed.emit()
