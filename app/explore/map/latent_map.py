"""A map of latent space: many random points laid out by what their pictures look like, made beside the window."""

from dataclasses import dataclass
from functools import partial

import numpy as np
from PySide6.QtCore import QObject, Signal

from app.session.open_model import OpenModel, same_pictures
from app.session.session import Session
from app.work.background import Background, Job
from app.work.latest_job import LatestJob
from app.work.rendering import rendered
from gan.explore.latent import Latent, sample_z
from gan.explore.maps import principal_plane
from gan.images import Picture
from gan.measure.neighbours import by_appearance
from gan.request import RenderRequest

COUNT = 2000


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
    """The last map that was drawn. It stays while other snapshots of the same run are open."""

    changed = Signal()
    """Another map, or none."""

    def __init__(self, session: Session, background: Background) -> None:
        super().__init__(session)
        self._session = session
        self._current: MapOfPoints | None = None
        self.drawing = LatestJob(background, self)
        self.drawing.succeeded.connect(self._show)
        self.drawing.failed.connect(session.failed)
        session.follow_model(self._take_model)

    @property
    def current(self) -> MapOfPoints | None:
        """What there is to look at."""
        return self._current

    @property
    def is_outdated(self) -> bool:
        """Whether the generator or its edits have changed since the map was drawn."""
        now = self._session.network
        return self._current is not None and now is not None and _look(self._current.request) != _look(now)

    def draw(self, seed: int) -> None:
        """Lay out the random points of ``seed``; nothing happens before a model is open."""
        network, device = self._session.network, self._session.device
        if network is not None:
            points = sample_z(COUNT, len(self._session.z), seed)
            work = partial(_drawn, request=network, points=points, device=device)
            self.drawing.start(Job("Drawing 2,000 points", work, computes=True))

    def _take_model(self, before: OpenModel | None, now: OpenModel) -> None:
        """A map belongs to one run, or to one file."""
        if before is None or not same_pictures(before.source, now.source) or before.config != now.config:
            self.drawing.forget()
            self._show(None)

    def _show(self, drawn: MapOfPoints | None) -> None:
        self._current = drawn
        self.changed.emit()


def _look(request: RenderRequest) -> tuple[object, ...]:
    """What decides how the pictures of the same points look."""
    return request.model, request.edits, request.batch


def _drawn(job: Job, request: RenderRequest, points: Latent, device: str) -> MapOfPoints:
    pictures = np.stack(list(rendered(request, points, device, job.report)))
    return MapOfPoints(request, points, principal_plane(by_appearance(pictures.transpose(0, 3, 1, 2))), pictures)
