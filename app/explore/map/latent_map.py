"""A map of latent space: many random points laid out by what their pictures look like, made beside the window."""

from dataclasses import dataclass
from functools import partial

import numpy as np
from PySide6.QtCore import QObject, Signal

from app.session.open_model import OpenModel, same_pictures
from app.session.origin import Origin
from app.session.random_points import RandomPoints
from app.session.session import Session
from app.work.background import Background, Job
from app.work.latest_job import LatestJob
from app.work.rendering import rendered
from gan.explore.latent import Latent
from gan.explore.maps import PrincipalPlane
from gan.images import Picture
from gan.measure.neighbours import by_appearance
from gan.request import RenderRequest, RenderResult
from gan.words import tr

COUNT = 2000


@dataclass(frozen=True, eq=False)
class MapOfPoints:
    """``points`` (N, z_dim), where they lie, ``places`` (N, 2) in [-1, 1], and their ``pictures`` (N, H, W, C).

    ``origin`` says of which generator they are, and with which edits. Other pictures lie in ``plane``, too.
    """

    origin: Origin
    request: RenderRequest
    points: Latent
    plane: PrincipalPlane
    places: Latent
    pictures: Picture

    def place_of(self, picture: Picture) -> Latent:
        """Where (H, W, C) lies, (2,): among those that look like it, perhaps outside [-1, 1]."""
        place: Latent = self.plane.places(_features(picture[None]))[0]
        return place


class LatentMap(QObject):
    """The last map that was drawn. It stays while other snapshots of the same run are open."""

    changed = Signal()
    """Another map, or none."""

    def __init__(self, session: Session, background: Background, random: RandomPoints) -> None:
        super().__init__(session)
        self._session = session
        self.random = random
        random.drawn.connect(self._draw)
        self._current: MapOfPoints | None = None
        self._picture: Picture | None = None
        session.rendered.connect(self._take_picture)
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
        return self._current is not None and self._current.origin != self._session.origin

    @property
    def place(self) -> Latent | None:
        """Where the current picture lies on the map, (2,), which need not be one of its own; None without a map."""
        current, picture = self._current, self._picture
        if current is None or picture is None or picture.shape != current.pictures.shape[1:]:
            return None
        return current.place_of(picture)

    def draw(self, seed: int) -> None:
        """Lay out the random points of ``seed``; nothing happens before a model is open."""
        self.drawing.forget()
        self.random.ask(COUNT, seed)

    def _draw(self, points: Latent) -> None:
        network, origin, device = self._session.network, self._session.origin, self._session.device
        if network is not None and origin is not None:
            work = partial(_drawn, origin=origin, request=network, points=points, device=device)
            self.drawing.start(Job(tr("Drawing 2,000 points"), work, computes=True))

    def _take_model(self, before: OpenModel | None, now: OpenModel) -> None:
        """A map belongs to one run, or to one file."""
        if before is None or not same_pictures(before.source, now.source) or before.config != now.config:
            self.drawing.forget()
            self._show(None)

    def _take_picture(self, result: RenderResult) -> None:
        self._picture = result.images[0]

    def _show(self, drawn: MapOfPoints | None) -> None:
        self._current = drawn
        self.changed.emit()


def _drawn(job: Job, origin: Origin, request: RenderRequest, points: Latent, device: str) -> MapOfPoints:
    pictures = np.stack(list(rendered(request, points, device, job.report)))
    features = _features(pictures)
    plane = PrincipalPlane.of(features)
    return MapOfPoints(origin, request, points, plane, plane.places(features), pictures)


def _features(pictures: Picture) -> Latent:
    """(N, H, W, C) -> what the map is laid out by, (N, F)."""
    return by_appearance(pictures.transpose(0, 3, 1, 2))
