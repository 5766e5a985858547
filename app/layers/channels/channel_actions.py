"""The row below the grid: what can be done with the selected channels, by button, key and context menu."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from app.layers.channels.keys import MUTE, PIN, SOLO
from app.layers.views.channel_grid import ChannelGrid
from app.layers.views.grid_marks import Marks
from app.session.edits import Edits
from app.theme import GAP
from app.toolkit.actions import Key
from app.widgets.labels import muted
from app.widgets.number_fields import FloatField
from gan.layers.catalogue import Layer
from gan.layers.edits import LARGEST_GAIN, Edit
from gan.words import tr


class ChannelActions(QWidget):
    """Edits the selected channels of ``grid``, which shows :attr:`layer`."""

    pin_toggled = Signal()
    """The selected channels are to be pinned, or unpinned if all of them are."""

    def __init__(self, grid: ChannelGrid, edits: Edits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid, self._edits = grid, edits
        self.layer: Layer | None = None
        self._build_ui()
        self._connect()
        self._show_selection()

    def _build_ui(self) -> None:
        self.info = muted(wraps=True)
        self.info.setObjectName("channel_info")
        self.mute = self._action(MUTE, self._mute)
        self.solo = self._action(SOLO, self._solo)
        self.pin = self._action(PIN, self.pin_toggled.emit)
        self.gain = FloatField()
        self.gain.setObjectName("selection_gain")
        self.gain.setAccessibleName(tr("Gain of the selected channels"))
        self.gain.setToolTip(tr("What the selected channels are multiplied by: 0 silences them, 1 changes nothing"))
        self.gain.setRange(-LARGEST_GAIN, LARGEST_GAIN)
        self.gain.setSingleStep(0.1)
        self.gain.setPrefix("× ")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP // 2)
        layout.addWidget(self.info, 1)
        for widget in (_button(self.mute), _button(self.solo), self.gain, _button(self.pin)):
            layout.addWidget(widget)
        self._grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _action(self, key: Key, do: Callable[[], object]) -> QAction:
        action = QAction(tr(key.text), self)
        action.setShortcut(QKeySequence(key.shortcut))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setToolTip(f"{tr(key.tip)} ({key.shortcut})")
        action.triggered.connect(lambda: do())
        self._grid.addAction(action)
        return action

    def _connect(self) -> None:
        self._grid.selection_changed.connect(self._show_selection)
        self._grid.customContextMenuRequested.connect(self._open_menu)
        self._edits.changed.connect(self._show_selection)
        self.gain.valueChanged.connect(self._set_gain)

    def set_layer(self, layer: Layer | None) -> None:
        """The grid shows another layer; None while it cannot be edited."""
        if layer != self.layer:
            self.layer = layer
            self._show_selection()

    def _show_selection(self) -> None:
        chosen = self.layer is not None and bool(self._grid.selection)
        for action in (self.mute, self.solo, self.pin):
            action.setEnabled(chosen)
        self.gain.setEnabled(chosen)
        with QSignalBlocker(self.gain):
            self.gain.setValue(self._current_gain() if chosen else 1.0)

    def marks(self, pinned: frozenset[int]) -> Marks:
        """What the edits make of the layer's channels."""
        factors = None if self.layer is None else self._edits.factors(self.layer)
        if factors is None:
            return Marks(pinned=pinned)
        flat = factors.reshape(len(factors), -1)
        muted = frozenset((flat == 0).all(axis=1).nonzero()[0].tolist())
        changed = frozenset((flat != 1).any(axis=1).nonzero()[0].tolist())
        return Marks(muted, changed - muted, pinned)

    def _edit(self, gain: float = 0.0, *, inverted: bool = False) -> Edit:
        assert self.layer is not None
        return Edit(self._edits.target_of(self.layer), tuple(self._grid.selection), gain, inverted)

    def _current_gain(self) -> float:
        wanted = self._edit(1.0)
        return next((edit.gain for edit in self._edits.current if edit.with_gain(1.0) == wanted), 1.0)

    def _mute(self) -> None:
        self._edits.toggle(self._edit())

    def _solo(self) -> None:
        self._edits.toggle(self._edit(inverted=True))

    def _set_gain(self, gain: float) -> None:
        self._edits.set_gain(self._edit(gain))

    def _open_menu(self, position: QPoint) -> None:
        if self.layer is not None and self._grid.selection:
            menu = QMenu(self._grid)
            menu.addActions([self.mute, self.solo, self.pin])
            menu.exec(self._grid.viewport().mapToGlobal(position))
            menu.deleteLater()


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    return button
