"""What the window remembers between two starts."""

from enum import StrEnum
from typing import Any, TypeVar

from PySide6.QtCore import QByteArray, QSettings

from gan.places import state_folder

Choice = TypeVar("Choice", bound=StrEnum)


class Preferences:
    """Settings in an INI file of the state folder; with ``remember=False`` nothing is read or written."""

    def __init__(self, remember: bool = True) -> None:
        path = str(state_folder() / "window.ini")
        self._settings = QSettings(path, QSettings.Format.IniFormat) if remember else None
        self._unsaved: dict[str, Any] = {}

    @property
    def remembers(self) -> bool:
        """Whether what is set outlives the window."""
        return self._settings is not None

    def get(self, key: str, default: str = "") -> str:
        """A remembered text."""
        value = self._read(key)
        return value if isinstance(value, str) else default

    def choice(self, key: str, default: Choice) -> Choice:
        """A remembered member of ``default``'s enum of texts; ``default`` for what is none."""
        kind, text = type(default), self.get(key)
        return kind(text) if text in list(kind) else default

    def get_bytes(self, key: str) -> QByteArray | None:
        """A remembered window or dock state."""
        value = self._read(key)
        return value if isinstance(value, QByteArray) else None

    def set(self, key: str, value: str | QByteArray) -> None:
        """Remember ``value``."""
        if self._settings is None:
            self._unsaved[key] = value
        else:
            self._settings.setValue(key, value)

    def remove(self, key: str) -> None:
        """Forget ``key``."""
        self._unsaved.pop(key, None)
        if self._settings is not None:
            self._settings.remove(key)

    def keys_from(self, beginning: str) -> list[str]:
        """The keys of what is remembered that begin so."""
        known = list(self._unsaved) if self._settings is None else self._settings.allKeys()
        return [key for key in known if key.startswith(beginning)]

    def _read(self, key: str) -> Any:
        return self._unsaved.get(key) if self._settings is None else self._settings.value(key)
