"""What a run said, as text that can be copied."""

from collections.abc import Iterable

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from app.train.log.run_log import MOST_LINES, RunLog
from gan.words import tr


class LogPanel(QWidget):
    """The lines of a :class:`RunLog`."""

    def __init__(self, log: RunLog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setMaximumBlockCount(MOST_LINES)
        self.text.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setPlaceholderText(tr("What a run says appears here."))
        self.text.setAccessibleName(tr("Log of the run"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text)
        log.cleared.connect(self.text.clear)
        log.added.connect(self._append)
        self._append(log.lines)

    def _append(self, lines: Iterable[str]) -> None:
        text = "\n".join(lines)
        if text:
            self.text.appendPlainText(text)
