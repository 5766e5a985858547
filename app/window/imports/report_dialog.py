"""What was worked out of each layer of a stranger's file, what speaks for it, and what came next."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.theme import GAP, MARGIN
from app.toolkit.actions import Key
from app.toolkit.keys import bind
from app.widgets.buttons import push_button
from app.widgets.labels import literal, muted, plain
from gan.importing.opening import IMPORTED_FROM, IMPORTED_KIND, IMPORTED_SHA256, report_of
from gan.model.checkpoint import Checkpoint
from gan.words import marked, tr

HEADS = (marked("Layer"), marked("What it is"), marked("What speaks for it"), marked("What came next"))
WIDTHS = {1: 220, 3: 170}
"""Of columns whose words are wrapped, at first; the other two share what is left."""
COPY = Key(marked("Copy"), "Ctrl+C", marked("Copy the selected rows, or all, as text for a spreadsheet"))
NO_FINDINGS = marked("Its file does not say how each layer was recognised.")


class ReportDialog(QDialog):
    """A table with a row for each finding."""

    def __init__(self, checkpoint: Checkpoint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checkpoint, self._findings = checkpoint, report_of(checkpoint.provenance)
        self._build_ui()
        self._fill()
        self.copy_button.clicked.connect(self.copy)
        bind(COPY, self.table, self.copy)

    def _build_ui(self) -> None:
        self.setWindowTitle(tr("Where this generator comes from"))
        self.resize(*((900, 480) if self._findings else (480, 160)))
        self.words = plain(origin_text(self._checkpoint), wraps=True)
        self.table = QTableWidget(len(self._findings), len(HEADS))
        self.table.setAccessibleName(tr("What was worked out of each layer"))
        self.table.setHorizontalHeaderLabels(list(map(tr, HEADS)))
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.rejected.connect(self.reject)
        self.copy_button = push_button(tr("&Copy"), tr(COPY.tip))
        self.copy_button.setEnabled(bool(self._findings))
        self.buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(GAP)
        layout.addWidget(self.words)
        if self._findings:
            layout.addWidget(self.table, 1)
        else:
            layout.addWidget(muted(tr(NO_FINDINGS), wraps=True), 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.buttons)

    def _fill(self) -> None:
        for row, column, text in self._cells():
            item = QTableWidgetItem(text)
            item.setToolTip(literal(text))
            item.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            self.table.setItem(row, column, item)
        modes, header = QHeaderView.ResizeMode, self.table.horizontalHeader()
        header.setSectionResizeMode(0, modes.ResizeToContents)
        header.setSectionResizeMode(2, modes.Stretch)
        for column, width in WIDTHS.items():
            self.table.setColumnWidth(column, width)
        self.table.verticalHeader().setSectionResizeMode(modes.ResizeToContents)

    def _cells(self) -> Iterator[tuple[int, int, str]]:
        for row, found in enumerate(self._findings):
            for column, text in enumerate((found.layer, found.chosen, found.evidence, found.runner_up)):
                yield row, column, text

    def copy(self) -> None:
        """Put the selected rows, or all, on the clipboard, as a spreadsheet takes them."""
        chosen = sorted({index.row() for index in self.table.selectedIndexes()})
        QGuiApplication.clipboard().setText("\n".join(self._lines(chosen or range(self.table.rowCount()))))

    def _lines(self, rows: Iterable[int]) -> Iterator[str]:
        yield "\t".join(map(tr, HEADS))
        for row in rows:
            found = self._findings[row]
            yield "\t".join((found.layer, found.chosen, found.evidence, found.runner_up))


def origin_text(checkpoint: Checkpoint) -> str:
    """Such as ``Read from netG.pth (PyTorch zip), SHA-256 12ab…``."""
    about = checkpoint.provenance
    kind = f" ({about[IMPORTED_KIND]})" if about.get(IMPORTED_KIND) else ""
    digest = tr(", SHA-256 {digest}…", digest=str(about[IMPORTED_SHA256])[:16]) if about.get(IMPORTED_SHA256) else ""
    return tr(
        "Read from {file}{kind}{digest}", file=about.get(IMPORTED_FROM, tr("another file")), kind=kind, digest=digest
    )
