"""What the training doctor says of the run, and what to try."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from app.runs.run_controller import RunController
from app.theme import GAP, WARNING
from gan.train import events
from gan.train.events import TrainEvent


class DoctorStrip(QFrame):
    """Hidden while there is nothing to say; the newest diagnosis replaces an older one, and can be dismissed."""

    def __init__(self, controller: RunController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("doctor")
        self.setStyleSheet(f"#doctor {{ border: 1px solid {WARNING}; border-left: 6px solid {WARNING}; }}")
        self.setAccessibleName("Training doctor")
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.RichText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.close_button = QToolButton()
        self.close_button.setText("✕")
        self.close_button.setAutoRaise(True)
        self.close_button.setAccessibleName("Dismiss this diagnosis")
        self.close_button.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP, GAP // 2, GAP // 2, GAP // 2)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        controller.run_changed.connect(lambda _: self.hide())
        controller.replayed.connect(self._take)
        controller.arrived.connect(self._take)
        self.hide()

    def _take(self, arrived: list[TrainEvent]) -> None:
        found = [event for event in arrived if isinstance(event, events.Diagnosed)]
        if found:
            newest = found[-1]
            self.label.setText(f"<b>Step {newest.step:,}: {newest.message}</b> {newest.advice}")
            self.setAccessibleDescription(f"{newest.message} {newest.advice}")
            self.show()
