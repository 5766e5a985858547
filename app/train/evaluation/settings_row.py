"""What is asked of all models: how many pictures, which real ones, in which feature space."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from app.theme import GAP
from app.train.evaluation.candidates import COUNTS, Settings
from app.widgets.file_dialogs import Kind, ask_for_folder
from app.widgets.flow_row import FlowRow
from app.widgets.labels import literal
from gan.data.named import NAMED_SETS
from gan.measure.spaces import SPACES
from gan.words import tr

_FOLDER = "\0folder"
"""Stands for a folder that is still to be chosen; no path can be this."""


class SettingsRow(QWidget):
    """Tells of every choice; shows what it is told."""

    chosen = Signal(object)
    """Other :class:`Settings`."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        spaces = [space for space in SPACES.values() if space.is_here]
        self.count_box = _box(tr("How many pictures of each model are drawn and measured"))
        _fill(self.count_box, ((tr(title), count, "") for count, title in COUNTS.items()))
        self.data_box = _box(tr("The real pictures that generated ones are held to"))
        _fill(
            self.data_box,
            ((tr("own pictures"), "", tr("Those that each model learned from, as its run or file says")),),
        )
        _fill(self.data_box, ((tr(info.title), name, "") for name, info in NAMED_SETS.items()))
        _fill(self.data_box, ((tr("a folder…"), _FOLDER, tr("Choose a folder of pictures")),))
        self.space_box = _box(tr("What turns pictures into points whose distances mean something"))
        _fill(
            self.space_box,
            ((tr("the usual one"), "", tr("By the pictures' colours; different spaces are not compared")),),
        )
        _fill(self.space_box, ((tr(space.title), space.name, tr(space.explanation)) for space in spaces))
        self._build_ui()
        self.show_settings(settings)
        self.count_box.activated.connect(lambda _: self._choose(count=self.count_box.currentData()))
        self.data_box.activated.connect(lambda _: self._choose_data(self.data_box.currentData()))
        self.space_box.activated.connect(lambda _: self._choose(space=self.space_box.currentData()))

    def _build_ui(self) -> None:
        row = FlowRow()
        titled = (
            (tr("&Pictures of each"), self.count_box),
            (tr("Held &to"), self.data_box),
            (tr("&In the space"), self.space_box),
        )
        for title, box in titled:
            row.addWidget(_titled(title, box), 1)
        self.setLayout(row)

    def show_settings(self, settings: Settings) -> None:
        """Show what holds."""
        self._settings = settings
        if self.data_box.findData(settings.data) < 0:
            place = self.data_box.count() - 1
            self.data_box.insertItem(place, Path(settings.data).name, settings.data)
            self.data_box.setItemData(place, literal(settings.data), Qt.ItemDataRole.ToolTipRole)
        shown = ((self.count_box, settings.count), (self.data_box, settings.data), (self.space_box, settings.space))
        for box, value in shown:
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(value))

    def _choose_data(self, data: str) -> None:
        if data == _FOLDER:
            folder = ask_for_folder(Kind.DATA, self, tr("Which real pictures are they to be held to?"))
            data = self._settings.data if folder is None else str(folder)
        self._choose(data=data)

    def _choose(self, **values: Any) -> None:
        settings = replace(self._settings, **values)
        self.show_settings(settings)
        self.chosen.emit(settings)


def _titled(title: str, box: QComboBox) -> QWidget:
    label = QLabel(title)
    label.setBuddy(box)
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GAP // 2)
    column.addWidget(label)
    column.addWidget(box)
    return whole


def _box(tip: str) -> QComboBox:
    box = QComboBox()
    box.setToolTip(tip)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(10)
    return box


def _fill(box: QComboBox, items: Iterable[tuple[str, object, str]]) -> None:
    for title, value, tip in items:
        box.addItem(title, value)
        if tip:
            box.setItemData(box.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
