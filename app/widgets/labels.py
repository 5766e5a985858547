"""Labels of one kind."""

from PySide6.QtWidgets import QLabel


def muted(text: str = "", *, wraps: bool = False) -> QLabel:
    """Words that stand back behind what they explain."""
    label = QLabel(text)
    label.setProperty("muted", True)
    label.setWordWrap(wraps)
    return label
