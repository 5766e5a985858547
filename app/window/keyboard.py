"""Who has the keyboard, and who gets it next."""

from collections.abc import Callable, Iterator

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def stops(outer: QWidget) -> Iterator[QWidget]:
    """Where Tab stops inside ``outer``."""
    return filter(can_have_keyboard, possible_stops(outer))


def possible_stops(outer: QWidget) -> Iterator[QWidget]:
    """Those, and what is hidden, disabled or another one of a group now, but may be reached by keyboard later."""
    widget = outer.nextInFocusChain()
    while widget is not None and widget is not outer:
        following = widget.nextInFocusChain()  # before whoever asks moves the widget
        is_possible = widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
        if is_possible and outer.isAncestorOf(widget):
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
