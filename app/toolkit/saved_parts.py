"""What is saved of a session: each tool that has something to save registers its part."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

Restore = Callable[[], None]
"""Lets what was read hold; it cannot fail any more."""


class SavedPart(Protocol):
    """One tool's share of a session file."""

    def to_json(self) -> Mapping[str, Any]:
        """Plain values by names of its own, such as ``{"favourites": [...]}``."""
        ...

    def from_json(self, values: Mapping[str, Any], z_dim: int) -> Restore:
        """Read them without changing anything yet; ``values`` is the whole file, and may lack them.

        Raises :class:`gan.errors.UsageError`, ValueError, KeyError, IndexError, TypeError or AttributeError for what
        does not belong there, such as points that have not ``z_dim`` dimensions.
        """
        ...


def unchanged() -> None:
    """Restores nothing: the file holds no such part."""


class SavedParts:
    """All parts, in the order in which they are restored."""

    def __init__(self) -> None:
        self._parts: list[SavedPart] = []

    def add(self, part: SavedPart) -> None:
        """Save and restore ``part`` with every session."""
        self._parts.append(part)

    def to_json(self) -> dict[str, Any]:
        """What all of them have to save."""
        return {name: value for part in self._parts for name, value in part.to_json().items()}

    def from_json(self, values: Mapping[str, Any], z_dim: int) -> list[Restore]:
        """Have each read its part; raises what they raise, before anything is changed."""
        return [part.from_json(values, z_dim) for part in self._parts]
