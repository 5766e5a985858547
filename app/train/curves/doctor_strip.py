"""What the training doctor says of the run, and what to try."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from app.theme import GAP, WARNING
from app.train.curves.curves import Curves
from app.widgets.buttons import close_button
from gan.words import tr


class DoctorStrip(QFrame):
    """Hidden while there is nothing to say; the newest diagnosis replaces an older one, and can be dismissed."""

    def __init__(self, curves: Curves, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curves = curves
        self.setObjectName("doctor")
        self.setStyleSheet(f"#doctor {{ border: 1px solid {WARNING}; border-left: 6px solid {WARNING}; }}")
        self.setAccessibleName(tr("Training doctor"))
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.RichText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.close_button = close_button(tr("Dismiss this diagnosis"))
        self.close_button.clicked.connect(curves.dismiss)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP, GAP // 2, GAP // 2, GAP // 2)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        curves.diagnosis_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        diagnosis = self._curves.diagnosis
        if diagnosis is not None:
            message, advice = escape(tr(diagnosis.message)), escape(tr(diagnosis.advice))
            self.label.setText(
                tr("<b>Step {step:,}: {message}</b> {advice}", step=diagnosis.step, message=message, advice=advice)
            )
            self.setAccessibleDescription(f"{tr(diagnosis.message)} {tr(diagnosis.advice)}")
        self.setVisible(diagnosis is not None)
