"""Points that were kept, each with a name and a note."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal

from app.session.edits import BatchSize, ClassNumber, EditState, changes_from
from app.session.open_model import OpenModel
from app.session.session import Session
from app.session.undoing import UndoStep
from app.toolkit.offers import Named
from app.toolkit.saved_parts import Restore, unchanged
from gan.explore.latent import Latent
from gan.json_file import shaped
from gan.session_file import as_point
from gan.words import tr


@dataclass(frozen=True, eq=False)
class Favourite:
    """A point that was kept, (z_dim,), with a name and a note.

    ``changes`` is how the network was changed then; None, as in sessions of earlier versions, for however it is now.
    """

    name: str
    z: Latent
    note: str = ""
    changes: EditState | None = None

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        values: dict[str, Any] = {"name": self.name, "note": self.note, "z": self.z.tolist()}
        if self.changes is None:
            return values
        return {**values, **self.changes.to_json()}


Kept = tuple[Favourite, ...]


@dataclass(frozen=True)
class _Saved:
    """What a session holds of a :class:`Favourite`."""

    name: str
    note: str
    z: list[float]
    edits: tuple[str, ...] | None = None
    batch: BatchSize | None = None
    chosen_class: ClassNumber | None = None

    def favourite(self, z_dim: int) -> Favourite:
        """Raises :class:`gan.errors.UsageError` if ``z`` has not ``z_dim`` dimensions."""
        changes = None if self.edits is None else changes_from(self.edits, self.batch, self.chosen_class)
        return Favourite(self.name, as_point(self.z, z_dim), self.note, changes)


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
        """Keep ``z`` (z_dim,) and how the network is changed; without a name it is called ``Point 1`` and so on."""
        name = name or _free_name({kept.name for kept in self._kept})
        kept = Favourite(name, np.array(z, np.float32), changes=self._session.edits.state)
        self._push(tr("keep {name}", name=name), (*self._kept, kept))

    def go_to(self, index: int) -> None:
        """Go back to one: its point, with the network changed as it was then."""
        kept = self._kept[index]
        self._session.go_to(kept.z, kept.changes, tr("go to {kept}", kept=kept.name))

    def by_changes(self) -> dict[EditState | None, list[int]]:
        """Which favourites go with which changes of the open network; those that do not fit it are left out."""
        fitting = self._session.edits.fitting
        together: dict[EditState | None, list[int]] = {}
        for index, kept in enumerate(self._kept):
            together.setdefault(None if kept.changes is None else fitting(kept.changes), []).append(index)
        return together

    def remove(self, index: int) -> None:
        """Forget one."""
        self._push(tr("remove {name}", name=self._kept[index].name), (*self._kept[:index], *self._kept[index + 1 :]))

    def rename(self, index: int, name: str) -> None:
        """Give one another name; an empty one changes nothing."""
        if name.strip() and name != self._kept[index].name:
            self._exchange(
                tr("rename {name}", name=self._kept[index].name), index, replace(self._kept[index], name=name.strip())
            )

    def set_note(self, index: int, note: str, *, typed: bool = True) -> None:
        """Write a note; what is ``typed`` in a row is undone together."""
        if note != self._kept[index].note:
            kept = replace(self._kept[index], note=note)
            self._exchange(tr("note on {kept}", kept=kept.name), index, kept, merge=f"note {index}" if typed else "")

    def show(self, kept: Kept) -> None:
        """Let ``kept`` hold, without a trace on the undo stack."""
        self._kept = kept
        self.changed.emit()

    def to_json(self) -> dict[str, Any]:
        """Names, notes, points and changes, and those of each other latent space."""
        elsewhere = [_to_json(kept) for kept in self._elsewhere.values() if kept]
        return {"favourites": _to_json(self._kept), **({"favourites_elsewhere": elsewhere} if elsewhere else {})}

    def from_json(self, values: Mapping[str, Any], z_dim: int) -> Restore:
        """The inverse of :meth:`to_json`; a session without favourites leaves them as they are."""
        if "favourites" not in values:
            return unchanged
        kept = _from_json(shaped(values["favourites"], list[_Saved]), z_dim)
        others = shaped(values.get("favourites_elsewhere", []), list[list[_Saved]])
        elsewhere = {len(saved[0].z): _from_json(saved, len(saved[0].z)) for saved in others if saved}
        return partial(self._restore, kept, elsewhere)

    def _restore(self, kept: Kept, elsewhere: Mapping[int, Kept]) -> None:
        self._elsewhere |= {z_dim: others for z_dim, others in elsewhere.items() if z_dim != self._z_dim}
        self.show(kept)

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


def _to_json(kept: Kept) -> list[dict[str, Any]]:
    return [favourite.to_json() for favourite in kept]


def _from_json(saved: Iterable[_Saved], z_dim: int) -> Kept:
    return tuple(favourite.favourite(z_dim) for favourite in saved)


def _free_name(taken: set[str]) -> str:
    return next(
        name for number in range(1, len(taken) + 2) if (name := tr("Point {number}", number=number)) not in taken
    )
