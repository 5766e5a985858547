"""The training pictures closest to the current one, beside it."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QListWidget, QVBoxLayout, QWidget

from app.explore.nearest.nearest import NearestPictures
from app.session.open_model import OpenModel
from app.session.session import Session
from app.theme import GAP
from app.widgets.buttons import push_button
from app.widgets.labels import muted
from app.widgets.thumbnails import arrange_as_pictures, fit_items, picture_icon
from app.widgets.watch import Watch
from app.work.job_bar import JobBar
from app.work.missing_pictures import MissingPictures
from gan.measure.neighbours import CLOSENESS, Closeness, Neighbour
from gan.words import marked, tr

THUMBNAIL, SETTLE_MS = 60, 120
_HINT = marked(
    "Does the generator copy? Read its training pictures, and the closest ones are shown as "
    "you move. A named set that is not here is downloaded, unless an excerpt of it comes "
    "with the program."
)


class NearestPanel(QWidget):
    """Has the training pictures read when asked to, then follows the picture while it can be seen."""

    def __init__(self, session: Session, nearest: NearestPictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._nearest = session, nearest
        self.settle = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._seen = Watch(self, self._follow, False)
        self._build_ui()
        self._connect()
        self._seen.want(True)
        self._show_count()

    def _build_ui(self) -> None:
        self.closeness_box = QComboBox()
        self.closeness_box.setAccessibleName(tr("What close means"))
        for place, closeness in enumerate(CLOSENESS.values()):
            self.closeness_box.addItem(tr(closeness.title), closeness.name)
            self.closeness_box.setItemData(place, tr(closeness.explanation), Qt.ItemDataRole.ToolTipRole)
        self.read_button = push_button(tr("&Read training pictures"))
        self.read_button.setEnabled(False)
        self.job_bar = JobBar()
        self.missing = MissingPictures()
        self.words = muted(wraps=True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Nearest training pictures"))
        arrange_as_pictures(self.list, THUMBNAIL, QSize(THUMBNAIL + 8, THUMBNAIL + 26))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        for widget in (self.closeness_box, self.read_button, self.job_bar, self.missing, self.words):
            layout.addWidget(widget)
        layout.addWidget(self.list, 1)

    def _connect(self) -> None:
        self.read_button.clicked.connect(lambda: self._nearest.read(self.closeness))
        self.closeness_box.activated.connect(self._choose)
        self.settle.timeout.connect(self._nearest.ask)
        self.job_bar.follow(self._nearest.reading)
        self._nearest.changed.connect(self._show_count)
        self._nearest.found.connect(self._show_found)
        self._nearest.missing.connect(self._show_missing)
        self.missing.again.connect(lambda: self._nearest.read(self.closeness))
        self._session.rendered.connect(lambda _: self._take_picture())
        self._session.follow_model(self._take_model)

    @property
    def closeness(self) -> Closeness:
        """What close is to mean."""
        return CLOSENESS[self.closeness_box.currentData()]

    def _take_picture(self) -> None:
        """Neighbours of another picture are grey until those of this one are known."""
        self.list.setEnabled(self._nearest.is_of_here)
        self._follow(self._seen.active)

    def _follow(self, seen: bool) -> None:
        """Ask once the picture has come to rest, as long as the answer can be seen."""
        if seen:
            self.settle.start()
        else:
            self.settle.stop()

    def _take_model(self, before: OpenModel | None, now: OpenModel) -> None:
        data = self._nearest.data
        self.read_button.setEnabled(data is not None)
        self.read_button.setToolTip(tr("It is not known what this generator learned from") if data is None else data)
        for place, closeness in enumerate(CLOSENESS.values()):
            item = self.closeness_box.model().item(place)  # type: ignore[attr-defined]
            item.setEnabled(self._nearest.discriminator is not None or not closeness.needs_discriminator)

    def _choose(self) -> None:
        if self._nearest.count or self._nearest.reading.busy:
            self._nearest.read(self.closeness)

    def _show_missing(self, data: str, reason: str) -> None:
        self.words.setVisible(not self.missing.offer(data, reason))

    def _show_count(self) -> None:
        count = self._nearest.count
        self.missing.hide()
        self.words.show()
        if count:
            note = self._nearest.note
            partly = tr(" Mind: {note}. A copy of any other picture does not show.", note=note) if note else ""
            words = tr(
                "The closest of {count:,} training pictures. {explanation}{partly}",
                count=count,
                explanation=tr(self._nearest.closeness.explanation),
                partly=partly,
            )
            self.words.setText(words)
            self._follow(self._seen.active)
        else:
            self.words.setText(tr(_HINT))
            fit_items(self.list, 0, THUMBNAIL)

    def _show_found(self, found: list[Neighbour]) -> None:
        fit_items(self.list, len(found), THUMBNAIL)
        self.list.setEnabled(self._nearest.is_of_here)
        digits = self._nearest.closeness.digits
        for place, neighbour in enumerate(found):
            item = self.list.item(place)
            item.setIcon(picture_icon(neighbour.picture, THUMBNAIL))
            item.setText(f"{neighbour.distance:.{digits}f}")
            item.setToolTip(
                tr(
                    "Training picture {index}, distance {distance:.3g}",
                    index=neighbour.index,
                    distance=neighbour.distance,
                )
            )
