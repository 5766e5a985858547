"""The four corners of a grid through latent space."""

from collections.abc import Mapping
from enum import IntEnum
from functools import partial
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal

from app.session.open_model import OpenModel, same_space
from app.session.session import Session
from app.session.undoing import UndoStep
from app.toolkit.saved_parts import Restore, unchanged
from gan.errors import UsageError
from gan.explore.latent import Latent
from gan.explore.paths import corner_grid
from gan.json_file import shaped
from gan.session_file import as_point
from gan.words import tr

Points = tuple[Latent, ...]
FEWEST, USUAL, MOST = 2, 6, 16


class Corner(IntEnum):
    """In the order of reading."""

    TOP_LEFT = 0
    TOP_RIGHT = 1
    BOTTOM_LEFT = 2
    BOTTOM_RIGHT = 3


class Corners(QObject):
    """Every change can be undone. At first they are the points of the seeds 1 to 4."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session, self._undo_stack = session, session.undo_stack
        self._points: Points = ()
        session.follow_model(self._take_model)

    @property
    def points(self) -> Points:
        """Four of (z_dim,); none before a model is open."""
        return self._points

    def grid(self, side: int) -> Latent:
        """``side`` x ``side`` points between the corners in the order of reading, (side * side, z_dim)."""
        return corner_grid(np.stack(self._points), side, side)

    def put(self, corner: Corner, z: Latent) -> None:
        """Put a corner at ``z`` (z_dim,)."""
        points = list(self._points)
        points[corner] = np.array(z, np.float32)
        self._undo_stack.push(UndoStep(tr("set a corner"), self.show, self._points, tuple(points)))

    def show(self, points: Points) -> None:
        """Let ``points`` hold, without a trace on the undo stack."""
        self._points = points
        self.changed.emit()

    def to_json(self) -> dict[str, Any]:
        """The four points."""
        return {"corners": [z.tolist() for z in self._points]}

    def from_json(self, values: Mapping[str, Any], z_dim: int) -> Restore:
        """The inverse of :meth:`to_json`; a session without corners leaves them where they are."""
        points = tuple(as_point(z, z_dim) for z in shaped(values.get("corners", []), list[Any]))
        if len(points) not in (0, len(Corner)):
            raise UsageError(tr("a grid has four corners"))
        return partial(self.show, points) if points else unchanged

    def _take_model(self, before: OpenModel | None, now: OpenModel) -> None:
        """Corners in another latent space are given up."""
        if before is None or not same_space(before.config, now.config) or not self._points:
            self.show(tuple(self._session.sample(1, seed)[0] for seed in range(1, len(Corner) + 1)))
