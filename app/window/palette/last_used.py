"""Which commands were run last, to be offered first."""

import json

from app.window.preferences import Preferences
from gan.json_file import JsonError, parse_json

MOST = 30
_KEY = "palette"


class LastUsed:
    """Keys of commands, the newest first."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    def keys(self) -> list[str]:
        """All that are remembered."""
        try:
            return parse_json(self._preferences.get(_KEY, "[]"), list[str])
        except JsonError:
            return []

    def add(self, key: str) -> None:
        """Put ``key`` first."""
        newest = [key, *(other for other in self.keys() if other != key)][:MOST]
        self._preferences.set(_KEY, json.dumps(newest))
