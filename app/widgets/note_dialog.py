"""Asks for a note of any number of lines."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from app.theme import GAP, MARGIN
from app.widgets.labels import plain
from gan.words import tr


class NoteDialog(QDialog):
    """A text that Tab leaves, so that the buttons are reached by keyboard."""

    def __init__(self, about: str, note: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Note"))
        label = plain()
        label.setText(about)
        self.field = QPlainTextEdit(note)
        self.field.setAccessibleName(about)
        self.field.setTabChangesFocus(True)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(GAP)
        for widget in (label, self.field, self.buttons):
            layout.addWidget(widget)
