"""What the robot's hands can do with a widget of any kind, by the events that a person's would cause."""

import random
from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QKeyEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QWidget,
)

WORDS = ("", "0", "1", "-1", "3", "7.5", "1e400", "nan", "abc", "ä <b>bold</b> & more", "9" * 40, "../..", "  ", "-")
"""What is typed: numbers, nonsense, and what has a meaning elsewhere."""
KEYS = (
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Backtab),
    *(Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_F2, Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_Escape),
    *(Qt.Key(letter) for letter in range(Qt.Key.Key_A, Qt.Key.Key_Z + 1)),
    *(Qt.Key(digit) for digit in range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)),
    *(Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Comma, Qt.Key.Key_Period),
)
NO, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
NEVER = ("Quit", "Stop it and close")
"""What would end the window."""

Hand = Callable[[QWidget, random.Random], str]
"""Does something with a widget; returns what, in words."""


def hands_on(root: QWidget) -> list[tuple[QWidget, str, Hand]]:
    """What can be seen and used of ``root`` in its window, from the top left on; the kind of action, and what does it.

    Qt is asked for all widgets, as by ``findChildren`` each would keep its Python object for as long as its parent has
    one: a robot that looks everywhere would seem to leak.
    """
    everything = QApplication.allWidgets()
    holders = {widget.parentWidget() for widget in everything}
    seen = [widget for widget in everything if root.isAncestorOf(widget) and _can_reach(widget)]
    hands = ((widget, _hand_for(widget, widget in holders)) for widget in sorted(seen, key=partial(_place, root)))
    return [(widget, *hand) for widget, hand in hands if hand is not None]


def _hand_for(widget: QWidget, holds_others: bool) -> tuple[str, Hand] | None:
    """None for what only holds others."""
    for kind, (types, hand) in HANDS.items():
        if isinstance(widget, types) and not isinstance(widget, QHeaderView):  # which Qt takes for a view of items
            return kind, hand
    return None if holds_others else ("scribble", scribble)


def _place(root: QWidget, widget: QWidget) -> tuple[int, int, int, str, str]:
    """Orders what ``root`` holds, the same in every process."""
    corner = widget.mapTo(root, QPoint())
    return corner.y(), corner.x(), -widget.width(), type(widget).__name__, next(filter(None, _names(widget)), "")


def name_of(widget: QWidget) -> str:
    """Such as ``Path/Add keyframe``: the panel or window that it is in, and what it is called."""
    own = next(filter(None, _names(widget)), type(widget).__name__)
    parent = widget.parentWidget()
    while parent is not None and not parent.windowTitle():
        parent = parent.parentWidget()
    return f"{parent.windowTitle() if parent is not None else ''}/{own}".replace("\n", " ")


def press_key(widget: QWidget, chance: random.Random) -> str:
    """A key of any kind, now and then with Shift or Ctrl (never one that would end the window)."""
    key, modifier = chance.choice(KEYS), chance.choice([NO, NO, NO, SHIFT, CONTROL])
    if modifier is CONTROL and key is Qt.Key.Key_Q:
        modifier = NO
    QTest.keyClick(widget, key, modifier)
    return f"{modifier.name} {key.name}"


def scribble(widget: QWidget, chance: random.Random) -> str:
    """Press, move, release; or turn the wheel, or press twice, or the other button."""
    start, end = (_point(widget.visibleRegion(), chance) for _ in range(2))
    left, right = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
    modifier = chance.choice([NO, NO, SHIFT, CONTROL])
    match chance.choice(["drag", "drag", "click", "double", "wheel", "menu", "move"]):
        case "drag":
            QTest.mousePress(widget, left, modifier, start)
            QTest.mouseMove(widget, _within_window(widget, end))
            QTest.mouseRelease(widget, left, modifier, _within_window(widget, end))
            return f"drag {start.toTuple()} {end.toTuple()}"
        case "click":
            QTest.mouseClick(widget, left, modifier, start)
        case "double":
            QTest.mouseDClick(widget, left, modifier, start)
        case "wheel":
            place = QPointF(widget.mapTo(widget.window(), start))
            QTest.wheelEvent(widget.window().windowHandle(), place, QPoint(0, chance.choice([-120, 120])))
            return f"wheel {start.toTuple()}"
        case "menu":
            QTest.mouseClick(widget, right, modifier, start)
            return f"right click {start.toTuple()}"
        case _:
            QTest.mouseMove(widget, start)
            return f"move {start.toTuple()}"
    return f"click {start.toTuple()}"


def _move_slider(widget: QWidget, chance: random.Random) -> str:
    assert isinstance(widget, QAbstractSlider)
    value = chance.randint(widget.minimum(), widget.maximum())
    widget.setSliderDown(True)
    widget.setSliderPosition(value)
    widget.setSliderDown(False)
    return str(value)


def _set_number(widget: QWidget, chance: random.Random) -> str:
    assert isinstance(widget, QAbstractSpinBox)
    if chance.random() < 0.5:
        steps = chance.randint(-5, 5)
        widget.stepBy(steps)
        return f"step by {steps}"
    return _type(widget, chance)


def _choose(widget: QWidget, chance: random.Random) -> str:
    """By keyboard, as that is what tells the window that a person has chosen."""
    assert isinstance(widget, QComboBox)
    QTest.keyClick(widget, chance.choice([Qt.Key.Key_Home, Qt.Key.Key_End]))
    for _ in range(chance.randrange(max(1, widget.count()))):
        QTest.keyClick(widget, chance.choice([Qt.Key.Key_Down, Qt.Key.Key_Up]))
    return widget.currentText()


