"""Vector arithmetic as in the DCGAN paper: three baskets of examples, each averaged; start - minus + plus."""

from functools import partial

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from app.explore.arithmetic.baskets import Basket, Baskets
from app.explore.arithmetic.example_strip import THUMBNAIL, ExampleStrip
from app.session.session import Session
from app.theme import GAP
from app.toolkit.actions import Actions
from app.toolkit.point_menu import PointMenu
from app.widgets.buttons import push_button
from app.widgets.labels import muted
from app.widgets.thumbnails import arrange_as_pictures, fill_items, fit_items
from gan.explore.latent import Latent, neighbours
from gan.images import Picture
from gan.words import joined, marked, tr

RESULT_THUMBNAIL = 66
JITTERED, JITTER = 8, 0.25
TITLES = {Basket.START: marked("Start"), Basket.MINUS: marked("− Minus"), Basket.PLUS: marked("+ Plus")}
_SUM = marked("Start − minus + plus")
_HINT = marked(
    "Go to a point and add it to a basket. Each basket is averaged; three examples or more make it steady. "
    "Smiling woman − woman + man is the paper's."
)


class ArithmeticPanel(QWidget):
    """The baskets, and below them the result in the middle of its jittered neighbours."""

    def __init__(self, session: Session, baskets: Baskets, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._baskets = session, baskets
        self._sheet = session.sheets.open(self)
        self._results: list[Latent] = []
        self._build_ui()
        self._build_menus(actions)
        self._connect()
        self._show_baskets()

    def _build_ui(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP // 2)
        self.strips = {basket: ExampleStrip(tr("Examples in basket {basket}", basket=tr(basket))) for basket in Basket}
        self.add_buttons = {basket: self._build_add_button(basket) for basket in Basket}
        for basket in Basket:
            row = QHBoxLayout()
            row.setSpacing(GAP // 2)
            row.addWidget(self.add_buttons[basket])
            row.addWidget(self.strips[basket], 1)
            layout.addLayout(row)
        self.words = muted(wraps=True)
        layout.addWidget(self.words)
        self.results = QListWidget()
        self.results.setAccessibleName(tr("Results"))
        arrange_as_pictures(self.results, RESULT_THUMBNAIL, QSize(RESULT_THUMBNAIL + 6, RESULT_THUMBNAIL + 6))
        self.results.setToolTip(
            tr("The first is {sum}, the others are a little off; click to go there", sum=tr(_SUM).lower())
        )
        layout.addWidget(self.results, 1)

    def _build_menus(self, actions: Actions) -> None:
        self.menu = PointMenu(self.results, lambda row: self._results[row], actions)
        for basket, strip in self.strips.items():
            PointMenu(strip, partial(self._example, basket), actions, strip.add_to_menu)

    def _example(self, basket: Basket, row: int) -> Latent:
        return self._baskets.points(basket)[row]

    def _build_add_button(self, basket: Basket) -> QPushButton:
        button = push_button(tr(TITLES[basket]), tr("Add the current point to basket {basket}", basket=tr(basket)))
        button.setFixedWidth(64)
        button.setAccessibleName(tr("Add to basket {basket}", basket=tr(basket)))
        return button

    def _connect(self) -> None:
        for basket in Basket:
            self.add_buttons[basket].clicked.connect(partial(self._add, basket))
            self.strips[basket].removed.connect(partial(self._baskets.remove, basket))
            self.strips[basket].chosen.connect(partial(self._go_to_example, basket))
        self.results.itemClicked.connect(self._go_to_result)
        self.results.itemActivated.connect(self._go_to_result)
        self._baskets.changed.connect(self._show_baskets)
        self._sheet.rendered.connect(self._show_pictures)

    def _add(self, basket: Basket, _: bool = False) -> None:
        self._baskets.add(basket, self._session.z)

    def _show_baskets(self) -> None:
        for basket, strip in self.strips.items():
            fit_items(strip, len(self._baskets.points(basket)), THUMBNAIL)
        self._show_result(self._baskets.result)
        examples = [z for basket in Basket for z in self._baskets.points(basket)]
        self._sheet.show(np.array(examples + self._results, np.float32))

    def _show_result(self, result: Latent | None) -> None:
        self._results = [] if result is None else [result, *self._jittered(result)]
        fit_items(self.results, len(self._results), RESULT_THUMBNAIL)
        counts = joined(
            tr("{count} in {basket}", count=len(self._baskets.points(basket)), basket=tr(basket)) for basket in Basket
        )
        self.words.setText(
            tr(_HINT)
            if result is None
            else tr("{sum}, averaged over {counts}. It and its neighbours:", sum=tr(_SUM), counts=counts)
        )

    def _jittered(self, result: Latent) -> Latent:
        return neighbours(result, JITTERED, JITTER, 0, self._session.distribution)

    def _show_pictures(self, pictures: Picture) -> None:
        """Those of the examples, basket after basket, then those of the results."""
        start = 0
        for sheet, side in [*((strip, THUMBNAIL) for strip in self.strips.values()), (self.results, RESULT_THUMBNAIL)]:
            fill_items(sheet, pictures[start : start + sheet.count()], side)
            start += sheet.count()

    def _go_to_example(self, basket: Basket, row: int) -> None:
        self._session.set_z(self._example(basket, row), tr("go to an example in basket {basket}", basket=tr(basket)))

    def _go_to_result(self, item: QListWidgetItem) -> None:
        self._session.set_z(self._results[self.results.row(item)], tr(_SUM).lower())
