"""Whether everything that a person can use has a name for those who hear the window."""

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QProgressBar,
    QScrollBar,
    QSplitterHandle,
    QTabBar,
    QTableView,
    QWidget,
)

WORD = re.compile(r"[^\W_]")
"""Signs such as arrows are read as nothing, or as what they are called, not as what they mean."""


def nameless(root: QWidget) -> list[str]:
    """A line for each usable widget in ``root`` whose name says nothing."""
    return [_place(widget) for widget in usable(root) if not WORD.search(name(widget))]


def name(widget: QWidget) -> str:
    """What a screen reader is told: what was set, else what Qt makes of the widget's text and of labels beside it.

    Qt calls a choice by what is chosen, whatever was set, which says nothing of what is asked.
    """
    if isinstance(widget, QComboBox):
        labels = (label for label in widget.window().findChildren(QLabel) if label.buddy() is widget)
        return widget.accessibleName() or next((label.text() for label in labels), "")
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name) if found is not None else ""


def usable(root: QWidget) -> Iterator[QWidget]:
    """What can be seen in ``root`` and takes keys or clicks or fills, without the parts that Qt makes widgets of."""
    for widget in root.findChildren(QWidget):
        takes = isinstance(widget, QAbstractButton | QProgressBar) or widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        if widget.isVisibleTo(root) and takes and not _is_part(widget) and widget.focusProxy() is None:
            yield widget


def _is_part(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    if isinstance(widget, QScrollBar | QSplitterHandle | QHeaderView | QDialogButtonBox | QTabBar):
        return True
    if isinstance(parent, QTabBar | QHeaderView | QLineEdit):
        return True
    if isinstance(parent, QTableView) and isinstance(widget, QAbstractButton):
        return True
    if isinstance(widget, QLineEdit) and isinstance(parent, QAbstractSpinBox | QComboBox):
        return True
    area = parent.parentWidget() if parent is not None else None
    return (isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget) or isinstance(area, QComboBox)


def _place(widget: QWidget) -> str:
    chain: list[str] = []
    parent: QWidget | None = widget
    while parent is not None and len(chain) < 4:
        chain.append(f"{type(parent).__name__}({parent.objectName()})")
        parent = parent.parentWidget()
    return f"{name(widget)!r} {widget.toolTip()[:50]!r}: {' < '.join(chain)}"
