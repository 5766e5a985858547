"""How the palette draws a command: what it is, where it stands, its keys."""

from itertools import groupby

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.theme import GAP, MARGIN
from app.window.palette.commands import Command

COMMAND_ROLE, LETTERS_ROLE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class CommandLines(QStyledItemDelegate):
    """Two lines: the title, with the letters that were typed in bold, and its keys; below them place and note.

    What cannot be done now is grey, and says why.
    """

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, 2 * option.fontMetrics.height() + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        command: Command = index.data(COMMAND_ROLE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = option.rect.adjusted(MARGIN, GAP // 2, -MARGIN, -GAP // 2)
        above, below = QRect(rect), QRect(rect)
        above.setHeight(rect.height() // 2)
        below.setTop(above.bottom() + 1)
        painter.save()
        if chosen:
            painter.fillRect(option.rect, option.palette.highlight())
        painter.setPen(_ink(option.palette, chosen, stands_back=bool(command.why_not)))
        _draw_keys(painter, above, command.shortcut)
        _draw_title(painter, above, command.title, index.data(LETTERS_ROLE))
        painter.setPen(_ink(option.palette, chosen, stands_back=True))
        _draw_elided(painter, below, _below(command))
        painter.restore()


def _below(command: Command) -> str:
    return "  ·  ".join(part for part in (command.place, command.why_not or command.note) if part)


def _ink(palette: QPalette, chosen: bool, *, stands_back: bool) -> QColor:
    role = QPalette.ColorRole
    if chosen:
        return palette.color(role.HighlightedText)
    return palette.color(role.PlaceholderText if stands_back else role.Text)


def _draw_keys(painter: QPainter, line: QRect, keys: str) -> None:
    """At the right end of ``line``, which is what remains afterwards."""
    painter.drawText(line, _RIGHT, keys)
    line.setRight(line.right() - painter.fontMetrics().horizontalAdvance(keys) - (GAP if keys else 0))


def _draw_title(painter: QPainter, line: QRect, title: str, letters: tuple[int, ...]) -> None:
    plain, bold = QFont(painter.font()), QFont(painter.font())
    bold.setBold(True)
    rest = QRect(line)
    for typed, places in groupby(range(len(title)), letters.__contains__):
        run = "".join(title[place] for place in places)
        painter.setFont(bold if typed else plain)
        painter.drawText(rest, _LEFT, run)
        rest.setLeft(rest.left() + painter.fontMetrics().horizontalAdvance(run))
    painter.setFont(plain)


def _draw_elided(painter: QPainter, line: QRect, text: str) -> None:
    painter.drawText(line, _LEFT, painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, line.width()))
