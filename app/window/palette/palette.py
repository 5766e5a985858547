"""The command palette: a few letters find whatever the window can do."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.theme import GAP
from app.widgets.icons import icon
from app.widgets.labels import muted
from app.window.palette.command_lines import COMMAND_ROLE, LETTERS_ROLE, CommandLines
from app.window.palette.commands import Command
from app.window.palette.last_used import LastUsed
from app.window.palette.matching import Match, match
from gan.words import tr

SIZE = QSize(640, 460)
TOP = 48
"""Pixels below the upper edge of the window."""
_MOVES = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -8,
    Qt.Key.Key_PageDown: 8,
}


class Palette(QDialog):
    """Lists those of ``commands`` that fit what is typed, the likeliest first, of equals those that were used last.

    The keyboard stays in the field: arrow keys choose, Enter runs what is chosen, Esc or a click elsewhere closes.
    """

    def __init__(self, commands: Sequence[Command], last_used: LastUsed, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Find a command"))
        self.setObjectName("palette")
        self.setStyleSheet("#palette { border: 1px solid palette(mid); }")
        self._window, self._last_used = window, last_used
        self._commands = _last_first(commands, last_used.keys())
        self.field, self.list, self.nothing = QLineEdit(), QListWidget(), muted(tr("No command fits these letters"))
        self._build_ui()
        self._fill("")

    def _build_ui(self) -> None:
        self.field.setPlaceholderText(tr("Find a command, a panel, a model or a run"))
        self.field.setAccessibleName(tr("Find a command"))
        self.field.setClearButtonEnabled(True)
        self.field.addAction(icon("search", self.palette()), QLineEdit.ActionPosition.LeadingPosition)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._fill)
        self.list.setAccessibleName(tr("Commands"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(CommandLines(self.list))
        self.list.currentItemChanged.connect(self._say)
        self.list.itemClicked.connect(self.run_chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self.field)
        layout.addWidget(self.nothing)
        layout.addWidget(self.list, 1)

    def open_above(self) -> None:
        """Show it in the upper middle of the window."""
        self.resize(SIZE.boundedTo(self._window.size() - QSize(2 * GAP, TOP + GAP)))
        self.move(self._window.mapToGlobal(QPoint((self._window.width() - self.width()) // 2, TOP)))
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def chosen(self) -> Command | None:
        """What Enter runs."""
        item: QListWidgetItem | None = self.list.currentItem()
        return None if item is None else item.data(COMMAND_ROLE)

    def shown(self) -> list[Command]:
        """What is listed, from top to bottom."""
        return [self.list.item(row).data(COMMAND_ROLE) for row in range(self.list.count())]

    def run_chosen(self) -> None:
        """Close, then run what is chosen, as if a menu had been used; what cannot be done now stays, and says why."""
        command = self.chosen
        if command is not None and not command.why_not:
            self._last_used.add(command.key)
            # Once the keyboard is back where it was: some commands ask which panel has it.
            QTimer.singleShot(0, self._window, command.run)
            self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in _MOVES:
                self._move_by(_MOVES[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.run_chosen()
                return True
        return super().eventFilter(watched, event)

    def _move_by(self, step: int) -> None:
        """One step goes round at the ends, a page stops there."""
        count = self.list.count()
        if count:
            row = self.list.currentRow() + step
            self.list.setCurrentRow(row % count if abs(step) == 1 else min(max(row, 0), count - 1))

    def _fill(self, query: str) -> None:
        found = [
            (match(query, command.title, f"{command.place} {command.note}"), command) for command in self._commands
        ]
        fitting = [(how, command) for how, command in found if how is not None]
        self.list.clear()
        for how, command in sorted(fitting, key=lambda one: one[0].distance):
            self.list.addItem(_item(how, command))
        self.list.setCurrentRow(0)
        self.nothing.setVisible(not fitting)

    def _say(self, item: QListWidgetItem | None) -> None:
        """The keyboard is in the field, so that is where a screen reader listens."""
        self.field.setAccessibleDescription("" if item is None else item.data(Qt.ItemDataRole.AccessibleTextRole))


def _item(how: Match, command: Command) -> QListWidgetItem:
    item = QListWidgetItem(command.title)
    item.setData(COMMAND_ROLE, command)
    item.setData(LETTERS_ROLE, how.letters)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, command.sentence)
    item.setToolTip(command.note)
    return item


def _last_first(commands: Sequence[Command], keys: Sequence[str]) -> list[Command]:
    """Those of ``keys`` in their order, then the others as they were."""
    places = {key: place for place, key in enumerate(keys)}
    return sorted(commands, key=lambda command: places.get(command.key, len(places)))
