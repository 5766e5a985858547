"""Vector arithmetic as in the DCGAN paper: three baskets of examples, each averaged; A - B + C."""

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.explore.arithmetic.baskets import Basket
from app.session.render_service import Slot
from app.session.session import Session
from app.theme import GAP
from app.widgets.thumbnails import fill_items, fit_items
from gan.explore.latent import Latent, neighbours
from gan.images import Picture

THUMBNAIL, RESULT_THUMBNAIL = 40, 66
JITTERED, JITTER = 8, 0.25
SIGNS = {Basket.A: "", Basket.B: "− ", Basket.C: "+ "}
_HINT = (
    "Go to a point and add it to a basket. Each basket is averaged; three examples or more make it steady. "
    "Smiling woman − woman + man is the paper's."
)


class ArithmeticPanel(QWidget):
    """The baskets, and below them the result in the middle of its jittered neighbours."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._baskets = session.baskets
        self._results: list[Latent] = []
        self._build_ui()
        self._connect()
        self._show_baskets()

    def _build_ui(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP // 2)
        self.strips = {basket: _Examples(f"Examples in {basket}") for basket in Basket}
        self.add_buttons = {basket: self._build_add_button(basket) for basket in Basket}
        for basket in Basket:
            row = QHBoxLayout()
            row.setSpacing(GAP // 2)
            row.addWidget(self.add_buttons[basket])
            row.addWidget(self.strips[basket], 1)
            layout.addLayout(row)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setProperty("muted", True)
        layout.addWidget(self.words)
        self.results = QListWidget()
        self.results.setAccessibleName("Results")
        self.results.setViewMode(QListView.ViewMode.IconMode)
        self.results.setIconSize(QSize(RESULT_THUMBNAIL, RESULT_THUMBNAIL))
        self.results.setGridSize(QSize(RESULT_THUMBNAIL + 6, RESULT_THUMBNAIL + 6))
        self.results.setMovement(QListView.Movement.Static)
        self.results.setResizeMode(QListView.ResizeMode.Adjust)
        self.results.setToolTip("The first is A − B + C, the others are a little off; click to go there")
        layout.addWidget(self.results, 1)

    def _build_add_button(self, basket: Basket) -> QPushButton:
        button = QPushButton(f"{SIGNS[basket]}&{basket}")
        button.setFixedWidth(48)
        button.setToolTip(f"Add the current point to basket {basket}")
        button.setAccessibleName(f"Add to {basket}")
        return button

    def _connect(self) -> None:
        for basket in Basket:
            self.add_buttons[basket].clicked.connect(
                lambda _=False, basket=basket: self._baskets.add(basket, self._session.z)
            )
            strip = self.strips[basket]
            strip.removed.connect(lambda row, basket=basket: self._baskets.remove(basket, row))
            strip.chosen.connect(lambda row, basket=basket: self._go_to_example(basket, row))
        self.results.itemClicked.connect(self._go_to_result)
        self.results.itemActivated.connect(self._go_to_result)
        self._baskets.changed.connect(self._show_baskets)
        self._session.sheets.rendered.connect(self._show_pictures)

    def showEvent(self, event: QShowEvent) -> None:
        self._draw()

    def _show_baskets(self) -> None:
        for basket, points in zip(Basket, self._baskets.contents, strict=True):
            fit_items(self.strips[basket], len(points), THUMBNAIL)
        result = self._baskets.result
        around = [] if result is None else list(neighbours(result, JITTERED, JITTER, 0))
        self._results = [] if result is None else [result, *around]
        fit_items(self.results, len(self._results), RESULT_THUMBNAIL)
        counts = " and ".join(f"{len(points)} in {basket}" for basket, points in self._counted())
        self.words.setText(_HINT if result is None else f"A − B + C, averaged over {counts}. It and its neighbours:")
        self._draw()

    def _counted(self) -> list[tuple[Basket, tuple[Latent, ...]]]:
        return list(zip(Basket, self._baskets.contents, strict=True))

    def _draw(self) -> None:
        points = [z for _, kept in self._counted() for z in kept] + self._results
        if points and self.isVisible():
            self._session.sheets.show(Slot.ARITHMETIC, np.stack(points))

    def _show_pictures(self, slot: Slot, pictures: Picture) -> None:
        lists = [*self.strips.values(), self.results]
        if slot is not Slot.ARITHMETIC or len(pictures) != sum(each.count() for each in lists):
            return
        start = 0
        for each in lists:
            side = RESULT_THUMBNAIL if each is self.results else THUMBNAIL
            fill_items(each, pictures[start : start + each.count()], side)
            start += each.count()

    def _go_to_example(self, basket: Basket, row: int) -> None:
        self._session.set_z(dict(self._counted())[basket][row], f"go to an example in {basket}")

    def _go_to_result(self, item: QListWidgetItem) -> None:
        self._session.set_z(self._results[self.results.row(item)], "A − B + C")


class _Examples(QListWidget):
    chosen = Signal(int)
    removed = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setToolTip("Click to go there, Delete to take one out")
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setIconSize(QSize(THUMBNAIL, THUMBNAIL))
        self.setGridSize(QSize(THUMBNAIL + 4, THUMBNAIL + 4))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(THUMBNAIL + 22)
        self.itemClicked.connect(lambda item: self.chosen.emit(self.row(item)))
        self.itemActivated.connect(lambda item: self.chosen.emit(self.row(item)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.currentRow() >= 0:
            self.removed.emit(self.currentRow())
        else:
            super().keyPressEvent(event)
