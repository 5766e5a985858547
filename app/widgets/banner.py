"""A line across the window that says what went wrong, what was done or what can be done, until it is dismissed."""

from collections.abc import Callable, Mapping
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from app.theme import ERROR, GAP, NOTICE
from app.widgets.buttons import icon_button
from app.widgets.icons import dress
from gan.words import tr

NOTICE_MS = 15_000
Choices = Mapping[str, Callable[[], object]]
"""What can be done about it: the words on a button, and what it does."""


class Banner(QFrame):
    """Hidden until there is something to say; a newer message replaces an older one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.buttons: list[QPushButton] = []
        self._fade = QTimer(self, interval=NOTICE_MS, singleShot=True)
        self._fade.timeout.connect(self.hide)
        self._build_ui()
        dismiss = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        for pressed in (dismiss.activated, dismiss.activatedAmbiguously):  # of two banners, one after the other
            pressed.connect(self.hide)
        self.hide()

    def _build_ui(self) -> None:
        self.label = QLabel()
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.close_button = icon_button("close", tr("Dismiss this message"), tr("Dismiss this message (Esc)"))
        self.close_button.setAutoRaise(True)
        dress(self.close_button, "close", QColor("#ffffff"))
        self.close_button.clicked.connect(self.hide)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(GAP * 2, GAP, GAP, GAP)
        self._row.addWidget(self.label, 1)
        self._row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def message(self) -> str:
        """What it says, or said last."""
        return self.label.text()

    def tell(self, message: str, choices: Choices | None = None) -> None:
        """Show what went wrong."""
        self._show(message, ERROR, choices or {})

    def notice(self, message: str, choices: Choices | None = None) -> None:
        """Show what was done, for a while."""
        self._show(message, NOTICE, choices or {})
        self._fade.start()

    def ask(self, message: str, choices: Choices) -> None:
        """Show what can be done; the banner closes with the choice."""
        self._show(message, NOTICE, choices)

    def _show(self, message: str, colour: str, choices: Choices) -> None:
        self._fade.stop()
        self.setStyleSheet(_style(colour))
        self.label.setText(message)
        self.setAccessibleDescription(message)
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(text, run) for text, run in choices.items()]
        self._order_stops()
        self.show()

    def _order_stops(self) -> None:
        """Tab goes through the choices, then to the cross; what comes new would be the last stop of the window."""
        stops = [self.close_button, *self.buttons, self.close_button]
        for before, after in pairwise(stops if self.buttons else []):
            QWidget.setTabOrder(before, after)

    def _button(self, text: str, run: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(self.hide)
        button.clicked.connect(lambda: run())
        self._row.insertWidget(self._row.count() - 1, button)
        return button


def _style(colour: str) -> str:
    button = "background: transparent; border: 1px solid white; border-radius: 4px; padding: 2px 10px;"
    return (
        f"#banner {{ background: {colour}; border-bottom: 1px solid rgba(255, 255, 255, 70); }}"
        "#banner QLabel, #banner QToolButton, #banner QPushButton { color: white; }"
        f"#banner QPushButton {{ {button} }}"
        "#banner QPushButton:hover, #banner QPushButton:focus { background: rgba(255, 255, 255, 60); }"
    )
