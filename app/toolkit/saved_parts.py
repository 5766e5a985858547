"""What is saved of a session: each tool that has something to save registers its part."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

Restore = Callable[[], None]
"""Lets what was read hold; it cannot fail any more."""


class SavedPart(Protocol):
    """One tool's share of a session file."""

    def to_json(self) -> Mapping[str, Any]:
        """Plain values by names of its own, such as ``{"favourites": [...]}``."""
        ...

    def from_json(self, values: Mapping[str, Any], z_dim: int) -> Restore:
        """Read them without changing anything yet; ``values`` is the whole file, and may lack them.

        Nothing is known of their types: :func:`gan.json_file.shaped` and :func:`gan.session_file.as_point` check them.
        Raises :class:`gan.errors.LatentariumError` for what does not belong there, such as points that have not
        ``z_dim`` dimensions.
        """
        ...


def unchanged() -> None:
    """Restores nothing: the file holds no such part."""


class SavedParts(QObject):
    """All parts, in the order in which they are restored."""

    changed = Signal()
    """A part is another one now, by a change that is not on the undo stack."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts: list[SavedPart] = []

    def add(self, part: SavedPart, *changes: SignalInstance) -> None:
        """Save and restore ``part`` with every session.

        ``changes`` are emitted when it has changed in a way that cannot be undone.
        """
        self._parts.append(part)
        for change in changes:
            change.connect(lambda *_: self.changed.emit())

    def to_json(self) -> dict[str, Any]:
        """What all of them have to save."""
        return {name: value for part in self._parts for name, value in part.to_json().items()}

    def from_json(self, values: Mapping[str, Any], z_dim: int) -> list[Restore]:
        """Have each read its part; raises what they raise, before anything is changed."""
        return [part.from_json(values, z_dim) for part in self._parts]
