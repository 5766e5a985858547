"""The settings of a new run: a form derived from the config classes."""

import dataclasses
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.theme import GAP
from app.train.fields import Field, as_text
from app.widgets.buttons import tool_button
from app.widgets.file_dialogs import Kind, ask_for_folder, ask_to_open
from app.widgets.icons import dress
from app.widgets.labels import literal, muted
from app.widgets.numbers import read_number
from app.widgets.undoable_line import UndoableLine
from gan.data.containers import ARRAY, ZIP
from gan.data.imagesets import NAMED_SETS, describe
from gan.data.value_range import AS_STORED, AUTO
from gan.errors import LatentariumError, UsageError
from gan.model.classes import listed
from gan.model.config import ModelConfig
from gan.model.doublings import OFFERED_SIZES
from gan.train.config import LIMITS, TrainConfig
from gan.train.labels import problem_of
from gan.train.presets import OWN, PRESETS, Preset
from gan.words import tr

FIRST_LOOK = PRESETS[0].config
"""What the form starts with: needs no internet and shows shapes after a minute on two cores."""
FEWEST_LETTERS = 10
"""Of the chosen entry that can be read in the narrowest form."""

OTHER_FOLDER, OTHER_FILE = "…", "….zip"
"""What the entries that ask for pictures of one's own stand for until they are answered."""


