"""The window as a screen reader finds it: read over AT-SPI, on a bus of its own.

``xvfb-run -a dbus-run-session -- python -m tests.end_to_end.hearing MODEL`` prints one JSON object a widget.
"""

import json
import sys
import threading
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from jeepney import DBusAddress, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.window.main_window import MainWindow
from app.window.preferences import Preferences
from app.window.rooms import ROOMS
from tests.app.conftest import make_workspace

ROOT = "/org/a11y/atspi/accessible/root"
ACCESSIBLE, VALUE = "org.a11y.atspi.Accessible", "org.a11y.atspi.Value"
SHOWING = 25
"""The bit of ``ATSPI_STATE_SHOWING``."""
SETTLE_MS, TIMEOUT = 1500, 20.0


@dataclass(frozen=True)
class Heard:
    """One widget: what it is, what it is called and said of it, whether it is shown, and its value if it has one."""

    role: str
    name: str
    description: str
    is_shown: bool
    value: float | None = None


def start_bus() -> str:
    """The address of the bus, which is started if it is not there; Qt joins it only if it is there before."""
    with open_dbus_connection("SESSION") as session:
        (address,) = _call(session, DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress")
    return str(address)


def hear(address: str) -> Iterator[Heard]:
    """Every widget of every application on the bus at ``address``, from the outermost inwards."""
    with open_dbus_connection(address) as bus:
        for application in _children(bus, "org.a11y.atspi.Registry", ROOT):
            yield from _walk(bus, *application)


def _walk(bus: DBusConnection, owner: str, path: str) -> Iterator[Heard]:
    at = DBusAddress(path, owner, ACCESSIBLE)
    (role,) = _call(bus, at, "GetRoleName")
    (interfaces,) = _call(bus, at, "GetInterfaces")
    value = _property(bus, at.with_interface(VALUE), "CurrentValue") if VALUE in interfaces else None
    ((states, *_),) = _call(bus, at, "GetState")
    is_shown = bool(states >> SHOWING & 1)
    yield Heard(role, _property(bus, at, "Name"), _property(bus, at, "Description"), is_shown, value)
    for child in _children(bus, owner, path):
        yield from _walk(bus, *child)


def _children(bus: DBusConnection, owner: str, path: str) -> list[tuple[str, str]]:
    (children,) = _call(bus, DBusAddress(path, owner, ACCESSIBLE), "GetChildren")
    return [(owner, path) for owner, path in children]


def _call(bus: DBusConnection, at: DBusAddress, method: str) -> tuple[Any, ...]:
    return bus.send_and_get_reply(new_method_call(at, method), timeout=TIMEOUT).body


def _property(bus: DBusConnection, at: DBusAddress, name: str) -> Any:
    ((_, value),) = bus.send_and_get_reply(Properties(at).get(name), timeout=TIMEOUT).body
    return value


def main(model: str) -> int:
    """Open a window on ``model``, with the way between A and B beside what it shows at first; print what is heard."""
    address = start_bus()
    application = QApplication([])
    workspace = make_workspace()
    window = MainWindow(workspace, ROOMS, Preferences())
    window.open(model)
    window.show()
    window.show_panel("interpolation")

    def listen() -> None:
        try:
            for heard in hear(address):
                print(json.dumps(asdict(heard)), flush=True)
        finally:
            QTimer.singleShot(0, application, application.quit)

    listener = threading.Thread(target=listen, daemon=True)
    QTimer.singleShot(SETTLE_MS, application, listener.start)
    application.exec()
    window.close()
    workspace.shut_down()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
