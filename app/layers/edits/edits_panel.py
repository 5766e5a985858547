"""The Edits panel: what the edits do to the picture, and the list of them."""

from functools import partial

import numpy as np
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.layers.edits.keys import REMOVE
from app.layers.edits.paintable_view import PaintableView
from app.layers.views.wording import edit_text
from app.session.open_model import OpenModel
from app.session.session import Session
from app.session.wanted import NOTHING, Wanted
from app.theme import GAP
from app.widgets.buttons import icon_button, push_button, tool_button
from app.widgets.image_view import ImageView
from app.widgets.labels import muted
from app.widgets.number_fields import FloatField
from app.widgets.undoable_line import UndoableLine
from app.widgets.watch import Watch
from gan.images import Picture
from gan.layers.edits import CELLS, LARGEST_GAIN, Cells, Edit, Painting, parse_edit
from gan.layers.mosaic import colour_table
from gan.request import RenderResult
from gan.words import marked, tr

OWNER = "edits"
SLIDER_GAIN = 4.0
_STEPS = 100
_REGION_TIP = marked(
    "Paint on the picture where the chosen edit holds; the right button rubs out. "
    "The picture is large until this is pressed again"
)
_HINT = marked("No edits yet. Mute, solo or amplify channels in the Channels panel, or type one below.")
_TEXT_TIP = marked(
    "block2:17=0 mutes a channel, block2:3,5-9=1.5 amplifies some, block2:*-17=0 leaves one, "
    "@0,0,0.5,1 at the end limits an edit to the left half; the command line's --edit takes the same"
)


