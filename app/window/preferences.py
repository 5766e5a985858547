"""What the window remembers between two starts."""

from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from gan.places import state_folder


class Preferences:
    """Settings in an INI file of the state folder; with ``remember=False`` nothing is read or written."""

    def __init__(self, remember: bool = True) -> None:
        path = str(state_folder() / "window.ini")
        self._settings = QSettings(path, QSettings.Format.IniFormat) if remember else None
        self._unsaved: dict[str, Any] = {}

    def get(self, key: str, default: str = "") -> str:
        """A remembered text."""
        value = self._read(key)
        return value if isinstance(value, str) else default

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

    def _read(self, key: str) -> Any:
        return self._unsaved.get(key) if self._settings is None else self._settings.value(key)
