"""The directions that were found or opened, and finding them beside the window's own thread."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal

from app.session.open_model import OpenModel
from app.session.origin import Origin
from app.session.session import Session
from app.session.undoing import UndoStep
from app.toolkit.offers import Named
from app.toolkit.saved_parts import Restore, unchanged
from app.work.background import Background, Job
from app.work.latest_job import LatestJob
from gan.explore.directions import Directions, load_directions, save_directions
from gan.explore.methods import METHODS
from gan.json_file import shaped
from gan.session_file import as_numbers, as_point
from gan.words import tr

COUNT = 12


class FoundDirections(QObject):
    """Directions of the open latent space, or none. Every change can be undone."""

    changed = Signal()
    """Others, or another name."""

    def __init__(self, session: Session, background: Background) -> None:
        super().__init__(session)
        self._session = session
        self._current: Directions | None = None
        self.search = LatestJob(background, self)
        self.search.succeeded.connect(partial(self._push, tr("find directions")))
        self.search.failed.connect(session.failed)
        session.follow_model(self._take_model)

    @property
    def current(self) -> Directions | None:
        """What the panel shows."""
        return self._current

    @property
    def is_of_here(self) -> bool:
        """Whether they belong to the open generator, as far as is known; their shares are nothing but that one's."""
        found, origin = self._current, self._session.origin
        return found is None or origin is None or found.model in ("", origin.unchanged.filed_text)

    @property
    def origin_text(self) -> str:
        """What they are directions of, and how they were found, in a line for people; empty while there are none."""
        found, origin = self._current, self._session.origin
        if found is None:
            return ""
        method = tr(METHODS[found.method].title) if found.method in METHODS else found.method
        whose = found.model or tr("an unknown generator")
        if self.is_of_here and found.model and origin is not None:
            whose = origin.unchanged.text
        edits = tr(" without its edits") if self.is_of_here and origin is not None and origin.changes.edits else ""
        again = "" if self.is_of_here else tr(" What share they have here is not known: find them again.")
        return tr("Of {whose}{edits}, by {method}.{again}", whose=whose, edits=edits, method=method, again=again)

    def named(self) -> list[Named]:
        """Each direction with its name, for other tools."""
        found = self._current
        return [Named(*each) for each in zip(found.names, found.vectors, strict=True)] if found is not None else []

    def find(self, method: str) -> None:
        """Look for directions of the open generator by one of :data:`gan.explore.methods.METHODS`, if one is open."""
        origin = self._session.origin
        if origin is not None:
            meant = origin.unchanged
            self.search.start(Job(tr("Finding directions"), lambda job: _find(job, method, meant)))

    def open(self, path: Path) -> None:
        """Take the directions in ``path``. Raises :class:`gan.errors.LatentariumError`."""
        directions = load_directions(path)
        directions.require_fit(len(self._session.z))
        self._push(tr("open directions"), directions)

    def save(self, path: Path) -> None:
        """Write them to a file. Raises :class:`gan.errors.LatentariumError`."""
        if self._current is not None:
            save_directions(path, self._current)

    def rename(self, index: int, name: str) -> None:
        """Give one another name; an empty one changes nothing."""
        if self._current is not None and name.strip() and name != self._current.names[index]:
            self._push(tr("rename {name}", name=self._current.names[index]), self._current.renamed(index, name.strip()))

    def show(self, directions: Directions | None) -> None:
        """Let ``directions`` hold, without a trace on the undo stack."""
        self._current = directions
        self.changed.emit()

    def to_json(self) -> dict[str, Any]:
        """All that a file of directions holds, or None."""
        return {"directions": None if self._current is None else _to_json(self._current)}

    def from_json(self, values: Mapping[str, Any], z_dim: int) -> Restore:
        """The inverse of :meth:`to_json`; a session without this part leaves the directions as they are."""
        if "directions" not in values:
            return unchanged
        saved = values["directions"]
        return partial(self.show, None if saved is None else _from_json(saved, z_dim))

    def _take_model(self, before: OpenModel | None, now: OpenModel) -> None:
        """Directions of another latent space are given up, those that are looked for, too."""
        if before is None or before.config.z_dim != now.config.z_dim:
            self.search.forget()
        if self._current is not None and self._current.z_dim != now.config.z_dim:
            self.show(None)

    def _push(self, text: str, directions: Directions) -> None:
        self._session.undo_stack.push(UndoStep(text, self.show, self._current, directions))


def _find(job: Job, method: str, origin: Origin) -> Directions:
    from gan.explore.discovery import find_directions

    with origin.generator() as generator:
        directions = find_directions(generator, method, COUNT, model=origin.filed_text)
    job.report(1, 1)
    return directions


def _to_json(directions: Directions) -> dict[str, Any]:
    return {
        "method": directions.method,
        "model": directions.model,
        "names": list(directions.names),
        "shares": directions.shares.tolist(),
        "vectors": directions.vectors.tolist(),
    }


@dataclass(frozen=True)
class _Saved:
    """What a session holds of :class:`Directions`."""

    method: str
    model: str
    names: tuple[str, ...]
    shares: list[float]
    vectors: list[list[float]]


def _from_json(values: Any, z_dim: int) -> Directions:
    saved = shaped(values, _Saved)
    vectors = np.stack([as_point(vector, z_dim) for vector in saved.vectors] or [np.zeros(0, np.float32)])
    return Directions(saved.method, vectors, as_numbers(saved.shares), saved.names, saved.model)
