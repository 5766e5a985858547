"""Ask for one number."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from app.theme import GAP, MARGIN
from app.widgets.labels import plain
from app.widgets.number_fields import IntField


class NumberDialog(QDialog):
    """A whole number from 0 to ``maximum``, in :attr:`field`."""

    def __init__(self, title: str, question: str, maximum: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.field = IntField()
        self.field.setAccessibleName(question)
        self.field.setRange(0, maximum)
        self.field.selectAll()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(GAP)
        layout.addWidget(plain(question))
        layout.addWidget(self.field)
        layout.addWidget(buttons)

    def accept(self) -> None:
        """Only a number that can be taken closes the dialog."""
        if self.field.problem():
            self.field.tell_problem()
        else:
            self.field.interpretText()
            super().accept()
