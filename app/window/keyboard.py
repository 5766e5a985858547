"""Who has the keyboard, and who gets it next."""

from collections.abc import Callable, Iterator

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def stops(outer: QWidget) -> Iterator[QWidget]:
    """Where Tab stops inside ``outer``."""
    widget = outer.nextInFocusChain()
    while widget is not None and widget is not outer:
        following = widget.nextInFocusChain()  # before whoever asks moves the widget
        if outer.isAncestorOf(widget) and can_have_keyboard(widget) and widget.focusProxy() is None:
            yield widget
        widget = following


def can_have_keyboard(widget: QWidget) -> bool:
    """Whether Tab stops at ``widget``."""
    by_tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(by_tab) and widget.isVisible() and widget.isEnabled()


def give_to(widget: QWidget) -> None:
    """To ``widget``, or to what Tab reaches first inside it; what it holds is selected, to be typed over."""
    target = widget if can_have_keyboard(widget) else next(stops(widget), None)
    if target is not None:
        target.setFocus(Qt.FocusReason.TabFocusReason)


def way_back(window: QWidget) -> Callable[[], None]:
    """What gives the keyboard back to whatever in ``window`` has it now, if that can still have it then."""
    widget: QWidget | None = window.focusWidget()

    def give_back() -> None:
        if widget is not None and shiboken6.isValid(widget) and widget.isVisible():
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    return give_back
