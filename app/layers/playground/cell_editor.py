"""Type a number into a cell."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from app.layers.arithmetic.cell_grid import CellGrid
from app.widgets.number_fields import tell_at
from app.widgets.numbers import check_range, read_number
from gan.errors import UsageError
from gan.layers.transposed import Cell
from gan.words import tr

LARGEST = 1000.0
_SMALLEST_WIDTH = 56


class CellEditor(QLineEdit):
    """Lies over a cell until Enter takes the number, or Escape or another place leaves the old one."""

    def __init__(self, grid: CellGrid, cell: Cell, value: float, take: Callable[[float], None]) -> None:
        super().__init__(f"{value:g}", grid)
        self._take = take
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(tr("Value at row {row}, column {column}", row=cell[0], column=cell[1]))
        rect = grid.cell_rect(cell).toRect()
        spare = max(0, _SMALLEST_WIDTH - rect.width()) // 2
        self.setGeometry(
            rect.adjusted(-spare, -max(0, 24 - rect.height()) // 2, spare, max(0, 24 - rect.height()) // 2)
        )
        self.selectAll()
        self.show()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._read()
        elif event.key() == Qt.Key.Key_Escape:
            self._finish(None)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._finish(None)

    def event(self, event: QEvent) -> bool:
        # Escape and Enter are for this field while it is open, not for shortcuts of the window.
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def _read(self) -> None:
        try:
            value = float(read_number(self.text()))
            check_range(value, -LARGEST, LARGEST)
        except UsageError as error:
            tell_at(self, str(error))
        else:
            self._finish(value)

    def _finish(self, value: float | None) -> None:
        take, self._take = self._take, _nothing
        self.hide()
        self.deleteLater()
        if value is not None:
            take(value)


def _nothing(value: float) -> None:
    """What a closed editor does."""
