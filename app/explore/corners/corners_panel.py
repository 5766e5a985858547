"""A grid of pictures between four corners; a click goes to one of them."""

from functools import partial

import numpy as np
from PySide6.QtWidgets import (
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.explore.corners.corners import FEWEST, MOST, USUAL, Corner, Corners
from app.explore.corners.grid_view import GridView
from app.session.session import Session
from app.theme import GAP
from app.toolkit.offers import Named, Offers
from app.widgets.ask_number import NumberDialog
from app.widgets.asking import ask
from app.widgets.buttons import tool_button
from app.widgets.file_dialogs import Kind, ask_to_save
from app.widgets.flow_row import FlowRow, together
from app.widgets.labels import no_key
from app.widgets.number_fields import IntField
from gan.explore.latent import LARGEST_SEED, Latent
from gan.images import Picture, enlarge, grid, save_png
from gan.request import RenderRequest
from gan.words import marked, tr

SAVED_SCALE = 4
ARROWS = {
    Corner.TOP_LEFT: ("↖", marked("Top left corner")),
    Corner.TOP_RIGHT: ("↗", marked("Top right corner")),
    Corner.BOTTOM_LEFT: ("↙", marked("Bottom left corner")),
    Corner.BOTTOM_RIGHT: ("↘", marked("Bottom right corner")),
}


class CornersPanel(QWidget):
    """Each corner has a menu of points to put there: the current one, one of ``kept``, or a seed's."""

    def __init__(self, session: Session, corners: Corners, kept: Offers[Named], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._corners, self._kept = session, corners, kept
        self._sheet = session.sheets.open(self)
        self._points: Latent = np.zeros((0, 0), np.float32)
        self._pictures: Picture | None = None
        self._network: RenderRequest | None = None
        self._build_ui()
        self._connect()
        self._draw()

    def _build_ui(self) -> None:
        self.corner_buttons = {corner: self._build_corner(corner) for corner in Corner}
        self.side_box = IntField()
        self.side_box.setRange(FEWEST, MOST)
        self.side_box.setValue(USUAL)
        self.side_box.setToolTip(tr("Pictures on each side of the grid"))
        self.side_box.setAccessibleName(tr("Pictures on each side"))
        self.save_button = tool_button(tr("Save…"), tr("Save the grid as a PNG picture"))
        self.save_button.setEnabled(False)
        self.view = GridView()
        self.view.setAccessibleName(tr("Grid between four corners"))
        self.view.setToolTip(
            tr(
                "Each row goes from the left edge to the right one along a great circle. Click, or use the arrow keys, "
                "to go to a picture."
            )
        )
        row = FlowRow(GAP // 2)
        row.addWidget(together(QLabel(tr("Set")), *self.corner_buttons.values()))
        row.addStretch()
        row.addWidget(self.side_box)
        row.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addLayout(row)
        layout.addWidget(self.view, 1)

    def _build_corner(self, corner: Corner) -> QToolButton:
        arrow, name = ARROWS[corner][0], tr(ARROWS[corner][1])
        button = QToolButton()
        button.setText(arrow)
        button.setAccessibleName(name)
        button.setToolTip(tr("{name}: choose the point that is there", name=name))
        button.setProperty("narrow", True)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: self.fill_menu(menu, corner))
        button.setMenu(menu)
        return button

    def _connect(self) -> None:
        self.side_box.valueChanged.connect(lambda _: self._draw())
        self.save_button.clicked.connect(self._save)
        self.view.chosen.connect(self._go)
        self._corners.changed.connect(self._draw)
        self._session.z_changed.connect(self._mark)
        self._sheet.rendered.connect(self._show_pictures)

    def fill_menu(self, menu: QMenu, corner: Corner) -> None:
        """What can be put into a corner now."""
        menu.clear()
        menu.setEnabled(bool(self._corners.points))
        menu.addAction(tr("The current &point"), lambda: self._corners.put(corner, self._session.z))
        menu.addAction(tr("A &seed…"), lambda: self._ask_seed(corner))
        kept = self._kept.all()
        if kept:
            menu.addSeparator()
        for point in kept:
            menu.addAction(no_key(point.name), partial(self._corners.put, corner, point.vector))

    def _ask_seed(self, corner: Corner) -> None:
        dialog = NumberDialog(tr(ARROWS[corner][1]), tr("The point that this seed draws"), LARGEST_SEED, self)
        ask(dialog, lambda agreed: self._corners.put(corner, self._session.sample(1, agreed.field.value())[0]))

    def _draw(self) -> None:
        if self._corners.points:
            self._points = self._corners.grid(self.side_box.value())
            self.view.set_placeholder("")
            self._sheet.show(self._points)

    def _show_pictures(self, pictures: Picture) -> None:
        self._pictures, self._network = pictures, self._session.network
        self.view.show_pictures(pictures)
        self.save_button.setEnabled(True)
        self._mark(self._session.z)

    def _go(self, cell: int) -> None:
        self._session.set_z(self._points[cell], tr("go to a picture of the grid"))

    def _mark(self, z: Latent) -> None:
        fits = self._points.shape[1:] == z.shape
        same = np.flatnonzero((self._points == z).all(axis=1)) if fits else np.zeros(0, np.intp)
        self.view.mark(int(same[0]) if len(same) else -1)

    def _save(self) -> None:
        chosen = ask_to_save(Kind.EXPORT, self, tr("Save the grid"), "grid.png", tr("PNG pictures (*.png)"))
        if chosen is not None and self._pictures is not None:
            large = np.stack([enlarge(picture, SAVED_SCALE) for picture in self._pictures])
            target = chosen if chosen.suffix.lower() == ".png" else chosen.with_name(f"{chosen.name}.png")
            drawn_by = "" if self._network is None else self._network.network_text
            if self._session.attempt(lambda: save_png(target, grid(large, self._side), drawn_by)):
                self._session.written.emit(target)

    @property
    def _side(self) -> int:
        """Of the pictures that are shown."""
        return 0 if self._pictures is None else round(len(self._pictures) ** 0.5)
