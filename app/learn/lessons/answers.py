"""A few answers to choose from, as long as they have to be."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from app.theme import GAP
from app.widgets.labels import plain

MOST = 4
SIDE = 28
"""Pixels of a button with a number."""


class Answers(QWidget):
    """A numbered button for each, with its words beside it; a click on the words counts, too."""

    chosen = Signal(int)
    """The answer that a person takes for right, from 0."""

    def __init__(self, keys: QWidget, parent: QWidget | None = None) -> None:
        """The numbers are also keys while the keyboard is anywhere in ``keys``."""
        super().__init__(parent)
        self.buttons = [self._button(number) for number in range(MOST)]
        self.labels = [self._label() for _ in range(MOST)]
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.setColumnStretch(1, 1)
        for number, (button, label) in enumerate(zip(self.buttons, self.labels, strict=True)):
            layout.addWidget(button, number, 0, Qt.AlignmentFlag.AlignTop)
            layout.addWidget(label, number, 1)
            context = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(str(number + 1)), keys, context=context).activated.connect(button.click)

    def offer(self, texts: Sequence[str]) -> None:
        """Have these to choose from."""
        for number, (button, label) in enumerate(zip(self.buttons, self.labels, strict=True)):
            text = texts[number] if number < len(texts) else ""
            for widget in (button, label):
                widget.setVisible(bool(text))
            label.setText(text)
            button.setAccessibleName(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease and watched in self.labels:
            self.buttons[self.labels.index(watched)].click()
        return False

    def _button(self, number: int) -> QPushButton:
        button = QPushButton(str(number + 1))
        button.setObjectName(f"answer-{number + 1}")
        button.setFixedSize(SIDE, SIDE)
        button.setAutoDefault(True)
        button.clicked.connect(lambda: self.chosen.emit(number) if button.isVisible() else None)
        return button

    def _label(self) -> QLabel:
        label = plain(wraps=True)
        label.setCursor(Qt.CursorShape.PointingHandCursor)
        label.installEventFilter(self)
        return label
