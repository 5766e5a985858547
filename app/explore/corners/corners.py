"""The four corners of a grid through latent space."""

from enum import IntEnum

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from app.session.undoing import Change
from gan.explore.latent import Latent, sample_z
from gan.explore.paths import corner_grid

Points = tuple[Latent, ...]
FEWEST, USUAL, MOST = 2, 6, 16


class Corner(IntEnum):
    """In the order of reading."""

    TOP_LEFT = 0
    TOP_RIGHT = 1
    BOTTOM_LEFT = 2
    BOTTOM_RIGHT = 3


class Corners(QObject):
    """Every change goes on ``undo_stack``. At first they are the points of the seeds 1 to 4."""

    changed = Signal()

    def __init__(self, undo_stack: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._undo_stack = undo_stack
        self._points: Points = ()

    @property
    def points(self) -> Points:
        """Four of (z_dim,); none before a model is open."""
        return self._points

    def grid(self, side: int) -> Latent:
        """``side`` x ``side`` points between the corners in the order of reading, (side * side, z_dim)."""
        return corner_grid(np.stack(self._points), side, side)

    def set_z_dim(self, z_dim: int) -> None:
        """Another generator is open; corners in another latent space are given up."""
        if any(len(z) != z_dim for z in self._points) or not self._points:
            self.show(tuple(sample_z(1, z_dim, seed)[0] for seed in range(1, len(Corner) + 1)))

    def put(self, corner: Corner, z: Latent) -> None:
        """Put a corner at ``z`` (z_dim,)."""
        points = list(self._points)
        points[corner] = np.array(z, np.float32)
        self._undo_stack.push(Change("set a corner", self.show, self._points, tuple(points)))

    def show(self, points: Points) -> None:
        """Let ``points`` hold, without a trace on the undo stack."""
        self._points = points
        self.changed.emit()
