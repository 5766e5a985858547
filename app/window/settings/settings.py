"""What a person can set for the whole window, in one table; dialogs and menus are derived from it."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.theme import Theme
from app.window.preferences import Preferences

AUTO = "auto"


@dataclass(frozen=True)
class Setting:
    """One choice of a few. ``choices`` are words by the values that are kept; the first is the usual one."""

    key: str
    label: str
    explanation: str
    choices: Mapping[str, str]

    @property
    def usual(self) -> str:
        """The value that holds as long as nobody chooses another."""
        return next(iter(self.choices))


def _thread_choices(cores: int) -> dict[str, str]:
    """Powers of two below the number of ``cores``, as more choices help nobody."""
    fewer = [2**power for power in range(cores.bit_length()) if 2**power < cores]
    return {AUTO: "All that there are", **{str(count): str(count) for count in fewer}}


THEME = Setting(
    "theme",
    "Colours",
    "Of the window; pictures stay as they are",
    {Theme.SYSTEM: "As the system", Theme.LIGHT: "Light", Theme.DARK: "Dark"},
)
DEVICE = Setting(
    "device",
    "Pictures are made on",
    "A run has a setting of its own. --device of the command line goes before this one",
    {AUTO: "The graphics card, if there is one", "cpu": "The processor"},
)
THREADS = Setting(
    "threads",
    "Processor threads",
    "For one picture, when nothing else computes; beside a training run or long work it is one",
    _thread_choices(os.cpu_count() or 1),
)
SETTINGS = (THEME, DEVICE, THREADS)


def thread_count(value: str) -> int:
    """What a value of :data:`THREADS` means to torch: 0 is one for each core."""
    return int(value) if value.isdigit() else 0


class Settings(QObject):
    """The values of :data:`SETTINGS`, kept in ``preferences``."""

    changed = Signal(str, str)
    """(the key of a setting, its value now)"""

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences

    def get(self, setting: Setting) -> str:
        """What holds; the usual value where something else is kept than can be chosen."""
        kept = self._preferences.get(setting.key)
        return kept if kept in setting.choices else setting.usual

    def set(self, setting: Setting, value: str) -> None:
        """Let ``value``, one of the choices, hold from now on."""
        if value == setting.usual:
            self._preferences.remove(setting.key)
        else:
            self._preferences.set(setting.key, str(value))
        self.changed.emit(setting.key, value)

    def is_usual(self, setting: Setting) -> bool:
        """Whether nothing else was chosen."""
        return self.get(setting) == setting.usual

    def follow(self, setting: Setting, take: Callable[[str], object]) -> None:
        """Have ``take`` called with every new value of ``setting``."""
        self.changed.connect(lambda key, value: take(value) if key == setting.key else None)
