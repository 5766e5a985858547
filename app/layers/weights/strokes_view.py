"""The weights of one generator's last layer, the strongest as small pictures."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.layers.views.colouring import DIVERGING, Colouring
from app.layers.views.mosaic_view import MosaicView
from app.widgets.labels import muted, plain
from gan.layers.brushes import Brushes, Reach
from gan.layers.mosaic import Scaling
from gan.words import marked, tr

SHOWN = 64
TITLES = {Reach.PICTURE: marked("Brushes of linear layers"), Reach.KERNEL: marked("Kernels of convolutions")}
LESSONS = {
    Reach.PICTURE: marked(
        "Each number of the last hidden layer paints with a brush as large as the picture. No pixel moves "
        "another along: neighbours are neighbours only if all brushes happen to agree."
    ),
    Reach.KERNEL: marked(
        "Each map stamps its kernel at every place, so what is learned at one is known at all of them, and "
        "neighbouring pixels are made together."
    ),
}


class StrokesView(QWidget):
    """One half of the comparison: blue takes away, red adds, each picture on a scale of its own."""

    def __init__(self, reach: Reach, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reach = reach
        self.title = QLabel(f"<b>{tr(TITLES[reach])}</b>")
        self.name = plain()
        self.facts = muted(wraps=True)
        self.mosaic = MosaicView()
        self.mosaic.setAccessibleName(tr(TITLES[reach]))
        self.message = muted(wraps=True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for label in (self.title, self.name, muted(tr(LESSONS[reach]), wraps=True)):
            layout.addWidget(label)
        layout.addWidget(self.mosaic, 1)
        layout.addWidget(self.message, 1)
        layout.addWidget(self.facts)

    def show_brushes(self, name: str, brushes: Brushes, pixel: tuple[int, int] | None) -> None:
        """The strongest strokes, for ``pixel`` if one is chosen; ``name`` is the generator's."""
        order = brushes.order if pixel is None else brushes.order_at(*pixel)
        self.mosaic.set_maps(brushes.maps[order[:SHOWN]], Colouring(DIVERGING, Scaling.CHANNEL))
        self.name.setText(name)
        self.facts.setText(facts_text(brushes, pixel))
        self._show_mosaic(True)

    def show_message(self, text: str) -> None:
        """Why there is nothing to see."""
        self.message.setText(text)
        self.name.clear()
        self.facts.clear()
        self._show_mosaic(False)

    def _show_mosaic(self, shown: bool) -> None:
        self.mosaic.setVisible(shown)
        self.message.setVisible(not shown)


def facts_text(brushes: Brushes, pixel: tuple[int, int] | None) -> str:
    """How many weights there are, how often each is used, and what a pixel depends on."""
    count, _, height, width = brushes.strokes.shape
    shown = tr("the {shown} strongest of {count:,}", shown=min(SHOWN, count), count=count)
    if brushes.reach is Reach.KERNEL:
        return tr(
            "{weights:,} weights in {count:,} kernels of {height} × {width}, each used at {places:,} "
            "places: every pixel is made by the same ones. Shown: {shown}.",
            weights=brushes.weights,
            count=count,
            height=height,
            width=width,
            places=brushes.places,
            shown=shown,
        )
    where = "" if pixel is None else tr(" for pixel {pixel}, {pixel2}", pixel=pixel[0], pixel2=pixel[1])
    return tr(
        "{weights:,} weights, each used once: {count:,} for every one of {height} × {width} pixels, shared "
        "with no other. Shown: {shown}{where}.",
        weights=brushes.weights,
        count=count,
        height=height,
        width=width,
        shown=shown,
        where=where,
    )