def _click(widget: QWidget, chance: random.Random) -> str:
    assert isinstance(widget, QAbstractButton)
    if widget.text().replace("&", "") in NEVER:
        return "left alone"
    widget.click()
    return ""


def _type(widget: QWidget, chance: random.Random) -> str:
    words = chance.choice(WORDS)
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_A, CONTROL)
    for letter in words:
        QApplication.sendEvent(widget, QKeyEvent(QKeyEvent.Type.KeyPress, 0, NO, letter))
    QTest.keyClick(widget, chance.choice([Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape]))
    return repr(words)


def _change_tab(widget: QWidget, chance: random.Random) -> str:
    assert isinstance(widget, QTabBar)
    if not widget.count():
        return "no tabs"
    index = chance.randrange(widget.count())
    seen = _seen(widget, widget.tabRect(index))
    if seen.isEmpty():
        return f"{widget.tabText(index)} is out of sight"
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NO, _point(seen, chance))
    return widget.tabText(index)


def _pick_item(widget: QWidget, chance: random.Random) -> str:
    assert isinstance(widget, QAbstractItemView)
    cells = list(_cells(widget))
    if not cells:
        return "no items"
    cell = chance.choice(cells)
    widget.scrollTo(cell)
    seen = _seen(widget.viewport(), widget.visualRect(cell))
    if seen.isEmpty():
        return f"row {cell.row()}, column {cell.column()} is out of sight"
    place = _point(seen, chance)
    match chance.choice(["click", "click", "double", "menu", "key"]):
        case "double":
            QTest.mouseDClick(widget.viewport(), Qt.MouseButton.LeftButton, NO, place)
        case "menu":
            QTest.mouseClick(widget.viewport(), Qt.MouseButton.RightButton, NO, place)
        case "key":
            widget.setCurrentIndex(cell)
            return press_key(widget, chance)
        case _:
            modifier = chance.choice([NO, SHIFT, CONTROL])
            QTest.mouseClick(widget.viewport(), Qt.MouseButton.LeftButton, modifier, place)
    return f"row {cell.row()}, column {cell.column()}"


def _cells(view: QAbstractItemView, most: int = 40) -> Iterator[QModelIndex]:
    model, root = view.model(), view.rootIndex()
    for row in range(min(most, model.rowCount(root) if model is not None else 0)):
        for column in range(1 if isinstance(view, QListView) else model.columnCount(root)):
            cell = model.index(row, column, root)
            if cell.isValid() and model.flags(cell) & Qt.ItemFlag.ItemIsEnabled and str(cell.data()) not in NEVER:
                yield cell


def _choose_entry(widget: QWidget, chance: random.Random) -> str:
    assert isinstance(widget, QMenu)
    entries = [entry for entry in widget.actions() if entry.isEnabled() and not entry.isSeparator() and entry.text()]
    entries = [entry for entry in entries if entry.text().replace("&", "") not in NEVER]
    if not entries or chance.random() < 0.3:
        widget.close()
        return "closed"
    entry = chance.choice(entries)
    submenu = QMenu.menuInAction(entry)  # entry.menu() would have Python delete it some time
    if submenu is not None:
        widget.setActiveAction(entry)
        return f"{entry.text()} ▸"
    text = entry.text()
    widget.close()
    entry.trigger()
    return text


HANDS: dict[str, tuple[type[QWidget] | tuple[type[QWidget], ...], Hand]] = {
    "menu": (QMenu, _choose_entry),
    "scroll": (QScrollBar, _move_slider),
    "slider": (QAbstractSlider, _move_slider),
    "number": (QAbstractSpinBox, _set_number),
    "choice": (QComboBox, _choose),
    "button": (QAbstractButton, _click),
    "text": ((QLineEdit, QPlainTextEdit), _type),
    "tab": (QTabBar, _change_tab),
    "item": (QAbstractItemView, _pick_item),
}
"""By kind; the first that fits counts. What is none of them is scribbled on."""


def _can_reach(widget: QWidget) -> bool:
    if not (widget.isVisible() and widget.isEnabled()):
        return False
    if isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox) or isinstance(widget, QLabel):
        return False
    return not widget.visibleRegion().isEmpty()


def _names(widget: QWidget) -> Iterator[str]:
    yield widget.accessibleName()
    if isinstance(widget, QAbstractButton):
        yield widget.text()
    yield widget.objectName()


def _seen(widget: QWidget, part: QRect) -> QRegion:
    """What can be seen of a ``part`` of ``widget``."""
    return widget.visibleRegion().intersected(part)


def _point(region: QRegion, chance: random.Random) -> QPoint:
    """Anywhere in it; people can only point at what they see."""
    part = chance.choice(list(region))  # type: ignore[call-overload]
    return QPoint(chance.randint(part.left(), part.right()), chance.randint(part.top(), part.bottom()))


def _within_window(widget: QWidget, point: QPoint) -> QPoint:
    """``point`` of ``widget``, or what is next to it in the window, which a press may have arranged anew."""
    inside, place = widget.window().rect(), widget.mapTo(widget.window(), point)
    x = min(max(place.x(), inside.left()), inside.right())
    y = min(max(place.y(), inside.top()), inside.bottom())
    return widget.mapFrom(widget.window(), QPoint(x, y))