class SettingsForm(QWidget):
    """Every setting of :class:`TrainConfig` and :class:`ModelConfig`; the less used ones below Advanced."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, Field] = {}
        self._has_chosen_data = False
        self._fitted: tuple[Preset, TrainConfig] | None = None
        self._build_ui()
        self.set_config(FIRST_LOOK)
        self._connect()

    def _build_ui(self) -> None:
        self.basic = QFormLayout()
        self.basic.addRow(tr("Start from"), self._build_preset_box())
        self.basic.addRow(tr("Pictures"), self._build_data_row())
        self.basic.addRow(tr("Stop after"), self._build_limit())
        self.advanced_widget = QWidget()
        advanced = QFormLayout(self.advanced_widget)
        advanced.setContentsMargins(0, 0, 0, 0)
        for form in (self.basic, advanced):
            form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
            form.setVerticalSpacing(GAP)
        for settings in (ModelConfig, TrainConfig):
            for info in settings.infos():
                if info.name not in ("data", *LIMITS):
                    self._add_field(advanced if info.advanced else self.basic, info)
        self.advanced_button = tool_button(tr("Advanced"), icon="next")
        self.advanced_button.setCheckable(True)
        self.advanced_button.setAutoRaise(True)
        self.explanation = muted(wraps=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addLayout(self.basic)
        layout.addWidget(self.explanation)
        layout.addWidget(self.advanced_button)
        layout.addWidget(self.advanced_widget)
        layout.addStretch(1)
        self._show_advanced(False)

    def _build_preset_box(self) -> QComboBox:
        self.preset_box = _yielding_box()
        self.preset_box.setObjectName("preset")
        self.preset_box.setAccessibleName(tr("Settings to start from"))
        for preset in PRESETS:
            self.preset_box.addItem(tr(preset.title), preset)
            self.preset_box.setItemData(
                self.preset_box.count() - 1, tr(preset.explanation), Qt.ItemDataRole.ToolTipRole
            )
        return self.preset_box

    def _build_data_row(self) -> QWidget:
        self.preview_button = tool_button(
            tr("Previe&w…"), tr("Look at some of the pictures as the networks will see them")
        )
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._build_data_box(), 1)
        layout.addWidget(self.preview_button)
        return row

    def _build_data_box(self) -> QComboBox:
        self.data_box = _yielding_box()
        self.data_box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.data_box.setObjectName("data")
        self.data_box.setAccessibleName(tr("Pictures to learn from"))
        self.data_box.setToolTip(tr(TrainConfig.info("data").explanation))
        for name, info in NAMED_SETS.items():
            self.data_box.addItem(tr(info.title), name)
        self.data_box.addItem(tr("A folder of pictures…"), OTHER_FOLDER)
        self.data_box.addItem(tr("Pictures in a file ({zip}, {array})…", zip=ZIP, array=ARRAY), OTHER_FILE)
        return self.data_box

    def _build_limit(self) -> QWidget:
        self.limit_edit = UndoableLine()
        self.limit_edit.setObjectName("stop-after")
        self.limit_edit.setAccessibleName(tr("How long to train"))
        self.limit_box = QComboBox()
        self.limit_box.setAccessibleName(tr("Unit of the limit"))
        for name in LIMITS:
            self.limit_box.addItem(tr(name), name)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.limit_edit, 1)
        layout.addWidget(self.limit_box)
        return row

    def _add_field(self, form: QFormLayout, info: Any) -> None:
        field = Field(info, OFFERED_SIZES if info.name == "image_size" else ())
        self._fields[info.name] = field
        if isinstance(field.input, QCheckBox):
            form.addRow(field)
        else:
            label = QLabel(tr(info.label))
            label.setToolTip(tr(info.explanation))
            label.setBuddy(field)
            form.addRow(label, field)

    def _connect(self) -> None:
        self.preset_box.activated.connect(self._choose_preset)
        self.data_box.activated.connect(self._choose_data)
        self.data_box.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.limit_edit.textChanged.connect(lambda _: self.changed.emit())
        self.limit_box.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.limit_edit.editingFinished.connect(self._fit)
        self.limit_box.activated.connect(self._fit)
        self.advanced_button.toggled.connect(self._show_advanced)
        for field in self._fields.values():
            field.changed.connect(self.changed)
            field.explained.connect(self.explanation.setText)

    def config(self) -> TrainConfig:
        """What is entered. Raises :class:`UsageError` for the first thing that is wrong."""
        values = {name: field.value() for name, field in self._fields.items()}
        model = {info.name: values.pop(info.name) for info in ModelConfig.infos()}
        limit = dict.fromkeys(LIMITS) | {self.limit_box.currentData(): self._limit()}
        return TrainConfig(data=self.data(), **limit, **values, model=ModelConfig(**model))

    def set_config(self, config: TrainConfig) -> None:
        """Show ``config``."""
        for settings in (config, config.model):
            for name in (field.name for field in dataclasses.fields(settings)):
                if name in self._fields:
                    self._fields[name].set_value(getattr(settings, name))
        self._show_data(config.data)
        name = next((name for name in LIMITS if getattr(config, name) is not None), LIMITS[0])
        self.limit_box.setCurrentIndex(self.limit_box.findData(name))
        self.limit_edit.setText(as_text(getattr(config, name)))

    def go_on_from(self, config: TrainConfig) -> None:
        """Show the settings that a person has come to before; other ones to start from leave them their pictures."""
        self.set_config(config)
        self._has_chosen_data = config.data != FIRST_LOOK.data

    def data(self) -> str:
        """The name of the set, or the folder's path."""
        return str(self.data_box.currentData())

    def set_data(self, data: str) -> None:
        """Choose other pictures; size and colours become those that suit them.

        A range of numbers, which was another set's, is forgotten. Raises :class:`LatentariumError`.
        """
        info = describe(data)
        if data != self._chosen and self._fields["value_range"].value() != AS_STORED:
            self.set_value_range(AUTO)
        self._has_chosen_data = True
        self._show_data(data)
        self._fields["image_size"].set_value(info.image_size)
        self._fields["channels"].set_value(info.channels)
        self._fit()
        self.explanation.setText("\n".join((tr(info.explanation), *self._advice())))

    def _advice(self) -> Iterator[str]:
        """Which settings suit own pictures, unless they are what a person has started from."""
        own = next(preset for preset in PRESETS if preset.name == OWN)
        if self.data() not in NAMED_SETS and self.preset_box.currentData() is not own:
            yield tr("If they are only some hundreds, start from {title}.", title=tr(own.title))

    def set_place(self, data: str) -> None:
        """The pictures that were chosen lie in another place now; all that was set for them stays."""
        self._has_chosen_data = True
        self._show_data(data)

    def show_classes(self, names: Sequence[str] | None) -> None:
        """Offer to learn the classes of the chosen pictures, or say why those cannot be; None if they are not known."""
        field = self._fields["labels"]
        if names is None:
            field.offer("", tr(field.info.explanation))
        elif problem := problem_of(names, self.data()):
            reason = tr("not possible with these pictures") if names else tr("these pictures have none")
            field.withhold(reason, problem)
        else:
            field.offer(f"{len(names)}", f"{listed(names)}. {tr(field.info.explanation)}")

    def set_value_range(self, value_range: str) -> None:
        """Choose what becomes black and white of pictures with more than 8 bits."""
        self._fields["value_range"].set_value(value_range)

    def _choose_preset(self) -> None:
        """Start from other settings; who has chosen pictures keeps them, with their colours."""
        preset = self.preset_box.currentData()
        config = preset.on(self.data()) if self._has_chosen_data else preset.config
        self.set_config(config)
        self._fitted = (preset, config) if preset.fits else None
        self.explanation.setText(tr(preset.explanation))

    def _fit(self) -> None:
        """Follow other pictures or another time where the settings are still those that a preset took from them."""
        if self._fitted is None:
            return
        preset, before = self._fitted
        try:
            now = self.config()
            given = {name: getattr(now, name) for name in ("data", "labels", *LIMITS)}
            model = dataclasses.replace(before.model, image_size=now.model.image_size, channels=now.model.channels)
            if now != dataclasses.replace(before, **given, model=model):
                self._fitted = None
                return
            fitted = preset.fitted(now)
        except UsageError:
            return
        self.set_config(fitted)
        self._fitted = preset, fitted

    def _show_data(self, data: str) -> None:
        with QSignalBlocker(self.data_box):
            if self.data_box.findData(data) < 0:
                self.data_box.insertItem(self.data_box.findData(OTHER_FOLDER), Path(data).name, data)
                self.data_box.setItemData(self.data_box.findData(data), literal(data), Qt.ItemDataRole.ToolTipRole)
            self.data_box.setCurrentIndex(self.data_box.findData(data))
        self._chosen = data
        self.changed.emit()

    def _choose_data(self) -> None:
        data = self._asked_for(self.data())
        if not data:
            self._show_data(self._chosen)
            return
        try:
            self.set_data(data)
        except LatentariumError as error:
            self._show_data(self._chosen)
            self.explanation.setText(str(error))

    def _asked_for(self, data: str) -> str:
        """``data``, or the place that a person names instead; empty if they change their mind."""
        if data == OTHER_FOLDER:
            return str(ask_for_folder(Kind.DATA, self, tr("Choose a folder of pictures")) or "")
        if data == OTHER_FILE:
            files = tr("Pictures in one file (*{zip} *{array})", zip=ZIP, array=ARRAY)
            return str(ask_to_open(Kind.DATA, self, tr("Choose a file of pictures"), files) or "")
        return data

    def _limit(self) -> float:
        text, unit = self.limit_edit.text().strip(), self.limit_box.currentText()
        if not text:
            raise UsageError(tr("enter after how many {unit} the run is to stop", unit=unit))
        return read_number(text, tr("a number of {unit}", unit=unit))

    def _show_advanced(self, shown: bool) -> None:
        self.advanced_widget.setVisible(shown)
        dress(self.advanced_button, "down" if shown else "next")


def _yielding_box() -> QComboBox:
    """One that is as wide as there is room for, however long its entries are."""
    box = QComboBox()
    box.setMinimumContentsLength(FEWEST_LETTERS)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box
