"""What a person can set for the whole window, in one table; dialogs and menus are derived from it."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.languages import Language
from app.theme import Theme
from app.translations import system_language
from app.window.preferences import Preferences
from gan.words import marked

AUTO = "auto"
AS_SYSTEM = "system"


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
    return {AUTO: marked("All that there are"), **{str(count): str(count) for count in fewer}}


THEME = Setting(
    "theme",
    marked("Colours"),
    marked("Of the window; pictures stay as they are"),
    {Theme.SYSTEM: marked("As the system"), Theme.LIGHT: marked("Light"), Theme.DARK: marked("Dark")},
)
LANGUAGE = Setting(
    "language",
    marked("Language"),
    marked("The window opens anew in it and goes on where it was"),
    {AS_SYSTEM: marked("As the system"), **{language.value: language.own_name for language in Language}},
)
DEVICE = Setting(
    "device",
    marked("Pictures are made on"),
    marked("A run has a setting of its own. --device of the command line goes before this one"),
    {AUTO: marked("The graphics card, if there is one"), "cpu": marked("The processor")},
)
THREADS = Setting(
    "threads",
    marked("Processor threads"),
    marked("For one picture, when nothing else computes; beside a training run or long work it is one"),
    _thread_choices(os.cpu_count() or 1),
)
SETTINGS = (THEME, LANGUAGE, DEVICE, THREADS)


def language_of(value: str) -> Language:
    """What a value of :data:`LANGUAGE` means on this computer."""
    return Language(value) if value in list(Language) else system_language()


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
