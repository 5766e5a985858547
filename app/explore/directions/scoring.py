"""How known factors follow the directions that were found, measured beside the window's own thread."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.work.background import Background, Job
from gan.data.imagesets import Wanted, load_imageset
from gan.data.pictures import PictureFormat
from gan.explore.directions import Directions
from gan.explore.latent import Latent
from gan.images import Picture
from gan.model.config import ModelConfig
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
    """One measurement at a time; a new one ends an older one."""

    started = Signal(object)
    """The :class:`Job`."""
    scored = Signal(object)
    """What came out, :class:`Scored`."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._job: Job | None = None

    def start(self, directions: Directions, model: Path, config: ModelConfig, data: str, device: str) -> None:
        """Score ``directions`` of the generator in ``model`` against what is known of the pictures in ``data``."""
        if self._job is not None:
            self._job.cancel()
        job = Job("Scoring directions", lambda job: _scored(job, directions, model, config, data, device))
        self._job = job
        job.succeeded.connect(lambda scored: self.scored.emit(scored) if job is self._job else None)
        self.started.emit(job)
        self._background.start(job)


def _scored(job: Job, directions: Directions, model: Path, config: ModelConfig, data: str, device: str) -> Scored:
    from gan.measure.direction_scores import score_directions
    from gan.measure.factors import factors_of, train_reader
    from gan.render import Renderer

    def report(_: str, done: int, total: int) -> None:
        job.report(done, total)

    wanted = Wanted(limit=LABELS_READ, progress=report, cancelled=lambda: job.is_cancelled)
    images = load_imageset(data, PictureFormat(config.image_size, config.channels), wanted)
    factors_of(images)
    renderer = Renderer(device)
    renderer.set_threads(1)  # the window renders beside it

    def render(z: Latent) -> Picture:
        return renderer.render(RenderRequest(model, z)).images

    reader, accuracy = train_reader(images, report=report)
    scores = score_directions(directions, reader.factors.names, render, reader.read, report=report)
    return Scored(scores, accuracy, images.name)
