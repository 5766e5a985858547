"""Says that a picture is drawn by a changed network, and changes it back."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.theme import GAP, WARNING
from app.widgets.buttons import tool_button
from app.widgets.labels import plain
from gan.words import tr


class ChangesBadge(QFrame):
    """Hidden while there is nothing to tell. ``reset`` is its button. What ``wraps`` is as narrow as it has to be."""

    def __init__(self, parent: QWidget | None = None, *, wraps: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("changes-badge")
        self.setStyleSheet(f"#changes-badge {{ border: 1px solid {WARNING}; border-radius: 4px; }}")
        self.label = plain(wraps=wraps)
        self.reset = tool_button(
            tr("Reset"), tr("Draw with the network as it is in its file again; can be undone"), "reset"
        )
        self.reset.setAutoRaise(True)
        self.reset.setAccessibleName(tr("Reset the network"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.reset)
        self.hide()

    def tell(self, changes: str) -> None:
        """What is changed, such as ``2 edits``; nothing hides the badge."""
        self.label.setText(tr("Changed network: {changes}", changes=changes))
        self.setToolTip(
            tr("Every picture is drawn with {changes}: those on all pages, films and exports, too", changes=changes)
        )
        self.setVisible(bool(changes))
