"""The panel "Weights": what a pixel depends on, in a fully connected generator and in a convolutional one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.layers.weights.partners import Found, reach_of, side_by_side
from app.layers.weights.strokes_view import StrokesView
from app.session.open_model import OpenModel
from app.session.session import Session
from app.theme import GAP
from app.widgets.buttons import push_button
from app.widgets.labels import muted
from app.widgets.pixel_view import PixelView
from app.widgets.watch import Watch
from app.work.background import Background, Job
from app.work.latest_job import LatestJob
from gan.layers.brushes import Reach
from gan.request import RenderResult
from gan.sources import ModelSource
from gan.words import marked, tr

PICTURE_WIDTH = 160
READING = marked("Reading the weights…")
NO_WEIGHTS = marked(
    "The last layer of the open generator has no weights of either kind, so there is nothing to set side by side."
)
NONE_AT_HAND = {
    Reach.PICTURE: marked(
        "No fully connected generator is at hand. Two networks on the Train page trains one beside a DCGAN; "
        "open either of the two, and both stand here."
    ),
    Reach.KERNEL: marked("No convolutional generator is at hand."),
}


class WeightsPanel(QWidget):
    """Reads files only while it can be seen; of the open generator and of a partner of the other kind."""

    twins_wanted = Signal()
    """A person wants to train both."""

    def __init__(self, session: Session, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._found: dict[Reach, Found] = {}
        self._own: Reach | None = None
        self._read_of: ModelSource | None = None
        self.reading = LatestJob(background, self)
        self._watch: Watch[ModelSource | None] = Watch(self, self._read, None)
        self._build_ui()
        self._connect()
        session.follow_model(self._take_model)

    def _build_ui(self) -> None:
        self.views = {reach: StrokesView(reach) for reach in Reach}
        self.picture = PixelView(tr("The picture appears when a model is open."))
        self.picture.setAccessibleName(tr("Picture; click a pixel, or move with the arrow keys"))
        self.picture.setFixedSize(PICTURE_WIDTH, PICTURE_WIDTH)
        self.twins_button = push_button(tr("&Train both…"), tr("Show Two networks on the Train page"))
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(self.picture)
        hint = muted(tr("Click a pixel, or press an arrow key, to see the brushes that weigh most for it."), wraps=True)
        hint.setFixedWidth(PICTURE_WIDTH)
        left.addWidget(hint)
        left.addWidget(self.twins_button)
        left.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, GAP, GAP, GAP)
        row.setSpacing(2 * GAP)
        row.addLayout(left)
        for view in self.views.values():
            row.addWidget(view, 1)

    def _connect(self) -> None:
        self.reading.succeeded.connect(self._take_found)
        self.reading.failed.connect(self._show_message)
        self._session.rendered.connect(self._take_picture)
        self._session.inspection.pixel_changed.connect(lambda _: self._show())
        self.picture.pixel_chosen.connect(self._session.inspection.choose_pixel)
        self.twins_button.clicked.connect(self.twins_wanted)

    def _take_model(self, before: OpenModel | None, now: OpenModel) -> None:
        self._own = reach_of(now.config)
        self._watch.want(now.source)

    def _read(self, source: ModelSource | None) -> None:
        """None while nobody looks."""
        if source is None or source == self._read_of:
            return
        self._read_of, self._found = source, {}
        if self._own is None:
            self.reading.forget()
            self._show_message(tr(NO_WEIGHTS))
            return
        self._show_message(tr(READING))
        self.reading.start(Job(tr("Reading the weights"), lambda _: side_by_side(source)))

    def _take_found(self, found: dict[Reach, Found]) -> None:
        self._found = found
        self._show()

    def _show(self) -> None:
        pixel = self._session.inspection.pixel
        self.picture.set_mark(pixel)
        for reach, view in self.views.items() if self._found else ():
            if reach not in self._found:
                view.show_message(tr(NONE_AT_HAND[reach]))
                continue
            name, brushes = self._found[reach]
            is_open = reach is self._own
            inside = pixel is not None and max(pixel) < brushes.strokes.shape[-1]
            view.show_brushes(tr("{name} (open)", name=name) if is_open else name, brushes, pixel if inside else None)
        self.twins_button.setVisible(bool(self._found) and Reach.PICTURE not in self._found)

    def _show_message(self, text: str) -> None:
        for view in self.views.values():
            view.show_message(text)
        self.twins_button.hide()

    def _take_picture(self, result: RenderResult) -> None:
        """Whoever has no pixel yet can choose one."""
        self.picture.set_picture(result.images[0])
        self.picture.setCursor(Qt.CursorShape.CrossCursor)
