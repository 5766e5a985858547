"""Breeding by eye: a sheet of variations of the current point, or of random ones; a click goes there."""

from enum import StrEnum

import numpy as np
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from app.session.open_model import OpenModel
from app.session.random_points import RandomPoints
from app.session.session import Session
from app.theme import GAP
from app.toolkit.actions import Actions
from app.toolkit.choosing_box import ChoosingBox
from app.toolkit.point_menu import PointMenu
from app.widgets.buttons import icon_button
from app.widgets.thumbnails import arrange_as_pictures, fill_items, fit_items
from app.widgets.watch import Watch
from gan.explore.latent import Latent, neighbours
from gan.images import Picture
from gan.words import marked, tr

COUNT, THUMBNAIL = 24, 50
ANCESTORS, ANCESTOR_THUMBNAIL = 12, 36
MARGIN = 5
SETTLE_MS = 250
STEPS = 100
USUAL_STEP = 0.4


class Kind(StrEnum):
    """What the sheet shows."""

    AROUND = marked("Around this point")
    RANDOM = marked("Random points")


class VariationsPanel(QWidget):
    """The sheet, how far its pictures are away, and the line of ancestors."""

    def __init__(self, session: Session, random: RandomPoints, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._random = session, random
        self._sheet = session.sheets.open(self)
        self._page = 0
        self._points: Latent = np.zeros((0, 0), np.float32)
        self._ancestors: list[Latent] = []
        self._settle = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._seen = Watch(self, self._wake, False)
        self._build_ui()
        self.menu = PointMenu(self.sheet, lambda row: self._points[row], actions)
        self.ancestors_menu = PointMenu(self.history, lambda row: self._ancestors[row], actions)
        self._connect()
        self._seen.want(True)
        self._settle.start()

    def _build_ui(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addLayout(self._build_tools())
        layout.addLayout(self._build_step())
        self.choosing_box = ChoosingBox(self._random.choosing, self._random)
        self.choosing_box.hide()
        layout.addWidget(self.choosing_box)
        self.sheet = _thumbnails("variations", THUMBNAIL)
        self.sheet.setAccessibleName(tr("Variations"))
        self.sheet.setToolTip(tr("Click, or press Return, to go to that point"))
        layout.addWidget(self.sheet, 1)
        self.history = _thumbnails("ancestors", ANCESTOR_THUMBNAIL)
        self.history.setAccessibleName(tr("Ancestors"))
        self.history.setToolTip(tr("Where you came from, the latest first; click to go back"))
        self.history.setWrapping(False)
        self.history.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.history.setFixedHeight(ANCESTOR_THUMBNAIL + 24)
        layout.addWidget(QLabel(tr("Ancestors")))
        layout.addWidget(self.history)

    def _build_tools(self) -> QHBoxLayout:
        self.kind_box = QComboBox()
        self.kind_box.setAccessibleName(tr("What the sheet shows"))
        for kind in Kind:
            self.kind_box.addItem(tr(kind.value), kind)
        self.back_button = icon_button("previous", tr("Earlier page"), tr("The page before"))
        self.next_button = icon_button("next", tr("Next page"), tr("Other ones"))
        row = QHBoxLayout()
        row.setSpacing(GAP // 2)
        row.addWidget(self.kind_box, 1)
        for button in (self.back_button, self.next_button):
            row.addWidget(button)
        return row

    def _build_step(self) -> QHBoxLayout:
        self.step_label = QLabel(tr("&Step"))
        self.step = QSlider(Qt.Orientation.Horizontal)
        self.step.setRange(1, STEPS)
        self.step.setValue(round(USUAL_STEP * STEPS))
        self.step.setToolTip(tr("How far the variations are away: near 0 hardly, 1 unrelated"))
        self.step_label.setBuddy(self.step)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.step_label)
        row.addWidget(self.step, 1)
        return row

    def _connect(self) -> None:
        self.kind_box.currentIndexChanged.connect(lambda: self._turn_to(0))
        self.back_button.clicked.connect(lambda: self._turn_to(self._page - 1))
        self.next_button.clicked.connect(lambda: self._turn_to(self._page + 1))
        self.step.valueChanged.connect(lambda _: self._settle.start())
        self.sheet.itemClicked.connect(self._breed)
        self.sheet.itemActivated.connect(self._breed)
        self.history.itemClicked.connect(self._go_back)
        self.history.itemActivated.connect(self._go_back)
        self._settle.timeout.connect(self.draw_now)
        self._session.z_changed.connect(lambda _: self._settle.start())
        self._session.model_changed.connect(self._take_model)
        self._sheet.rendered.connect(self._show_pictures)
        self._random.drawn.connect(self._show)
        self._random.choosing.changed.connect(self._settle.start)

    @property
    def kind(self) -> Kind:
        """What the sheet shows."""
        return Kind(self.kind_box.currentData())

    def _take_model(self, before: OpenModel | None, now: OpenModel) -> None:
        """Points of another space lead nowhere here; others stay until they have their new pictures."""
        self._ancestors = [z for z in self._ancestors if len(z) == now.config.z_dim]
        if self._points.shape[1] != now.config.z_dim:
            self._points = np.zeros((0, now.config.z_dim), np.float32)
            self._sheet.show(self._points)
            fit_items(self.sheet, 0, THUMBNAIL)
            fit_items(self.history, len(self._ancestors), ANCESTOR_THUMBNAIL)
        self._settle.start()

    def _turn_to(self, page: int) -> None:
        self._page = page
        self.draw_now()

    def draw_now(self) -> None:
        """Choose points, and have their pictures and the ancestors', without waiting for the point to stand still."""
        self.step.setEnabled(self.kind is Kind.AROUND)
        self.back_button.setEnabled(self._page > 0)
        self.choosing_box.setVisible(self.kind is Kind.RANDOM)
        z = self._session.z
        if not len(z):
            return
        if self.kind is Kind.AROUND:
            self._random.job.forget()
            self._show(neighbours(z, COUNT, self.step.value() / STEPS, self._page, self._session.distribution))
        elif self._seen.active or not self._random.choosing.active:
            self._random.ask(COUNT, self._page)

    def _show(self, points: Latent) -> None:
        self._points = points
        fit_items(self.history, len(self._ancestors), ANCESTOR_THUMBNAIL)
        fit_items(self.sheet, COUNT, THUMBNAIL)
        self._sheet.show(np.stack([*self._points, *self._ancestors]))

    def _wake(self, seen: bool) -> None:
        """What the discriminator has to choose is chosen only while it can be seen."""
        if seen:
            self._settle.start()

    def _show_pictures(self, pictures: Picture) -> None:
        fill_items(self.sheet, pictures[:COUNT], THUMBNAIL)
        fill_items(self.history, pictures[COUNT:], ANCESTOR_THUMBNAIL)

    def _breed(self, item: QListWidgetItem) -> None:
        self._remember(self._session.z)
        self._page = self._page + 1 if self.kind is Kind.AROUND else self._page
        self._session.set_z(self._points[self.sheet.row(item)], tr("breed"))
        self.sheet.clearSelection()

    def _go_back(self, item: QListWidgetItem) -> None:
        ancestor = self._ancestors[self.history.row(item)]
        self._remember(self._session.z)
        self._session.set_z(ancestor, tr("go back to an ancestor"))

    def _remember(self, z: Latent) -> None:
        others = [other for other in self._ancestors if not np.array_equal(other, z)]
        self._ancestors = [z, *others][:ANCESTORS]


def _thumbnails(name: str, side: int) -> QListWidget:
    sheet = QListWidget()
    sheet.setObjectName(name)
    arrange_as_pictures(sheet, side, QSize(side + MARGIN, side + MARGIN))
    return sheet
