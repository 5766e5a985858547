"""The settings of the window, each and all of which can be put back, and what it remembers, which can be forgotten."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.theme import GAP, MARGIN
from app.widgets.buttons import push_button
from app.widgets.labels import muted, plain
from app.window.preferences import Preferences
from app.window.settings.remembered import Remembered
from app.window.settings.settings import SETTINGS, Setting, Settings
from gan.words import tr

WIDTH = 600


class SettingsDialog(QDialog):
    """Every choice holds at once; there is nothing to confirm."""

    def __init__(
        self,
        settings: Settings,
        preferences: Preferences,
        remembered: Iterable[Remembered],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings, self._preferences, self._remembered = settings, preferences, tuple(remembered)
        self.boxes: dict[str, QComboBox] = {}
        self.reset_buttons: dict[str, QPushButton] = {}
        self.forget_buttons: dict[str, QPushButton] = {}
        self.setWindowTitle(tr("Settings"))
        self.setMinimumWidth(WIDTH)
        self._build_ui()
        self._show()
        settings.changed.connect(self._show)

    def _build_ui(self) -> None:
        self._grid, self._row = QGridLayout(), 0
        self._grid.setHorizontalSpacing(MARGIN)
        self._grid.setVerticalSpacing(GAP // 2)
        self._grid.setColumnStretch(1, 1)
        for setting in SETTINGS:
            self._add_setting(setting)
        self._add_heading(tr("What the window remembers"))
        for thing in self._remembered:
            self._add_remembered(thing)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Close)
        self.all_button = push_button(tr("Reset &all settings"), tr("Put every setting back; what is remembered stays"))
        self.all_button.clicked.connect(self._reset_all)
        self.buttons.addButton(self.all_button, QDialogButtonBox.ButtonRole.ResetRole)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(MARGIN)
        layout.addLayout(self._grid)
        layout.addStretch(1)
        layout.addWidget(self.buttons)

    def _add_setting(self, setting: Setting) -> None:
        box, reset = (
            QComboBox(),
            push_button(tr("Reset"), tr("Back to: {choice}", choice=tr(setting.choices[setting.usual]))),
        )
        for value, words in setting.choices.items():
            box.addItem(tr(words), str(value))
        label = plain(tr(setting.label))
        label.setBuddy(box)
        box.setAccessibleName(tr(setting.label))
        reset.setAccessibleName(tr("Reset: {label}", label=tr(setting.label)))
        box.activated.connect(lambda index: self._settings.set(setting, box.itemData(index)))
        reset.clicked.connect(lambda: self._settings.set(setting, setting.usual))
        self.boxes[setting.key], self.reset_buttons[setting.key] = box, reset
        self._add_row(label, box, reset, tr(setting.explanation))

    def _add_remembered(self, thing: Remembered) -> None:
        button = push_button(tr("Forget"), thing.explanation)
        button.setAccessibleName(tr("Forget: {label}", label=thing.label))
        button.clicked.connect(partial(self._forget, thing))
        self.forget_buttons[thing.label] = button
        self._add_row(plain(thing.label), muted(thing.explanation, wraps=True), button)

    def _add_row(self, label: QLabel, widget: QWidget, button: QPushButton, explanation: str = "") -> None:
        self._grid.addWidget(label, self._row, 0)
        self._grid.addWidget(widget, self._row, 1)
        self._grid.addWidget(button, self._row, 2)
        if explanation:
            self._grid.addWidget(muted(explanation, wraps=True), self._row + 1, 1, 1, 2)
            self._grid.setRowMinimumHeight(self._row + 2, GAP)
        self._row += 3

    def _add_heading(self, text: str) -> None:
        heading = plain(text)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        self._grid.addWidget(heading, self._row, 0, 1, 3, Qt.AlignmentFlag.AlignLeft)
        self._row += 1

    def _show(self) -> None:
        for setting in SETTINGS:
            box = self.boxes[setting.key]
            box.setCurrentIndex(box.findData(str(self._settings.get(setting))))
            self.reset_buttons[setting.key].setEnabled(not self._settings.is_usual(setting))
        self.all_button.setEnabled(not all(map(self._settings.is_usual, SETTINGS)))
        for thing in self._remembered:
            self.forget_buttons[thing.label].setEnabled(not thing.is_empty(self._preferences))

    def _reset_all(self) -> None:
        for setting in SETTINGS:
            if not self._settings.is_usual(setting):
                self._settings.set(setting, setting.usual)

    def _forget(self, thing: Remembered) -> None:
        thing.forget(self._preferences)
        self._show()
