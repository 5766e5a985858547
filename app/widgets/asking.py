"""Dialogs that ask a person while the rest of the window stays usable."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

D = TypeVar("D", bound=QDialog)


def ask(dialog: D, take: Callable[[D], object]) -> D:
    """Show ``dialog`` above its parent, and have ``take(dialog)`` called once a person agrees.

    One of its kind that the parent has asked with before gives way.
    """
    parent = dialog.parentWidget()
    assert parent is not None
    for other in parent.findChildren(type(dialog)):
        if other is not dialog:
            other.close()
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: take(dialog))
    dialog.show()
    return dialog
