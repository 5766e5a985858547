"""The training pictures closest to the current one, beside it."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QLabel, QListView, QListWidget, QPushButton, QVBoxLayout, QWidget

from app.session.open_model import OpenModel
from app.session.session import Session
from app.theme import GAP
from app.widgets.thumbnails import fit_items, picture_icon
from app.work.background import Job
from app.work.job_bar import JobBar
from gan.images import Picture
from gan.measure.neighbours import CLOSENESS, Closeness, Neighbour
from gan.request import RenderResult

THUMBNAIL, SETTLE_MS = 60, 120
_HINT = (
    "Does the generator copy? Read the pictures that it learned from, and the closest ones are shown as you move. "
    "A named set that is not on this computer is downloaded."
)


class MemoryPanel(QWidget):
    """Reads the training pictures when asked to, then follows the picture."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._memory = session.memory
        self._picture: Picture | None = None
        self._settle = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._build_ui()
        self._connect()
        self._take_model(session.model)

    def _build_ui(self) -> None:
        self.closeness_box = QComboBox()
        self.closeness_box.setAccessibleName("What close means")
        for row, closeness in enumerate(CLOSENESS.values()):
            self.closeness_box.addItem(closeness.title, closeness.name)
            self.closeness_box.setItemData(row, closeness.explanation, Qt.ItemDataRole.ToolTipRole)
        self.load_button = QPushButton("&Read training pictures")
        self.job_bar = JobBar()
        self.words = QLabel(_HINT)
        self.words.setWordWrap(True)
        self.words.setProperty("muted", True)
        self.list = QListWidget()
        self.list.setAccessibleName("Nearest training pictures")
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setIconSize(QSize(THUMBNAIL, THUMBNAIL))
        self.list.setGridSize(QSize(THUMBNAIL + 8, THUMBNAIL + 26))
        self.list.setMovement(QListView.Movement.Static)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        for widget in (self.closeness_box, self.load_button, self.job_bar, self.words):
            layout.addWidget(widget)
        layout.addWidget(self.list, 1)

    def _connect(self) -> None:
        self.load_button.clicked.connect(self._load)
        self.closeness_box.activated.connect(self._choose)
        self._settle.timeout.connect(self._ask)
        self._memory.loading.connect(self._show_loading)
        self._memory.ready.connect(self._show_ready)
        self._memory.found.connect(self._show_found)
        self._session.rendered.connect(self._take_picture)
        self._session.model_changed.connect(self._take_model)

    @property
    def closeness(self) -> Closeness:
        """What close means."""
        return CLOSENESS[self.closeness_box.currentData()]

    def showEvent(self, event: QShowEvent) -> None:
        self._settle.start()

    def _take_model(self, model: OpenModel | None) -> None:
        """Snapshots of one run have learned from the same pictures, which stay at hand."""
        data = None if model is None else model.data
        self.load_button.setEnabled(data is not None)
        self.load_button.setToolTip("It is not known what this generator learned from" if data is None else data)
        has_discriminator = model is not None and discriminator_of(model) is not None
        for row, closeness in enumerate(CLOSENESS.values()):
            item = self.closeness_box.model().item(row)  # type: ignore[attr-defined]
            item.setEnabled(has_discriminator or not closeness.needs_discriminator)
        if not self._memory.is_ready:
            self._show_nothing()

    def _choose(self) -> None:
        if self._memory.is_ready:
            self._load()

    def _load(self) -> None:
        model = self._session.model
        data = None if model is None else model.data
        if model is not None and data is not None:
            self._memory.load(data, model.config, self.closeness, discriminator_of(model))

    def _take_picture(self, result: RenderResult) -> None:
        self._picture = result.images[0]
        self._settle.start()

    def _ask(self) -> None:
        if self.isVisible() and self._picture is not None:
            self._memory.ask(self._picture)

    def _show_nothing(self) -> None:
        fit_items(self.list, 0, THUMBNAIL)
        self.words.setText(_HINT)

    def _show_loading(self, job: Job) -> None:
        self._show_nothing()
        self.job_bar.watch(job)

    def _show_ready(self, count: int) -> None:
        self.words.setText(f"The closest of {count:,} training pictures. {self.closeness.explanation}")
        self._ask()

    def _show_found(self, found: list[Neighbour]) -> None:
        fit_items(self.list, len(found), THUMBNAIL)
        for place, neighbour in enumerate(found):
            item = self.list.item(place)
            item.setIcon(picture_icon(neighbour.picture, THUMBNAIL))
            item.setText(f"{neighbour.distance:.{self.closeness.digits}f}")
            item.setToolTip(f"Training picture {neighbour.index}, distance {neighbour.distance:.3g}")


def discriminator_of(model: OpenModel) -> Path | None:
    """The discriminator of the run that a generator belongs to, if it was kept."""
    run = model.source.run
    return run.discriminator_path if run is not None and run.discriminator_path.is_file() else None
