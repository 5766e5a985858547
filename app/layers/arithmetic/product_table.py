"""Products, one a row, to be checked by hand."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QLabel, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from gan.words import marked, tr

ROW_HEIGHT = 20
TAP, FLIPPED_TAP = marked("Kernel tap"), marked("Flipped tap")
_TIPS = {
    TAP: marked("Row and column in the kernel as it is drawn in b: as it was learned"),
    FLIPPED_TAP: marked("Row and column in the kernel as it is drawn in d: turned by half a turn"),
}


class ProductTable(QWidget):
    """A title and a table of text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel()
        self.table = QTableWidget(0, 0)
        self.table.setAccessibleName(tr("Products"))
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setFrameShape(QTableWidget.Shape.NoFrame)
        self.table.setAlternatingRowColors(True)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setStyleSheet("QHeaderView::section { padding: 4px 2px; }")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.title)
        layout.addWidget(self.table, 1)

    def show_rows(self, title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Replace everything."""
        self.title.setText(title)
        self.table.setColumnCount(len(columns))
        for place, heading in enumerate(columns):
            item = QTableWidgetItem(tr(heading))
            item.setToolTip(tr(_TIPS.get(heading, "")))
            self.table.setHorizontalHeaderItem(place, item)
        self.table.setRowCount(len(rows))
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                cell = self.table.item(row, column) or self._new_item(row, column)
                cell.setText(text)

    def _new_item(self, row: int, column: int) -> QTableWidgetItem:
        item = QTableWidgetItem()
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        self.table.setItem(row, column, item)
        return item
