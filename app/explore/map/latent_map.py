"""A map of latent space: many random points laid out by what their pictures look like, made beside the window."""

from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QObject, Signal

from app.work.background import Background, Job
from gan.explore.latent import Latent, sample_z
from gan.explore.maps import principal_plane
from gan.images import Picture
from gan.measure.neighbours import by_appearance
from gan.request import RenderRequest

COUNT, BATCH = 2000, 50


@dataclass(frozen=True, eq=False)
class MapOfPoints:
    """``points`` (N, z_dim), where they lie, ``places`` (N, 2) in [-1, 1], and their ``pictures`` (N, H, W, C).

    ``request`` says of which generator they are, and with which edits.
    """

    request: RenderRequest
    points: Latent
    places: Latent
    pictures: Picture


class LatentMap(QObject):
    """The last map that was made. It stays while other snapshots of the same run are open."""

    making = Signal(object)
    """The :class:`Job`."""
    changed = Signal()
    """Another map, or none."""
    failed = Signal(str)
    """One line for people."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._current: MapOfPoints | None = None
        self._job: Job | None = None

    @property
    def current(self) -> MapOfPoints | None:
        """What there is to look at."""
        return self._current

    def is_outdated(self, now: RenderRequest) -> bool:
        """Whether pictures would look different ``now``."""
        made = self._current.request if self._current is not None else now
        return (made.model, made.edits, made.batch) != (now.model, now.edits, now.batch)

    def make(self, request: RenderRequest, z_dim: int, seed: int, device: str) -> None:
        """Lay out the random points of ``seed``, drawn as in ``request``; its own points do not matter."""
        self._cancel()
        job = Job("Drawing 2,000 points", lambda job: _made(job, request, sample_z(COUNT, z_dim, seed), device))
        self._job = job
        job.succeeded.connect(lambda made: self._take(job, made))
        job.failed.connect(self.failed)
        self.making.emit(job)
        self._background.start(job)

    def forget(self) -> None:
        """Another generator is open."""
        self._cancel()
        self._current = None
        self.changed.emit()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = None

    def _take(self, job: Job, made: MapOfPoints) -> None:
        if job is self._job:
            self._current = made
            self.changed.emit()


def _made(job: Job, request: RenderRequest, points: Latent, device: str) -> MapOfPoints:
    from gan.render import Renderer

    renderer, pictures = Renderer(device), []
    renderer.set_threads(1)  # the window renders beside it
    for start in range(0, len(points), BATCH):
        job.report(start, len(points))
        pictures.append(renderer.render(replace(request, z=points[start : start + BATCH])).images)
    drawn = np.concatenate(pictures)
    return MapOfPoints(request, points, principal_plane(by_appearance(drawn.transpose(0, 3, 1, 2))), drawn)
