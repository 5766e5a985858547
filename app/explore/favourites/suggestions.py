"""Random points to begin with: where to go while there is nothing to come back to yet."""

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.session.open_model import OpenModel, same_space
from app.session.session import Session
from app.theme import GAP
from app.toolkit.actions import Actions
from app.toolkit.point_menu import PointMenu
from app.widgets.buttons import tool_button
from app.widgets.labels import muted
from app.widgets.thumbnails import arrange_as_pictures, fill_items, fit_items
from gan.explore.latent import Latent
from gan.images import Picture
from gan.words import tr

COUNT, THUMBNAIL = 12, 72
FIRST_SEED = 1


class Suggestions(QWidget):
    """Pictures of a few random points; a click or Return goes there, a button draws others."""

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._seed = session, FIRST_SEED
        self.points: Latent = np.zeros((0, 0), np.float32)
        """What is suggested, (N, z_dim)."""
        self._sheet = session.sheets.open(self)
        self._build_ui()
        self.menu = PointMenu(self.list, lambda row: self.points[row], actions)
        self._sheet.rendered.connect(self._show_pictures)
        self.others_button.clicked.connect(self._draw_others)
        self.list.itemClicked.connect(self._go)
        self.list.itemActivated.connect(self._go)
        session.follow_model(self._take_model)

    def _build_ui(self) -> None:
        self.others_button = tool_button(tr("&Others"), tr("Draw other random points"))
        self.others_button.setAutoRaise(True)
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(muted(tr("Random points: click to go, keep what you like."), wraps=True), 1)
        top.addWidget(self.others_button, 0, Qt.AlignmentFlag.AlignTop)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Random points"))
        self.list.setToolTip(tr("Click or press Return to go there"))
        arrange_as_pictures(self.list, THUMBNAIL, QSize(THUMBNAIL + GAP, THUMBNAIL + GAP))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addLayout(top)
        layout.addWidget(self.list, 1)

    def _take_model(self, before: OpenModel | None, now: OpenModel) -> None:
        if before is None or not same_space(before.config, now.config):
            self._draw()

    def _draw_others(self) -> None:
        self._seed += 1
        if self.points.size:
            self._draw()

    def _draw(self) -> None:
        self.points = self._session.sample(COUNT, self._seed)
        fit_items(self.list, COUNT, THUMBNAIL)
        self.list.clearSelection()
        self._sheet.show(self.points)

    def _show_pictures(self, pictures: Picture) -> None:
        fill_items(self.list, pictures, THUMBNAIL)

    def _go(self, item: QListWidgetItem) -> None:
        self._session.set_z(self.points[self.list.row(item)], tr("go to a random point"))
