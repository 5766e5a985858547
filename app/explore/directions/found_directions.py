"""The directions that were found or opened, and finding them beside the window's own thread."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from app.session.undoing import Change
from app.work.background import Background, Job
from gan.explore.directions import Directions, load_directions, save_directions

COUNT = 12


class FoundDirections(QObject):
    """Directions of the open latent space, or none. Every change goes on ``undo_stack``."""

    changed = Signal()
    """Others, or another name."""
    searching = Signal(object)
    """The :class:`Job` that looks for directions."""
    failed = Signal(str)
    """One line for people."""

    def __init__(self, undo_stack: QUndoStack, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._undo_stack = undo_stack
        self._background = background
        self._current: Directions | None = None
        self._z_dim = 0

    @property
    def current(self) -> Directions | None:
        """What the panel shows."""
        return self._current

    def set_z_dim(self, z_dim: int) -> None:
        """Another generator is open; directions of another latent space are given up."""
        self._z_dim = z_dim
        if self._current is not None and self._current.z_dim != z_dim:
            self.show(None)

    def find(self, method: str, model: Path, name: str) -> None:
        """Look by one of :data:`gan.explore.methods.METHODS` for directions of the generator in ``model``, ``name``."""
        job = Job("Finding directions", lambda job: _find(job, method, model, name))
        job.succeeded.connect(self._take)
        job.failed.connect(self.failed)
        self._background.start(job)
        self.searching.emit(job)

    def open(self, path: Path) -> None:
        """Take the directions in ``path``. Raises :class:`gan.errors.LatentariumError`."""
        directions = load_directions(path)
        directions.require_fit(self._z_dim)
        self._push("open directions", directions)

    def save(self, path: Path) -> None:
        """Write them to a file. Raises :class:`gan.errors.LatentariumError`."""
        if self._current is not None:
            save_directions(path, self._current)

    def rename(self, index: int, name: str) -> None:
        """Give one another name; an empty one changes nothing."""
        if self._current is not None and name.strip() and name != self._current.names[index]:
            self._push(f"rename {self._current.names[index]}", self._current.renamed(index, name.strip()))

    def show(self, directions: Directions | None) -> None:
        """Let ``directions`` hold, without a trace on the undo stack."""
        self._current = directions
        self.changed.emit()

    def _take(self, directions: Directions) -> None:
        if directions.z_dim == self._z_dim:
            self._push("find directions", directions)

    def _push(self, text: str, directions: Directions) -> None:
        self._undo_stack.push(Change(text, self.show, self._current, directions))


def _find(job: Job, method: str, model: Path, name: str) -> Directions:
    from gan.explore.discovery import find_directions
    from gan.model.checkpoint import load_generator

    directions = find_directions(load_generator(model), method, COUNT, model=name)
    job.report(1, 1)
    return directions
