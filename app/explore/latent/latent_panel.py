"""A slider for every dimension of z, and what acts on all of them."""

from collections.abc import Callable
from functools import partial

import numpy as np
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.explore.latent.class_choice import ClassChoice
from app.explore.latent.keys import LOCK, PIN, TYPE, ZERO
from app.explore.latent.latent_model import Column, LatentModel
from app.explore.latent.latent_order import LatentOrder
from app.explore.latent.norm_bar import NormBar
from app.explore.latent.slider_delegate import SliderDelegate, SliderMouse, ValueDelegate
from app.session.session import Session
from app.theme import ERROR, GAP
from app.toolkit.choosing_box import ChoosingBox
from app.toolkit.keys import bind
from app.widgets.buttons import push_button
from app.widgets.labels import readout
from app.widgets.optional_fields import OptionalIntField
from app.widgets.undoable_line import UndoableLine
from gan.explore.latent import LARGEST_SEED, Latent
from gan.words import marked, tr

BY_NUMBER, BY_SENSITIVITY = 0, 1
_HERE, _ELSEWHERE = marked("By sensitivity here"), marked("By sensitivity elsewhere")
_SHORT = 56
"""Pixels of a button with a short word, so that the row fits beside two other panels on a small screen."""


class LatentPanel(QWidget):
    """The table of sliders with a seed, Randomise and Reset above it and the norm of z below."""

    def __init__(self, session: Session, latent: LatentModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._latent = session, latent
        self._build_ui()
        self._connect()
        self._show_norm(session.z)

    def _build_ui(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addLayout(self._build_tools())
        layout.addWidget(self.class_choice)
        layout.addWidget(self.choosing_box)
        layout.addLayout(self._build_order())
        layout.addWidget(self._build_table(), 1)
        layout.addLayout(self._build_norm())

    def _build_norm(self) -> QHBoxLayout:
        self.norm_bar = NormBar()
        self.norm_label = readout("‖z‖ = 100.00")
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.norm_bar, 1)
        row.addWidget(self.norm_label)
        return row

    def _build_tools(self) -> QHBoxLayout:
        self.seed_box = OptionalIntField()
        self.seed_box.setObjectName("seed")
        self.seed_box.set_limits(0, LARGEST_SEED)
        self.seed_box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.seed_box.show_number(self._latent.seed)
        self.seed_box.setToolTip(
            tr("The seed that draws this point, here and by --seed on the command line. A dash: none that is known.")
        )
        label = QLabel(tr("&Seed"))
        label.setBuddy(self.seed_box)
        self.random_button = push_button(tr("&Randomise"), tr("Go to another random point (Ctrl+R)"), "random")
        self.reset_button = push_button(tr("Rese&t"), tr("Set every dimension to 0, the centre of latent space"))
        self.reset_button.setMinimumWidth(_SHORT)
        self.random_button.setObjectName("randomise")
        self.reset_button.setObjectName("reset")
        self.class_choice = ClassChoice(self._session.edits, self)
        self.choosing_box = ChoosingBox(self._latent.random.choosing, self._latent.random)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.seed_box, 1)
        row.addWidget(self.random_button)
        row.addWidget(self.reset_button)
        return row

    def _build_order(self) -> QHBoxLayout:
        self.order_box = QComboBox()
        self.order_box.setAccessibleName(tr("Order of the dimensions"))
        self.order_box.addItems([tr("By number"), tr(_HERE)])
        self.order_box.setToolTip(
            tr(
                "By sensitivity: the dimensions that change the picture most around this point come first. "
                "Choose it again to measure anew."
            )
        )
        self.filter = UndoableLine()
        self.filter.setPlaceholderText(tr("Show all, or 3, 10-20"))
        self.filter.setAccessibleName(tr("Dimensions to show"))
        self.filter.setClearButtonEnabled(True)
        row = QHBoxLayout()
        row.addWidget(self.order_box)
        row.addWidget(self.filter, 1)
        return row

    def _build_table(self) -> QTableView:
        self.table = QTableView()
        self.table.setObjectName("latent-table")
        self.table.setAccessibleName(tr("Latent dimensions"))
        self.table.setToolTip(
            tr(
                "Drag, or press Left and Right (with Shift: larger steps). Double click or Delete: back "
                "to 0. Double click a value, or press F2, to type it. Click a dimension's number, or "
                "press L, to lock it; P pins it on top. The wheel moves the slider that was pressed last."
            )
        )
        self.model = LatentOrder(self._latent, self)
        self.table.setModel(self.model)
        self._slider_delegate, self._value_delegate = SliderDelegate(self.table), ValueDelegate(self.table)
        self.table.setItemDelegateForColumn(Column.SLIDER, self._slider_delegate)
        self.table.setItemDelegateForColumn(Column.VALUE, self._value_delegate)
        self._mouse = SliderMouse(self.table)
        self._set_behaviour()
        self._set_sizes()
        return self.table

    def _set_behaviour(self) -> None:
        self.table.setTabKeyNavigation(False)  # Tab is the way out, Up and Down go through the dimensions
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def _set_sizes(self) -> None:
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(24)
        header = self.table.horizontalHeader()
        header.hide()
        header.setSectionResizeMode(Column.INDEX, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.SLIDER, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(Column.VALUE, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(Column.INDEX, self.fontMetrics().horizontalAdvance("pin lock 000") + 8)
        header.resizeSection(Column.VALUE, 64)

    def _connect(self) -> None:
        latent, table = self._latent, self.table
        self.seed_box.valueChanged.connect(self._go_to_seed)
        self.random_button.clicked.connect(latent.randomise)
        self.reset_button.clicked.connect(latent.reset)
        self.order_box.activated.connect(self._order)
        self.filter.textChanged.connect(self._filter)
        table.clicked.connect(self._click)
        table.customContextMenuRequested.connect(self._show_menu)
        acts = ((LOCK, self._toggle_lock), (PIN, self._toggle_pin), (ZERO, self._zero), (TYPE, self._type))
        for key, act in acts:
            bind(key, table, partial(self._act_on_current, act))
        self.norm_bar.moved.connect(latent.scale)
        latent.seed_changed.connect(self.seed_box.show_number)
        latent.marks_changed.connect(self.model.show_pins)
        latent.sensitivity.changed.connect(self._show_sensitivity)
        latent.sensitivity.moved.connect(self._show_where)
        self._session.z_changed.connect(self._show_norm)

    def _go_to_seed(self) -> None:
        if self.seed_box.number is not None:
            self._latent.go_to_seed(self.seed_box.number)

    def _order(self, choice: int) -> None:
        if choice == BY_SENSITIVITY:
            self._latent.sensitivity.measure()
        else:
            self.model.order_by_sensitivity(False)

    def _show_sensitivity(self) -> None:
        """Once it is known no more, as of another generator, the order is by number again."""
        if self.order_box.currentIndex() == BY_NUMBER:
            return
        known = self._latent.sensitivity.current is not None
        self.model.order_by_sensitivity(known)
        if known:
            self.table.scrollToTop()
        else:
            self.order_box.setCurrentIndex(BY_NUMBER)

    def _show_where(self) -> None:
        """What was measured at another point, or in another network, says so until it is measured anew."""
        sensitivity = self._latent.sensitivity
        elsewhere = sensitivity.current is not None and not sensitivity.is_of_here
        self.order_box.setItemText(BY_SENSITIVITY, tr(_ELSEWHERE if elsewhere else _HERE))

    def _filter(self, text: str) -> None:
        understood = self.model.show_only(text)
        self.filter.setToolTip("" if understood else tr("Numbers and ranges, such as 3, 10-20"))
        self.filter.setStyleSheet("" if understood else f"color: {ERROR};")

    def _click(self, index: QModelIndex) -> None:
        if index.column() == Column.INDEX:
            self._toggle_lock(index)

    def _act_on_current(self, act: Callable[[QModelIndex], None]) -> None:
        if self.table.currentIndex().isValid():
            act(self.table.currentIndex())

    def _row(self, index: QModelIndex) -> int:
        """The dimension that stands there."""
        return self.model.mapToSource(index).row()

    def _toggle_lock(self, index: QModelIndex) -> None:
        self._latent.toggle_lock(self._row(index))

    def _toggle_pin(self, index: QModelIndex) -> None:
        self._latent.toggle_pin(self._row(index))

    def _zero(self, index: QModelIndex) -> None:
        self.model.setData(index, 0.0)

    def _type(self, index: QModelIndex) -> None:
        self.table.edit(index.siblingAtColumn(Column.VALUE))

    def _show_menu(self, place: QPoint) -> None:
        index = self.table.indexAt(place)
        if index.isValid():
            self.menu_for(index).popup(self.table.viewport().mapToGlobal(place))

    def menu_for(self, index: QModelIndex) -> QMenu:
        """What can be done with one dimension."""
        row = self._row(index)
        pin = tr("Let it go back to its &place") if self._latent.is_pinned(row) else tr("&Pin on top")
        lock = tr("Un&lock") if self._latent.is_locked(row) else tr("&Lock")
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(f"{pin}\t{PIN.shortcut}", lambda: self._toggle_pin(index))
        menu.addAction(f"{lock}\t{LOCK.shortcut}", lambda: self._toggle_lock(index))
        menu.addAction(f"{tr(ZERO.text)}\t{ZERO.shortcut}", lambda: self._zero(index))
        return menu

    def _show_norm(self, z: Latent) -> None:
        if len(z):
            norm = float(np.linalg.norm(z))
            self.norm_bar.show_norm(norm, len(z), self._session.distribution)
            self.norm_label.setText(f"‖z‖ = {norm:.2f}")