class EditsPanel(QWidget):
    """After, before and difference; the list, with the gain and the region of the chosen edit."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._edits = session.edits
        self._watch = Watch(self, partial(session.watch, OWNER), NOTHING)
        self._build_ui()
        self._connect()
        self._show_edits()
        session.follow_model(self._take_model)

    def _build_ui(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addLayout(self._build_pictures(), 3)
        layout.addWidget(self._build_list(), 2)
        layout.addLayout(self._build_gain())
        layout.addWidget(self._build_entry())

    def _build_pictures(self) -> QHBoxLayout:
        self.after = PaintableView(tr("After"))
        self.before = ImageView(tr("Before"), whole_pixels=False)
        self.difference = ImageView(tr("Difference"), whole_pixels=False)
        self.after.setToolTip(tr("With the edits"))
        self.before.setToolTip(tr("Without any edit"))
        self.difference.setToolTip(
            tr(
                "How much each pixel changes, in grey levels from 0 to 255, as a mean over its colours: "
                "from black, not at all, to the largest change there is"
            )
        )
        self.caption = muted()
        self.caption.setToolTip(self.difference.toolTip())
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addLayout(_captioned(self.after, muted(tr("After")), *self._build_region()), 2)
        self.comparison = QWidget()
        column = QVBoxLayout(self.comparison)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addLayout(_captioned(self.before, muted(tr("Before"))), 1)
        column.addLayout(_captioned(self.difference, self.caption), 1)
        row.addWidget(self.comparison, 1)
        for view, name in (
            (self.after, marked("after")),
            (self.before, marked("before")),
            (self.difference, "difference"),
        ):
            view.setObjectName(name)
            view.setAccessibleName(
                tr("Picture {name} editing", name=tr(name)) if view is not self.difference else tr("Difference")
            )
        return row

    def _build_list(self) -> QListWidget:
        self.list = QListWidget()
        self.list.setObjectName("edits")
        self.list.setAccessibleName(tr("Edits"))
        self.list.setAlternatingRowColors(True)
        self.hint = muted(tr(_HINT), wraps=True)
        inside = QVBoxLayout(self.list)
        inside.addWidget(self.hint, 0, Qt.AlignmentFlag.AlignTop)
        return self.list

    def _build_region(self) -> tuple[QToolButton, QToolButton]:
        self.region = tool_button(tr("Re&gion"), tr(_REGION_TIP))
        self.region.setCheckable(True)
        self.everywhere = tool_button(tr("Ever&ywhere"), tr("Let the chosen edit hold on the whole map again"))
        return self.region, self.everywhere

    def _build_gain(self) -> QHBoxLayout:
        self.gain = QSlider(Qt.Orientation.Horizontal)
        self.gain.setRange(0, round(SLIDER_GAIN * _STEPS))
        self.gain.setAccessibleName(tr("Gain"))
        self.gain.setToolTip(tr("What the channels are multiplied by: 0 mutes them, 1 changes nothing"))
        self.gain_box = FloatField()
        self.gain_box.setAccessibleName(tr("Gain, typed"))
        self.gain_box.setRange(-LARGEST_GAIN, LARGEST_GAIN)
        self.gain_box.setSingleStep(0.1)
        self.gain_box.setPrefix("× ")
        self.remove = icon_button("close", tr(REMOVE.tip), f"{tr(REMOVE.tip)} ({REMOVE.shortcut})")
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for widget in (self.gain, self.gain_box, self.remove):
            row.addWidget(widget, 1 if widget is self.gain else 0)
        return row

    def _build_entry(self) -> QWidget:
        self.entry = UndoableLine()
        self.entry.setObjectName("edit_entry")
        self.entry.setPlaceholderText("block2:17=0")
        self.entry.setAccessibleName(tr("An edit as text"))
        self.entry.setToolTip(tr(_TEXT_TIP))
        self.copy = push_button(tr("&Copy"), tr("Copy all edits as options of the command line"))
        self.clear = push_button(tr("Cle&ar"), tr("Remove all edits"))
        label = QLabel(tr("New edit as te&xt"))
        label.setBuddy(self.entry)
        self.typing = QWidget()
        grid = QGridLayout(self.typing)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(2)
        grid.addWidget(label, 0, 0, 1, 3)
        for column, widget in enumerate((self.entry, self.copy, self.clear)):
            grid.addWidget(widget, 1, column)
        return self.typing

    def _connect(self) -> None:
        self._session.rendered.connect(self._take_result)
        self._edits.changed.connect(self._show_edits)
        self.list.currentRowChanged.connect(self._show_chosen)
        for keys in (REMOVE.shortcut, "Backspace"):
            QShortcut(QKeySequence(keys), self.list, self._remove, context=Qt.ShortcutContext.WidgetShortcut)
        self.gain.valueChanged.connect(lambda value: self._set_gain(value / _STEPS))
        self.gain_box.valueChanged.connect(self._set_gain)
        self.region.toggled.connect(self._set_painting)
        self.everywhere.clicked.connect(self._lift_region)
        self.after.cells_painted.connect(self._paint_region)
        self.remove.clicked.connect(self._remove)
        self.entry.returnPressed.connect(self._add_typed)
        self.copy.clicked.connect(self._copy)
        self.clear.clicked.connect(self._edits.clear)

    @property
    def chosen(self) -> int:
        """The row of the chosen edit, -1 for none."""
        row = self.list.currentRow()
        return row if row < len(self._edits.current) else -1

    def _take_model(self, before: OpenModel | None, now: OpenModel) -> None:
        self._watch.want(Wanted(unedited=True))

    def _take_result(self, result: RenderResult) -> None:
        if result.unedited is not None:
            after, before = result.images[0], result.unedited[0]
            self.after.set_picture(after)
            self.before.set_picture(before)
            change = change_of(before, after)
            largest = int(change.max())
            self.caption.setText(tr("Change, up to {largest} of 255", largest=largest) if largest else tr("No change"))
            self.difference.set_picture(colour_table("magma")[change.astype(np.uint16) * 255 // max(1, largest)])

    def _show_edits(self) -> None:
        edits, row = self._edits.current, self.list.currentRow()
        grown = len(edits) > self.list.count()
        with QSignalBlocker(self.list):
            self.list.clear()
            for edit in edits:
                self.list.addItem(self._edit_text(edit))
                self.list.item(self.list.count() - 1).setToolTip(str(edit))
            self.list.setCurrentRow(len(edits) - 1 if grown else min(row, len(edits) - 1))
        self.hint.setVisible(not edits)
        self.copy.setEnabled(bool(edits))
        self.clear.setEnabled(bool(edits))
        self._show_chosen()

    def _edit_text(self, edit: Edit) -> str:
        assert self._session.model is not None
        return edit_text(edit, self._session.model.config)

    def _show_chosen(self) -> None:
        edit = self._edits.current[self.chosen] if self.chosen >= 0 else None
        for widget in (self.gain, self.gain_box, self.region, self.remove):
            widget.setEnabled(edit is not None)
        self.everywhere.setEnabled(edit is not None and edit.region is not None)
        if edit is None:
            self.region.setChecked(False)
        with QSignalBlocker(self.gain), QSignalBlocker(self.gain_box):
            self.gain.setValue(round((1.0 if edit is None else edit.gain) * _STEPS))
            self.gain_box.setValue(1.0 if edit is None else edit.gain)
        self.after.set_cells(None if edit is None else cells_of(edit))

    def _set_gain(self, gain: float) -> None:
        if self.chosen >= 0:
            self._edits.replace(self.chosen, self._edits.current[self.chosen].with_gain(gain))

    def _paint_region(self, cells: Cells) -> None:
        if self.chosen >= 0:
            region = Painting.of(cells) if cells.any() else None
            self._edits.replace(self.chosen, self._edits.current[self.chosen].within(region))

    def _set_painting(self, painting: bool) -> None:
        """The picture that is painted on takes the room of all that is not needed meanwhile."""
        self.after.set_painting(painting)
        for widget in (self.comparison, self.list, self.typing):
            widget.setVisible(not painting)

    def _lift_region(self) -> None:
        self.region.setChecked(False)
        self._edits.replace(self.chosen, self._edits.current[self.chosen].within(None))

    def _remove(self) -> None:
        if self.chosen >= 0:
            self._edits.remove(self.chosen)

    def _add_typed(self) -> None:
        if self._session.attempt(lambda: self._edits.add(parse_edit(self.entry.text()))):
            self.entry.clear()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(" ".join(f'--edit "{edit}"' for edit in self._edits.current))


def change_of(before: Picture, after: Picture) -> Picture:
    """(H, W, C) twice -> (H, W) uint8: the mean absolute difference over the colours."""
    difference = np.abs(after.astype(np.int16) - before.astype(np.int16)).mean(axis=2)
    return difference.round().astype(np.uint8)


def cells_of(edit: Edit) -> Cells | None:
    """The cells that ``edit`` holds in, for more than half of each; None if it holds everywhere."""
    return None if edit.region is None else edit.region.weights(CELLS, CELLS) > 0.5


def _captioned(view: QWidget, *caption: QWidget) -> QVBoxLayout:
    column, line = QVBoxLayout(), QHBoxLayout()
    column.setSpacing(2)
    column.addWidget(view, 1)
    column.addLayout(line)
    line.addStretch()
    for widget in caption:
        line.addWidget(widget)
    line.addStretch()
    return column
