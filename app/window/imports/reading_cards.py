"""A reading in a list: its pictures, how likely it is, and what tells it from the likeliest."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.theme import GAP
from gan.words import marked, tr

SIDE = 268
CELL = QSize(SIDE + 3 * GAP, SIDE + 72)
_TINT = 0.15
_LEAST = 0.7
NO_PICTURES = marked("draws no pictures")


class ReadingCards(QStyledItemDelegate):
    """Draws items whose text has its heading in the first line and whose decoration is a pixmap."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return CELL

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        card = option.rect.adjusted(2, 2, -GAP // 2, -2)
        palette, state = option.palette, option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            _mark(painter, card, palette)
        inner = card.adjusted(GAP, GAP, -GAP, -GAP)
        pictures = QRect(inner.topLeft(), QSize(inner.width(), SIDE))
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        _draw_pictures(painter, pictures, index.data(Qt.ItemDataRole.DecorationRole))
        words = QRect(inner.left(), pictures.bottom() + GAP // 2, inner.width(), inner.bottom() - pictures.bottom())
        _draw_words(painter, words, str(index.data()))
        painter.restore()


def _mark(painter: QPainter, card: QRect, palette: QPalette) -> None:
    accent = palette.color(QPalette.ColorRole.Highlight)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(accent)
    accent.setAlphaF(_TINT)
    painter.setBrush(accent)
    painter.drawRoundedRect(card, 4, 4)


def _draw_pictures(painter: QPainter, place: QRect, pictures: QPixmap) -> None:
    """In the middle of ``place``: crisp where a whole number enlarges them to about its size, else smooth."""
    if pictures.isNull():
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, tr(NO_PICTURES))
        return
    factor = place.height() // pictures.height()
    modes = Qt.TransformationMode
    if factor * pictures.height() >= _LEAST * place.height():
        shown = pictures.scaled(pictures.size() * factor, mode=modes.FastTransformation)
    else:
        shown = pictures.scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio, modes.SmoothTransformation)
    place = QStyle.alignedRect(Qt.LayoutDirection.LeftToRight, Qt.AlignmentFlag.AlignCenter, shown.size(), place)
    painter.drawPixmap(place, shown)


def _draw_words(painter: QPainter, place: QRect, text: str) -> None:
    heading, _, rest = text.partition("\n")
    plain, bold = painter.font(), QFont(painter.font())
    bold.setBold(True)
    line = painter.fontMetrics().height()
    centred = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
    painter.setFont(bold)
    painter.drawText(place, centred, heading)
    painter.setFont(plain)
    painter.drawText(place.adjusted(0, line, 0, 0), centred | Qt.TextFlag.TextWordWrap, rest)
