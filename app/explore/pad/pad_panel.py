"""The latent pad: two directions at once, under the mouse."""

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QSignalBlocker, QTimer
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.explore.pad.pad_choice import PadChoice
from app.explore.pad.pad_view import PadView, cell_positions
from app.session.interpolation import Endpoint
from app.session.session import Session
from app.theme import GAP
from app.toolkit.actions import Actions
from app.toolkit.offers import Named, Offers
from app.toolkit.point_menu import PlaceMenu
from app.widgets.buttons import tool_button
from app.widgets.flow_row import FlowRow, together
from gan.errors import UsageError, sentence
from gan.explore.latent import Latent
from gan.explore.planes import Plane, random_directions
from gan.words import tr

SETTLE_MS = 250


class PadPanel(QWidget):
    """Chooses the two directions: random ones, those that were ``found``, or dimensions of z."""

    def __init__(
        self,
        session: Session,
        found: Offers[Named],
        choice: PadChoice,
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._found, self._choice = session, found, choice
        self._sheet = session.sheets.open(self)
        self._offered: list[Named] = []
        self._plane: Plane | None = None
        self._settle = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._build_ui()
        self.menu = PlaceMenu(self.view, self._point_at, self._go_to, actions)
        self._connect()
        self._offer()

    def _build_ui(self) -> None:
        self.boxes = (_choice(tr("Direction across")), _choice(tr("Direction up")))
        self.random_button = tool_button(
            tr("&Others"), tr("Draw two other random directions, at right angles to each other"), "random"
        )
        self.view = PadView()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        row = FlowRow(GAP // 2)
        for arrow, box in zip("→↑", self.boxes, strict=True):
            row.addWidget(together(QLabel(arrow), box), 1)
        row.addWidget(self.random_button)
        layout.addLayout(row)
        layout.addWidget(self.view, 1)

    def _connect(self) -> None:
        session = self._session
        for box in self.boxes:
            box.currentIndexChanged.connect(self._choose_by_hand)
        self.random_button.clicked.connect(self._draw_others)
        self.view.moved.connect(self._move)
        self._settle.timeout.connect(self.draw_now)
        self._found.changed.connect(self._offer)
        self._choice.restored.connect(self._offer)
        self._sheet.rendered.connect(self.view.show_pictures)
        session.z_changed.connect(self._show_point)
        session.model_changed.connect(lambda *_: self._offer())
        session.interpolation.endpoint_changed.connect(lambda _: self._show_marks())

    def _offer(self) -> None:
        """What was chosen stays chosen where it is still there."""
        self._offered = self._directions()
        for usual, (box, name) in enumerate(zip(self.boxes, self._choice.names, strict=True)):
            with QSignalBlocker(box):
                box.clear()
                box.addItems([direction.name for direction in self._offered])
                chosen = box.findText(name)
                box.setCurrentIndex(chosen if chosen >= 0 else min(usual, box.count() - 1))
        self._choose()

    def _directions(self) -> list[Named]:
        """Random ones first, then the found ones, then the dimensions."""
        z_dim = len(self._session.z)
        drawn = random_directions(2, z_dim, self._choice.seed) if z_dim > 1 else ()
        found = [direction for direction in self._found.all() if len(direction.vector) == z_dim]
        axes = np.eye(z_dim, dtype=np.float32)
        return [
            *(Named(tr("Random {number}", number=number), vector) for number, vector in enumerate(drawn, 1)),
            *found,
            *(Named(tr("Dimension {number}", number=number), axis) for number, axis in enumerate(axes)),
        ]

    def _draw_others(self) -> None:
        self._choice.draw_others()
        self._choice.choose("", "")
        self._offer()

    def _choose_by_hand(self) -> None:
        across, up = (box.currentText() for box in self.boxes)
        self._choice.choose(across, up)
        self._choose()

    def _choose(self) -> None:
        self._plane, words = None, tr("Open a model first.")
        if len(self._offered) > 1:
            try:
                self._plane = Plane(np.stack([self._offered[box.currentIndex()].vector for box in self.boxes]))
            except UsageError as error:
                words = sentence(error)
        self._give_up_pictures()
        self.view.show_position(None, words)
        self._show_marks()
        self._show_point(self._session.z)

    def _give_up_pictures(self) -> None:
        """They are of another plane, those that are still being made, too."""
        self._sheet.show(np.zeros((0, 0), np.float32))
        self.view.show_pictures(None)

    def _move(self, across: float, up: float) -> None:
        if self._plane is not None:
            self._session.set_z(self._point(self._plane, across, up), tr("move on the pad"), merge="pad")

    def _go_to(self, point: Latent) -> None:
        self._session.set_z(point, tr("move on the pad"))

    def _point_at(self, place: QPoint) -> Latent | None:
        if self._plane is None or not self.view.field().contains(place):
            return None
        return self._point(self._plane, *self.view.position_at(QPointF(place)))

    def _point(self, plane: Plane, across: float, up: float) -> Latent:
        """What stands there, in standard deviations of random points, (z_dim,)."""
        place = np.array([[across, up]], np.float32) * self._session.deviation
        point: Latent = plane.moved(self._session.z, place)[0]
        return point

    def _show_point(self, z: Latent) -> None:
        if self._plane is not None and len(z) == self._plane.vectors.shape[1]:
            self.view.show_position(self._position(self._plane, z))
            self._settle.start()

    def _show_marks(self) -> None:
        """A and B, as seen from this plane."""
        plane = self._plane
        ends = {end.value: self._session.interpolation.endpoint(end) for end in Endpoint}
        if plane is None or any(len(z) != plane.vectors.shape[1] for z in ends.values()):
            self.view.show_marks({})
            return
        self.view.show_marks({name: self._position(plane, z) for name, z in ends.items()})

    def _position(self, plane: Plane, z: Latent) -> tuple[float, float]:
        """Where ``z`` (z_dim,) stands, in standard deviations of random points."""
        across, up = (plane.positions(z) / self._session.deviation).tolist()
        return across, up

    def draw_now(self) -> None:
        """Draw the pictures behind the point without waiting for it to stand still."""
        if self._plane is not None:
            self._sheet.show(self._plane.moved(self._session.z, cell_positions() * self._session.deviation))


def _choice(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(4)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return box
