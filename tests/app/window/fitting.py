"""Whether everything that a window shows can be read: no text is cut, no widget lies outside."""

import sys
from collections.abc import Iterator
from itertools import cycle

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QDockWidget,
    QGroupBox,
    QLabel,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QWidget,
)

from app.arguments import Page
from app.theme import Theme
from app.window.docks import PanelArea, PanelDock
from app.window.main_window import MainWindow
from app.window.preferences import Preferences
from app.window.rooms import ROOMS
from tests.app.conftest import make_workspace

MARGIN = 4
"""Pixels beside the text of a button."""


def faults(window: QWidget) -> list[str]:
    """One line for each visible widget of ``window`` that shows less than its text, or lies outside."""
    return [f"{_name(widget)}: {fault}" for widget in _shown(window) for fault in _faults(widget)]


def _shown(parent: QWidget) -> Iterator[QWidget]:
    """All widgets that can be seen below ``parent`` in its window."""
    for child in parent.children():
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow() and not _is_away(child):
            yield child
            yield from _shown(child)


def _is_away(widget: QWidget) -> bool:
    """Qt moves docks away that are behind another tab, and keeps tab bars without tabs for later."""
    if isinstance(widget, QTabBar):
        return not widget.count() or widget.geometry().right() < 0
    return isinstance(widget, QDockWidget) and widget.geometry().right() < 0


def _faults(widget: QWidget) -> Iterator[str]:
    yield from _outside(widget)
    match widget:
        case PanelDock():
            yield from _sideways(widget)
        case QLabel():
            yield from _cut_label(widget)
        case QTabBar():
            yield from _cut_tabs(widget)
        case QComboBox():
            yield from _cut_choice(widget)
        case QAbstractButton() | QGroupBox():
            yield from _narrow(widget)


def _outside(widget: QWidget) -> Iterator[str]:
    """What lies in a scroll area may lie outside what is seen of it."""
    if _scrolled(widget):
        return
    place = QRect(widget.mapTo(widget.window(), QPoint()), widget.size())
    if not widget.window().rect().contains(place):
        yield f"{place.getRect()} is outside {widget.window().rect().getRect()}"


def _scrolled(widget: QWidget) -> bool:
    """Whether a person can scroll to it."""
    parent = widget.parentWidget()
    while parent is not None:
        area = parent.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
            return True
        parent = area
    return isinstance(widget.parentWidget(), QTabBar)


def _sideways(dock: PanelDock) -> Iterator[str]:
    """Panels that are open at first have to fit; others have more to show."""
    area = dock.widget()
    if dock.declared.purpose is None and isinstance(area, PanelArea) and area.horizontalScrollBar().isVisible():
        yield f"scrolls sideways, {dock.panel.width()} in {area.width()}"


def _cut_label(label: QLabel) -> Iterator[str]:
    if not label.text():
        return
    if label.wordWrap():
        if label.heightForWidth(label.width()) > label.height():
            yield f"{label.heightForWidth(label.width())} high, but has {label.height()}: {label.text()}"
    else:
        yield from _narrow(label)


def _cut_tabs(bar: QTabBar) -> Iterator[str]:
    for index in range(bar.count()):
        text, room = bar.tabText(index).replace("&", ""), bar.tabRect(index).width()
        if bar.fontMetrics().horizontalAdvance(text) > room:
            yield f"tab {text!r} has {room}"


def _cut_choice(box: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box).width()
    if box.fontMetrics().horizontalAdvance(box.currentText()) > room:
        yield f"{box.currentText()!r} has {room}"


def _narrow(widget: QLabel | QAbstractButton | QGroupBox) -> Iterator[str]:
    """Buttons ask for more than their text needs."""
    text = widget.title() if isinstance(widget, QGroupBox) else "" if _has_no_words(widget) else widget.text()
    needed = widget.sizeHint().width()
    if not isinstance(widget, QLabel):
        needed = min(needed, widget.fontMetrics().horizontalAdvance(text.replace("&", "")) + 2 * MARGIN)
    if text and needed > widget.width():
        yield f"needs {needed}, has {widget.width()}: {text!r}"
    if text and widget.fontMetrics().height() > widget.height():
        yield f"has a height of {widget.height()}: {text!r}"


def _has_no_words(widget: QWidget) -> bool:
    """Whether the words of a button are only for those who do not see its picture."""
    if not isinstance(widget, QToolButton) or widget.icon().isNull():
        return False
    return widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly


def _name(widget: QWidget) -> str:
    names: list[str] = []
    parent: QWidget | None = widget
    while parent is not None and len(names) < 4:
        names.append(parent.objectName() or parent.accessibleName() or type(parent).__name__)
        parent = parent.parentWidget()
    return " < ".join(names)


SIZES = ((960, 540), (1280, 800), (1920, 1080))
"""Logical pixels: the first is a screen of 1920 x 1080 at twice the size."""


def all_faults(window: MainWindow, size: tuple[int, int]) -> list[str]:
    """The faults of every page and of every panel on it, at ``size``."""
    found: list[str] = []
    for page in Page:
        window.show_page(page)
        window.resize(*size)
        settle()
        window.reset_layout()
        for name, dock in window.docks.items():
            if page in dock.declared.areas:
                window.show_panel(name)
                settle()
                found += [f"{page}, {name}, {fault}" for fault in faults(window) if fault not in "\n".join(found)]
        if (window.width(), window.height()) != size:
            found.append(f"{page} needs {window.width()} x {window.height()} instead of {size}")
    return found


def settle() -> None:
    """Panels are built, laid out and painted in several rounds of the event loop."""
    for _ in range(5):
        QApplication.processEvents()


def main(model: str) -> None:
    """Print the faults of a window on ``model`` at all sizes, by turns in light and in dark."""
    application = QApplication([])
    workspace = make_workspace()
    workspace.open(model)
    window = MainWindow(workspace, ROOMS, Preferences())
    window.show()
    for size, theme in zip(SIZES, cycle((Theme.LIGHT, Theme.DARK)), strict=False):
        window.set_theme(theme)
        print(*(f"{theme}, {size}, {fault}" for fault in all_faults(window, size)), sep="\n")
    print(f"scale {window.devicePixelRatioF():g}")
    window.close()
    workspace.shut_down()
    application.quit()


if __name__ == "__main__":
    main(sys.argv[1])
