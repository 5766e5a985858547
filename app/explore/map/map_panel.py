"""A map of latent space with thumbnails; a click goes there."""

import numpy as np
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.explore.map.latent_map import LatentMap
from app.explore.map.map_view import MapView
from app.session.session import Session
from app.theme import GAP
from app.toolkit.actions import Actions
from app.toolkit.choosing_box import ChoosingBox
from app.toolkit.point_menu import PlaceMenu
from app.widgets.buttons import push_button
from app.widgets.flow_row import FlowRow, together
from app.widgets.labels import muted
from app.widgets.number_fields import IntField
from app.work.job_bar import JobBar
from gan.explore.latent import LARGEST_SEED, Latent
from gan.words import marked, tr

_HINT = marked(
    "2,000 random points, those with similar pictures close together: by the two principal "
    "components of the pictures at several sizes."
)


class MapPanel(QWidget):
    """Has the map drawn when asked to, and marks where one is if that is on it."""

    def __init__(
        self, session: Session, latent_map: LatentMap, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._map = session, latent_map
        self._build_ui()
        self.menu = PlaceMenu(self.view, self._point_at, self._go_to, actions)
        self._connect()
        self._take_model()
        self._show_map()

    def _build_ui(self) -> None:
        self.draw_button = push_button(
            tr("&Draw map"), tr("Make the pictures of 2,000 random points, with the edits that hold now")
        )
        self.seed_box = IntField()
        self.seed_box.setRange(0, LARGEST_SEED)
        self.seed_box.setToolTip(tr("Which random points"))
        self.seed_box.setAccessibleName(tr("Seed of the points"))
        self.all_button = push_button(tr("Show &all"), tr("Look from far enough away to see everything (Home)"))
        self.choosing_box = ChoosingBox(self._map.random.choosing, self._map.random)
        self.job_bar = JobBar()
        self.outdated = muted(wraps=True)
        self.outdated.hide()
        self.view = MapView()
        row = FlowRow(GAP // 2)
        row.addWidget(self.draw_button, 1)
        row.addWidget(together(QLabel(tr("Seed")), self.seed_box))
        row.addWidget(self.all_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addLayout(row)
        layout.addWidget(self.choosing_box)
        layout.addWidget(self.job_bar)
        layout.addWidget(self.outdated)
        layout.addWidget(self.view, 1)

    def _connect(self) -> None:
        self.draw_button.clicked.connect(lambda: self._map.draw(self.seed_box.value()))
        self.all_button.clicked.connect(self.view.show_all)
        self.view.chosen.connect(self._go)
        self.job_bar.follow(self._map.random.job)
        self.job_bar.follow(self._map.drawing)
        self._map.changed.connect(self._show_map)
        self._session.z_changed.connect(self._show_here)
        self._session.model_changed.connect(lambda *_: self._take_model())
        self._session.edits.changed.connect(self._show_age)
        self._session.rendered.connect(lambda _: self.view.show_place(self._map.place))

    def _take_model(self) -> None:
        self.draw_button.setEnabled(self._session.model is not None)
        self._show_age()

    def _show_map(self) -> None:
        current = self._map.current
        self.all_button.setEnabled(current is not None)
        self.view.show_words(tr(_HINT))
        if current is None:
            self.view.show_points(np.zeros((0, 2), np.float32), np.zeros((0, 1, 1, 1), np.uint8))
        else:
            self.view.show_points(current.places, current.pictures)
        self._show_here(self._session.z)
        self.view.show_place(self._map.place)
        self._show_age()

    def _show_age(self) -> None:
        self.outdated.setVisible(self._map.is_outdated)
        if self._map.current is not None:
            self.outdated.setText(
                tr("A map of {origin}; draw it again to see what is open now.", origin=self._map.current.origin.text)
            )

    def _go(self, number: int) -> None:
        if self._map.current is not None:
            self._go_to(self._map.current.points[number])

    def _go_to(self, point: Latent) -> None:
        self._session.set_z(point, tr("go to a place on the map"))

    def _point_at(self, place: QPoint) -> Latent | None:
        number = self.view.number_at(QPointF(place))
        return None if number is None or self._map.current is None else self._map.current.points[number]

    def _show_here(self, z: Latent) -> None:
        current = self._map.current
        if current is not None and current.points.shape[1] == len(z):
            same = np.flatnonzero((current.points == z).all(axis=1))
            self.view.show_here(int(same[0]) if len(same) else -1)
