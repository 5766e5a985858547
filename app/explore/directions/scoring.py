"""How known factors follow the directions that were found, measured beside the window's own thread."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.explore.directions.found_directions import FoundDirections
from app.session.open_model import OpenModel
from app.session.origin import Origin
from app.session.session import Session
from app.work.background import Background, Job
from app.work.latest_job import LatestJob
from gan.data.imagesets import ImageSet, Wanted, load_imageset
from gan.data.missing import real_place
from gan.errors import UsageError
from gan.explore.directions import Directions
from gan.explore.latent import Latent
from gan.images import Picture
from gan.request import RenderRequest
from gan.words import tr

if TYPE_CHECKING:
    from gan.measure.direction_scores import DirectionScores
    from gan.measure.factors import Accuracy

LABELS_READ = 20_000


@dataclass(frozen=True, eq=False)
class Scored:
    """The scores of ``directions`` in the network ``origin``, and how well what reads factors reads ``data``.

    ``note`` is a clause about those pictures, if they are only part of a set.
    """

    scores: "DirectionScores"
    accuracy: "Accuracy"
    data: str
    directions: Directions
    origin: Origin
    note: str = ""


class DirectionScoring(QObject):
    """One measurement at a time; a new one ends an older one."""

    changed = Signal()
    """There are other scores, or they are of what is there now, or not: see :attr:`is_of_here`."""

    def __init__(self, session: Session, background: Background, directions: FoundDirections) -> None:
        super().__init__(session)
        self._session, self._directions = session, directions
        self._current: Scored | None = None
        self.measurement = LatestJob(background, self)
        self.measurement.started.connect(lambda _: self._take(None))
        self.measurement.succeeded.connect(self._take)
        directions.changed.connect(self.changed)
        session.network_changed.connect(self.changed)

    @property
    def current(self) -> Scored | None:
        """What was measured last."""
        return self._current

    @property
    def is_of_here(self) -> bool:
        """Whether the scores are those of the directions that are there now, in the network that draws now."""
        scored, directions = self._current, self._directions.current
        if scored is None or directions is None:
            return False
        return scored.origin == self._session.origin and scored.directions.vectors is directions.vectors

    @property
    def data(self) -> str | None:
        """What the open generator learned from, if that is known."""
        return None if self._session.model is None else self._session.model.data

    def score(self) -> None:
        """Measure what the directions do to what is known of the pictures that the open generator learned from.

        Raises :class:`UsageError` if there are none, or nothing is known.
        """
        directions, model = self._directions.current, self._session.model
        network, origin = self._session.network, self._session.origin
        if directions is None or model is None or network is None or origin is None:
            raise UsageError(tr("find directions before scoring them"))
        if model.data is None:
            raise UsageError(
                tr("it is not known what this generator learned from, so there is nothing to score against")
            )
        device = self._session.device

        def work(job: Job) -> Scored:
            scores, accuracy, images = _measured(job, directions, network, model, device)
            return Scored(scores, accuracy, images.name, directions, origin, images.note)

        self.measurement.start(Job(tr("Scoring directions"), work, computes=True))

    def _take(self, scored: Scored | None) -> None:
        self._current = scored
        self.changed.emit()


def _measured(
    job: Job, directions: Directions, network: RenderRequest, model: OpenModel, device: str
) -> "tuple[DirectionScores, Accuracy, ImageSet]":
    """The scores, how well factors are read, and what of."""
    from gan.measure.direction_scores import score_directions
    from gan.measure.factors import factors_of, train_reader
    from gan.render import Renderer

    def report(_: str, done: int, total: int) -> None:
        job.report(done, total)

    data = real_place(str(model.data))
    wanted = Wanted(limit=LABELS_READ, progress=report, cancelled=lambda: job.is_cancelled)
    images = load_imageset(data, model.picture_format, wanted)
    factors_of(images)
    renderer = Renderer(device)

    def render(z: Latent) -> Picture:
        return renderer.render(replace(network, z=z)).images

    reader, accuracy = train_reader(images, report=report)
    scores = score_directions(
        directions, reader.factors.names, render, reader.read, model.config.distribution, report=report
    )
    return scores, accuracy, images
