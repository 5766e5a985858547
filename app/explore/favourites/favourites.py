"""Points that were kept, each with a name and a note."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal

from app.session.open_model import OpenModel
from app.session.session import Session
from app.session.undoing import UndoStep
from app.toolkit.offers import Named
from app.toolkit.saved_parts import Restore, unchanged
from gan.explore.latent import Latent
from gan.session_file import as_point


@dataclass(frozen=True, eq=False)
class Favourite:
    """A point that was kept, (z_dim,), with a name and a note."""

    name: str
    z: Latent
    note: str = ""


Kept = tuple[Favourite, ...]


class Favourites(QObject):
    """Every change can be undone. Each latent space has favourites of its own."""

    changed = Signal()
    """Other favourites, or another name or note of one."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._kept: Kept = ()
        self._z_dim = 0
        self._elsewhere: dict[int, Kept] = {}
        session.follow_model(self._take_model)

    @property
    def current(self) -> Kept:
        """All of them, in the order in which they were kept."""
        return self._kept

    @property
    def points(self) -> Latent:
        """(N, z_dim); (0, 0) if there are none."""
        return np.stack([kept.z for kept in self._kept]) if self._kept else np.zeros((0, 0), np.float32)

    def named(self) -> list[Named]:
        """The points with their names, for other tools."""
        return [Named(kept.name, kept.z) for kept in self._kept]

    def keep(self) -> None:
        """Add the current point; nothing happens before a model is open."""
        if self._session.model is not None:
            self.add(self._session.z)

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

    def to_json(self) -> dict[str, Any]:
        """Names, notes and points."""
        return {"favourites": [{"name": kept.name, "note": kept.note, "z": kept.z.tolist()} for kept in self._kept]}

    def from_json(self, values: Mapping[str, Any], z_dim: int) -> Restore:
        """The inverse of :meth:`to_json`; a session without favourites leaves them as they are."""
        if "favourites" not in values:
            return unchanged
        return partial(self.show, tuple(_favourite(kept, z_dim) for kept in values["favourites"]))

    def _take_model(self, before: OpenModel | None, now: OpenModel) -> None:
        """Favourites of another latent space wait until theirs is open again."""
        z_dim = now.config.z_dim
        if z_dim != self._z_dim:
            self._elsewhere[self._z_dim], self._z_dim = self._kept, z_dim
            self.show(self._elsewhere.pop(z_dim, ()))

    def _exchange(self, text: str, index: int, kept: Favourite, merge: str = "") -> None:
        self._push(text, (*self._kept[:index], kept, *self._kept[index + 1 :]), merge)

    def _push(self, text: str, kept: Kept, merge: str = "") -> None:
        self._session.undo_stack.push(UndoStep(text, self.show, self._kept, kept, merge))


def _favourite(values: Mapping[str, Any], z_dim: int) -> Favourite:
    return Favourite(str(values["name"]), as_point(values["z"], z_dim), str(values["note"]))


def _free_name(taken: set[str]) -> str:
    return next(name for number in range(1, len(taken) + 2) if (name := f"Point {number}") not in taken)
