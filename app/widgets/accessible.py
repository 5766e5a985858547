"""What assistive technology is told of widgets that are painted by hand: what they are, and where a slider stands."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
    QAccessibleValueChangeEvent,
    QAccessibleValueInterface,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_ATTRIBUTE, _INTERFACE = "accessible_role", "accessible_interface"


@dataclass(frozen=True)
class Value:
    """What a painted slider stands at, from ``low()`` to ``high()``; ``move`` puts it elsewhere."""

    now: Callable[[], float]
    low: Callable[[], float]
    high: Callable[[], float]
    move: Callable[[float], object]


def tell_role(widget: QWidget, role: QAccessible.Role, value: Value | None = None) -> None:
    """Let ``widget`` be a ``role``, such as a graphic or a slider, and have a ``value``.

    To be called before anything else is told of it, such as its name: whoever listens asks what it is then.
    """
    _install()
    setattr(widget, _ATTRIBUTE, (role, value))


def tell_value(widget: QWidget, value: float) -> None:
    """It is another one now; costs nothing as long as nobody listens."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleValueChangeEvent(widget, value))


def announce(widget: QWidget, words: str) -> None:
    """Have ``words`` read out to whoever hears the window."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


class _ValueInterface(QAccessibleValueInterface):
    def __init__(self, value: Value) -> None:
        super().__init__()
        self._value = value

    def currentValue(self) -> float:
        return self._value.now()

    def minimumValue(self) -> float:
        return self._value.low()

    def maximumValue(self) -> float:
        return self._value.high()

    def minimumStepSize(self) -> float:
        return 0.0

    def setCurrentValue(self, value: Any) -> None:
        self._value.move(float(value))


class _SliderInterface(QAccessibleWidget):
    def __init__(self, widget: QWidget, role: QAccessible.Role, value: Value) -> None:
        super().__init__(widget, role)
        self._value = _ValueInterface(value)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """A pointer; what is no interface of this widget is 0, as None would be taken for an address."""
        if kind is QAccessible.InterfaceType.ValueInterface:
            return shiboken6.VoidPtr(shiboken6.getCppPointer(self._value)[0])
        found = super().interface_cast(kind)
        return shiboken6.VoidPtr(0) if found is None else found


def _make(_: str, widget: QObject) -> QAccessibleInterface | None:
    """The widget holds on to its interface, which Qt deletes with it."""
    told = getattr(widget, _ATTRIBUTE, None)
    if told is None or not isinstance(widget, QWidget):
        return None
    role, value = told
    interface = QAccessibleWidget(widget, role) if value is None else _SliderInterface(widget, role, value)
    setattr(widget, _INTERFACE, interface)
    return interface


@cache
def _install() -> None:
    QAccessible.installFactory(_make)
