"""What a run said, as text that can be copied."""

from datetime import datetime

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from app.session.session import Session
from gan.train import events
from gan.train.events import TrainEvent
from gan.train.run import Run
from gan.train.wording import line_for

MOST_LINES = 5000


class LogPanel(QWidget):
    """One line for each event that is not a curve or a picture, and the command that started the trainer."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._last_reason = ""
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setMaximumBlockCount(MOST_LINES)
        self.text.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setPlaceholderText("What a run says appears here.")
        self.text.setAccessibleName("Log of the run")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text)
        controller = session.training
        controller.run_changed.connect(self._take_run)
        controller.replayed.connect(lambda logged: self._append(logged, ""))
        controller.arrived.connect(lambda arrived: self._append(arrived, f"{datetime.now():%H:%M:%S}  "))
        controller.launched.connect(lambda command: self.text.appendPlainText(f"$ {command}"))
        controller.failed.connect(self._append_failure)

    def _take_run(self, run: Run | None) -> None:
        self.text.clear()
        if run is not None:
            self.text.appendPlainText(f"{run.folder}")

    def _append_failure(self, message: str) -> None:
        """What the run's own last event said already is not said again."""
        if not self._last_reason or not message.endswith(self._last_reason):
            self.text.appendPlainText(message)

    def _append(self, arrived: list[TrainEvent], prefix: str) -> None:
        self._last_reason = next((event.message for event in arrived if isinstance(event, events.Failed)), "")
        lines = [prefix + line for line in map(line_for, arrived) if line]
        if lines:
            self.text.appendPlainText("\n".join(lines))
