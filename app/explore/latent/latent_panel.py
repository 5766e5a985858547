"""A slider for every dimension of z, and what acts on all of them."""

import secrets

import numpy as np
from PySide6.QtCore import QModelIndex, QPoint, QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSpinBox,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.explore.latent.latent_model import Column, LatentModel
from app.explore.latent.latent_order import LatentOrder
from app.explore.latent.norm_bar import NormBar
from app.explore.latent.slider_delegate import SliderDelegate, SliderMouse, ValueDelegate
from app.session.open_model import OpenModel
from app.session.session import Session
from app.theme import ERROR, GAP
from gan.explore.latent import Latent, sample_z

LARGEST_SEED = 999_999
BY_EFFECT = 1


class LatentPanel(QWidget):
    """The table of sliders with a seed, Randomise and Reset above it and the norm of z below."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._build_ui()
        self._connect()
        self._show_norm(session.z)

    def _build_ui(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addLayout(self._build_tools())
        layout.addLayout(self._build_order())
        layout.addWidget(self._build_table(), 1)
        layout.addLayout(self._build_norm())

    def _build_norm(self) -> QHBoxLayout:
        self.norm_bar = NormBar()
        self.norm_label = QLabel()
        self.norm_label.setProperty("muted", True)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.norm_bar, 1)
        row.addWidget(self.norm_label)
        return row

    def _build_tools(self) -> QHBoxLayout:
        self.seed_box = QSpinBox()
        self.seed_box.setObjectName("seed")
        self.seed_box.setRange(0, LARGEST_SEED)
        self.seed_box.setToolTip("The point that this seed draws; the command line's --seed gives the same picture")
        label = QLabel("&Seed")
        label.setBuddy(self.seed_box)
        self.random_button = QPushButton("&Randomise")
        self.random_button.setToolTip("Go to another random point (Ctrl+R)")
        self.reset_button = QPushButton("R&eset")
        self.reset_button.setToolTip("Set every dimension to 0, the centre of latent space")
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.seed_box, 1)
        row.addWidget(self.random_button)
        row.addWidget(self.reset_button)
        return row

    def _build_order(self) -> QHBoxLayout:
        self.order_box = QComboBox()
        self.order_box.setAccessibleName("Order of the dimensions")
        self.order_box.addItems(["By number", "By effect here"])
        self.order_box.setToolTip(
            "By effect: the dimensions that change the picture most around this point come first. "
            "Choose it again to measure anew."
        )
        self.filter = QLineEdit()
        self.filter.setPlaceholderText("Show all, or 3, 10-20")
        self.filter.setAccessibleName("Dimensions to show")
        self.filter.setClearButtonEnabled(True)
        row = QHBoxLayout()
        row.addWidget(self.order_box)
        row.addWidget(self.filter, 1)
        return row

    def _build_table(self) -> QTableView:
        self.table = QTableView()
        self.table.setObjectName("latent-table")
        self.table.setAccessibleName("Latent dimensions")
        self.table.setToolTip(
            "Drag a slider, or use Left and Right (with Shift: larger steps). Double click or Delete: 0. "
            "The wheel moves the slider that was pressed last. Double click a number to type one. Click the number of "
            "a dimension, or press L, to lock it; press P, or right click, to pin it on top."
        )
        self.source = LatentModel(self._session)
        self.model = LatentOrder(self.source, self)
        self.table.setModel(self.model)
        self._slider_delegate, self._value_delegate = SliderDelegate(self.table), ValueDelegate(self.table)
        self.table.setItemDelegateForColumn(Column.SLIDER, self._slider_delegate)
        self.table.setItemDelegateForColumn(Column.VALUE, self._value_delegate)
        self._mouse = SliderMouse(self.table)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.setShowGrid(False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(24)
        header = self.table.horizontalHeader()
        header.hide()
        header.setSectionResizeMode(Column.INDEX, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.SLIDER, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(Column.VALUE, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(Column.INDEX, 56)
        header.resizeSection(Column.VALUE, 64)
        return self.table

    def _connect(self) -> None:
        self.seed_box.valueChanged.connect(self._go_to_seed)
        self.random_button.clicked.connect(self.randomise)
        self.reset_button.clicked.connect(self.reset)
        self.order_box.activated.connect(self._order)
        self.filter.textChanged.connect(self._filter)
        self.table.clicked.connect(self._click)
        self.table.customContextMenuRequested.connect(self._show_menu)
        for key, action in (("L", self._toggle_lock), ("P", self._toggle_pin)):
            shortcut = QShortcut(QKeySequence(key), self.table, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda action=action: action(self.table.currentIndex()))
        self.norm_bar.moved.connect(self._scale)
        self._session.effects_measured.connect(self._show_effects)
        self._session.z_changed.connect(self._show_norm)
        self._session.model_changed.connect(self._take_model)

    def randomise(self) -> None:
        """Go to the point of a random seed, which the seed box then shows."""
        seed = secrets.randbelow(LARGEST_SEED + 1)
        with QSignalBlocker(self.seed_box):
            self.seed_box.setValue(seed)
        self._go_to_seed(seed)

    def reset(self) -> None:
        """Go to the centre, z = 0."""
        self._session.set_z(self.source.with_locks(np.zeros_like(self._session.z)), "reset z")

    def _go_to_seed(self, seed: int) -> None:
        if len(self._session.z):
            z = self.source.with_locks(sample_z(1, len(self._session.z), seed)[0])
            self._session.set_z(z, f"go to seed {seed}")

    def _order(self, choice: int) -> None:
        if choice == BY_EFFECT:
            self._session.measure_effects()
        else:
            self.model.order_by_effect(False)

    def _show_effects(self, effects: Latent) -> None:
        self.source.set_effects(effects)
        self.model.order_by_effect(self.order_box.currentIndex() == BY_EFFECT)
        self.table.scrollToTop()

    def _filter(self, text: str) -> None:
        understood = self.model.show_only(text)
        self.filter.setToolTip("" if understood else "Numbers and ranges, such as 3, 10-20")
        self.filter.setStyleSheet("" if understood else f"color: {ERROR};")

    def _click(self, index: QModelIndex) -> None:
        if index.column() == Column.INDEX:
            self._toggle_lock(index)

    def _toggle_lock(self, index: QModelIndex) -> None:
        if index.isValid():
            self.source.toggle_lock(self.model.mapToSource(index).row())

    def _toggle_pin(self, index: QModelIndex) -> None:
        if index.isValid():
            self.source.toggle_pin(self.model.mapToSource(index).row())
            self.model.show_pins()

    def _show_menu(self, place: QPoint) -> None:
        index = self.table.indexAt(place)
        if index.isValid():
            self.menu_for(index).popup(self.table.viewport().mapToGlobal(place))

    def menu_for(self, index: QModelIndex) -> QMenu:
        """What can be done with one dimension."""
        row = self.model.mapToSource(index).row()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        pin = "Let it go back to its &place" if self.source.is_pinned(row) else "&Pin on top"
        menu.addAction(f"{pin}\tP", lambda: self._toggle_pin(index))
        menu.addAction(f"{'Un&lock' if self.source.is_locked(row) else '&Lock'}\tL", lambda: self._toggle_lock(index))
        menu.addAction("&Set to 0\tDel", lambda: self.source.setData(self.source.index(row, Column.VALUE), 0.0))
        return menu

    def _scale(self, length: float) -> None:
        self._session.set_z(self.source.scaled(length), "scale z", merge="scale z")

    def _take_model(self, model: OpenModel) -> None:
        self.source.set_effects(None)
        if self.order_box.currentIndex() == BY_EFFECT:
            self.order_box.setCurrentIndex(0)
            self.model.order_by_effect(False)
        self._show_norm(self._session.z)

    def _show_norm(self, z: Latent) -> None:
        if len(z):
            norm = float(np.linalg.norm(z))
            self.norm_bar.show_norm(norm, len(z))
            self.norm_label.setText(f"‖z‖ = {norm:.2f}")
