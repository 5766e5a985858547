"""The latent pad: two directions at once, under the mouse."""

import numpy as np
from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app.explore.pad.pad_view import PadView, cell_positions
from app.session.render_service import Slot
from app.session.session import Endpoint, Session
from app.theme import GAP
from gan.errors import UsageError
from gan.explore.latent import Latent
from gan.explore.planes import Plane, random_directions
from gan.images import Picture

SETTLE_MS = 250


class PadPanel(QWidget):
    """Chooses the two directions: random ones, found ones, or dimensions of z."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._plane: Plane | None = None
        self._seed = 0
        self._settle = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._build_ui()
        self._connect()
        self._offer()

    def _build_ui(self) -> None:
        self.boxes = (_choice("Direction across"), _choice("Direction up"))
        self.random_button = QToolButton()
        self.random_button.setText("&Others")
        self.random_button.setToolTip("Draw two other random directions, at right angles to each other")
        self.view = PadView()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        row = QHBoxLayout()
        row.setSpacing(GAP // 2)
        for arrow, box in zip("→↑", self.boxes, strict=True):
            row.addWidget(QLabel(arrow))
            row.addWidget(box, 1)
        row.addWidget(self.random_button)
        layout.addLayout(row)
        layout.addWidget(self.view, 1)

    def _connect(self) -> None:
        session = self._session
        for box in self.boxes:
            box.currentIndexChanged.connect(self._choose)
        self.random_button.clicked.connect(self._draw_others)
        self.view.moved.connect(self._move)
        self._settle.timeout.connect(self._draw)
        session.z_changed.connect(self._show_point)
        session.directions.changed.connect(self._offer)
        session.model_changed.connect(lambda _: self._offer())
        session.endpoint_changed.connect(lambda _: self._show_marks())
        session.sheets.rendered.connect(self._show_pictures)

    def showEvent(self, event: QShowEvent) -> None:
        self._settle.start()

    def _offer(self) -> None:
        """Random directions first, then the found ones, then the dimensions; what was chosen stays chosen."""
        directions, z_dim = self._session.directions.current, len(self._session.z)
        found = directions.names if directions is not None else ()
        titles = [*(["Random 1", "Random 2"] if z_dim > 1 else []), *found, *(f"Dimension {i}" for i in range(z_dim))]
        for usual, box in enumerate(self.boxes):
            before = box.currentText()
            with QSignalBlocker(box):
                box.clear()
                box.addItems(titles)
                chosen = box.findText(before)
                box.setCurrentIndex(chosen if chosen >= 0 else min(usual, box.count() - 1))
        self._choose()

    def _draw_others(self) -> None:
        self._seed += 1
        for index, box in enumerate(self.boxes):
            box.setCurrentIndex(index)
        self._choose()

    def _choose(self) -> None:
        self._plane, words = None, "Open a model first"
        vectors = self._offered_vectors()
        if len(vectors) > 1:
            try:
                self._plane = Plane(vectors[[box.currentIndex() for box in self.boxes]])
            except UsageError as error:
                words = str(error).capitalize()
        self.view.show_pictures(None)
        self.view.show_position(None, words)
        self._show_marks()
        self._show_point(self._session.z)

    def _offered_vectors(self) -> Latent:
        """In the order of the boxes, (N, z_dim)."""
        directions, z_dim = self._session.directions.current, len(self._session.z)
        if z_dim < 2:
            return np.zeros((0, z_dim), np.float32)
        found = [directions.vectors] if directions is not None and directions.z_dim == z_dim else []
        return np.concatenate([random_directions(2, z_dim, self._seed), *found, np.eye(z_dim, dtype=np.float32)])

    def _move(self, across: float, up: float) -> None:
        if self._plane is not None:
            point = self._plane.moved(self._session.z, np.array([[across, up]], np.float32))[0]
            self._session.set_z(point, "move on the pad", merge="pad")

    def _show_point(self, z: Latent) -> None:
        if self._plane is not None and len(z) == self._plane.vectors.shape[1]:
            across, up = self._plane.positions(z).tolist()
            self.view.show_position((across, up))
            self._settle.start()

    def _show_marks(self) -> None:
        """A and B, as seen from this plane."""
        plane = self._plane
        ends = {end.value: self._session.endpoint(end) for end in Endpoint}
        if plane is None or any(len(z) != plane.vectors.shape[1] for z in ends.values()):
            self.view.show_marks({})
            return
        self.view.show_marks({name: tuple(plane.positions(z).tolist()) for name, z in ends.items()})

    def _draw(self) -> None:
        """Pictures behind the point, once it stands still."""
        if self.isVisible() and self._plane is not None:
            self._session.sheets.show(Slot.PAD, self._plane.moved(self._session.z, cell_positions()))

    def _show_pictures(self, slot: Slot, pictures: Picture) -> None:
        if slot is Slot.PAD:
            self.view.show_pictures(pictures)


def _choice(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(6)
    return box
