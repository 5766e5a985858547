"""Points that were kept, each with a name and a note."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from app.session.undoing import Change
from gan.explore.latent import Latent
from gan.session_file import Favourite

Kept = tuple[Favourite, ...]


class Favourites(QObject):
    """Every change goes on ``undo_stack``."""

    changed = Signal()
    """Other favourites, or another name or note of one."""

    def __init__(self, undo_stack: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._undo_stack = undo_stack
        self._kept: Kept = ()
        self._z_dim = 0
        self._elsewhere: dict[int, Kept] = {}

    @property
    def current(self) -> Kept:
        """All of them, in the order in which they were kept."""
        return self._kept

    def set_z_dim(self, z_dim: int) -> None:
        """Another latent space is open: its favourites are shown, the others wait until theirs is open again."""
        if z_dim != self._z_dim:
            self._elsewhere[self._z_dim] = self._kept
            self._z_dim = z_dim
            self.show(self._elsewhere.pop(z_dim, ()))

    def points(self) -> Latent:
        """(N, z_dim); (0, 0) if there are none."""
        return np.stack([kept.z for kept in self._kept]) if self._kept else np.zeros((0, 0), np.float32)

    def add(self, z: Latent, name: str = "") -> None:
        """Keep ``z`` (z_dim,); without a name it is called ``Point 1`` and so on."""
        name = name or _free_name({kept.name for kept in self._kept})
        self._push(f"keep {name}", (*self._kept, Favourite(name, np.array(z, np.float32))))

    def remove(self, index: int) -> None:
        """Forget one."""
        self._push(f"remove {self._kept[index].name}", (*self._kept[:index], *self._kept[index + 1 :]))

    def rename(self, index: int, name: str) -> None:
        """Give one another name; an empty one changes nothing."""
        if name.strip() and name != self._kept[index].name:
            self._exchange(f"rename {self._kept[index].name}", index, replace(self._kept[index], name=name.strip()))

    def set_note(self, index: int, note: str) -> None:
        """Write a note."""
        if note != self._kept[index].note:
            kept = replace(self._kept[index], note=note)
            self._exchange(f"note on {kept.name}", index, kept, merge=f"note {index}")

    def show(self, kept: Kept) -> None:
        """Let ``kept`` hold, without a trace on the undo stack."""
        self._kept = kept
        self.changed.emit()

    def _exchange(self, text: str, index: int, kept: Favourite, merge: str = "") -> None:
        self._push(text, (*self._kept[:index], kept, *self._kept[index + 1 :]), merge)

    def _push(self, text: str, kept: Kept, merge: str = "") -> None:
        self._undo_stack.push(Change(text, self.show, self._kept, kept, merge))


def _free_name(taken: set[str]) -> str:
    return next(name for number in range(1, len(taken) + 2) if (name := f"Point {number}") not in taken)
