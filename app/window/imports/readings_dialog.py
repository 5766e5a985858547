"""Where a stranger's file can be read in several ways: their pictures side by side, to choose from."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.theme import GAP, MARGIN
from app.widgets.buttons import push_button
from app.widgets.labels import literal, muted, plain
from app.widgets.thumbnails import arrange_as_pictures
from app.window.imports.reading_cards import CELL, SIDE, ReadingCards
from app.window.imports.report_dialog import ReportDialog
from app.window.imports.results import Candidate, WorkedOut
from gan.model.architecture import Architecture
from gan.words import marked, tr

MOST_ACROSS = 3
LIKELIEST, CLOSE, FAR = marked("Likeliest"), marked("About as likely"), marked("Less likely")


class ReadingsDialog(QDialog):
    """The likeliest comes first, and is chosen at first, or the one that is ``current``."""

    chosen = Signal(object)
    """The :class:`Candidate` that is to be opened."""

    def __init__(
        self,
        found: WorkedOut,
        candidates: Sequence[Candidate],
        current: Architecture | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._found, self._candidates, self._current = found, candidates, current
        self._build_ui()
        self._fill()
        self.list.currentRowChanged.connect(self._show_details)
        self.list.itemDoubleClicked.connect(lambda _: self.accept())
        self.report_button.clicked.connect(self._show_report)
        self._show_details(self.list.currentRow())

    @property
    def candidate(self) -> Candidate:
        """The one that is chosen now."""
        return self._candidates[max(self.list.currentRow(), 0)]

    def _build_ui(self) -> None:
        name, count = self._found.original.name, len(self._candidates)
        self.setWindowTitle(tr("How is {name} meant?", name=name))
        words = plain(
            tr(
                "{name} can be read in {count} ways; each draws its pictures from the same points.",
                name=name,
                count=count,
            ),
            wraps=True,
        )
        if count == 1:
            words.setText(tr("{name} can be read in one way only.", name=name))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Readings of {name}", name=name))
        arrange_as_pictures(self.list, SIDE, CELL)
        self.list.setItemDelegate(ReadingCards(self.list))
        self.details = muted(wraps=True)
        self._build_buttons()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(GAP)
        layout.addWidget(words)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.details)
        layout.addWidget(self.buttons)
        self.resize(min(count, MOST_ACROSS) * CELL.width() + 2 * MARGIN + 4 * GAP, CELL.height() + 140)
        self.list.setFocus()

    def _build_buttons(self) -> None:
        roles = QDialogButtonBox.ButtonRole
        self.open_button, self.report_button = push_button(tr("&Open this one")), push_button(tr("Show the &report"))
        self.open_button.setDefault(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.addButton(self.open_button, roles.AcceptRole)
        self.buttons.addButton(self.report_button, roles.ActionRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _fill(self) -> None:
        for place, candidate in enumerate(self._candidates):
            text = "\n".join(filter(None, (self._likelihood(place), candidate.differs)))
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.DecorationRole, QPixmap(str(candidate.picture)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{place + 1}: {text.replace(chr(10), ', ')}")
            item.setToolTip(literal(candidate.differs))
            self.list.addItem(item)
        configs = [candidate.checkpoint.config for candidate in self._candidates]
        self.list.setCurrentRow(configs.index(self._current) if self._current in configs else 0)

    def _likelihood(self, place: int) -> str:
        candidate = self._candidates[place]
        words = tr(LIKELIEST if place == 0 else CLOSE if candidate.is_choice else FAR)
        return tr("{words}, open now", words=words) if candidate.checkpoint.config == self._current else words

    def _show_details(self, row: int) -> None:
        self.details.setText(self.candidate.description)

    def _show_report(self) -> None:
        dialog = ReportDialog(self.candidate.checkpoint, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def accept(self) -> None:
        """Open the chosen one."""
        self.chosen.emit(self.candidate)
        super().accept()
