"""How known factors follow the directions that were found, measured beside the window's own thread."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.explore.directions.found_directions import FoundDirections
from app.session.open_model import OpenModel
from app.session.session import Session
from app.work.background import Background, Job
from app.work.latest_job import LatestJob
from gan.data.imagesets import Wanted, load_imageset
from gan.data.pictures import PictureFormat
from gan.errors import UsageError
from gan.explore.directions import Directions
from gan.explore.latent import Latent
from gan.images import Picture
from gan.request import RenderRequest

if TYPE_CHECKING:
    from gan.measure.direction_scores import DirectionScores
    from gan.measure.factors import Accuracy

LABELS_READ = 20_000


@dataclass(frozen=True, eq=False)
class Scored:
    """The scores, what they were measured with, and how well that reads pictures of ``data``."""

    scores: "DirectionScores"
    accuracy: "Accuracy"
    data: str


class DirectionScoring(QObject):
    """One measurement at a time; a new one ends an older one. What came out is a :class:`Scored`."""

    def __init__(self, session: Session, background: Background, directions: FoundDirections) -> None:
        super().__init__(session)
        self._session, self._directions = session, directions
        self.measurement = LatestJob(background, self)

    def score(self) -> None:
        """Measure what the directions do to what is known of the pictures that the open generator learned from.

        Raises :class:`UsageError` if there are none, or nothing is known.
        """
        directions, model = self._directions.current, self._session.model
        if directions is None or model is None:
            raise UsageError("find directions before scoring them")
        if model.data is None:
            raise UsageError("it is not known what this generator learned from, so there is nothing to score against")
        work = partial(_scored, directions=directions, model=model, data=model.data, device=self._session.device)
        self.measurement.start(Job("Scoring directions", work, computes=True))


def _scored(job: Job, directions: Directions, model: OpenModel, data: str, device: str) -> Scored:
    from gan.measure.direction_scores import score_directions
    from gan.measure.factors import factors_of, train_reader
    from gan.render import Renderer

    def report(_: str, done: int, total: int) -> None:
        job.report(done, total)

    wanted = Wanted(limit=LABELS_READ, progress=report, cancelled=lambda: job.is_cancelled)
    images = load_imageset(data, PictureFormat(model.config.image_size, model.config.channels), wanted)
    factors_of(images)
    renderer = Renderer(device)

    def render(z: Latent) -> Picture:
        return renderer.render(RenderRequest(model.source.path, z)).images

    reader, accuracy = train_reader(images, report=report)
    scores = score_directions(directions, reader.factors.names, render, reader.read, report=report)
    return Scored(scores, accuracy, images.name)
