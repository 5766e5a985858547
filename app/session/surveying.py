"""What the discriminator makes of a sample of the generator's pictures, worked out by jobs; no widget is read here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.session.origin import Origin
from app.session.renderers import Renderers
from app.work.background import Job
from gan.data.base import ImageSet
from gan.explore.acceptance import Scores
from gan.explore.choosing import Space, Survey, choose, survey, without_pictures
from gan.explore.latent import Latent
from gan.files import changed_at
from gan.layers.opinion import Judge
from gan.request import RenderRequest

if TYPE_CHECKING:
    from gan.render import Renderer


@dataclass(frozen=True)
class Wanted:
    """Which points: so many of a ``seed``, of which a ``share`` is kept; ``held`` dimensions have those values."""

    share: float
    count: int
    seed: int
    held: tuple[tuple[int, float], ...] = ()

    def holding(self, z: Latent) -> Latent:
        """``z`` (N, z_dim) with the values that are held."""
        points = z.copy()
        for dimension, value in self.held:
            points[:, dimension] = value
        return points


@dataclass(frozen=True, eq=False)
class Asked:
    """All that a survey depends on: the generator as it is changed, who judges, and how the scores are understood.

    ``count`` points are surveyed; ``version`` is when the discriminator's file was written. ``step`` is the training
    step of the generator, if its file says so. ``real`` are real pictures to compare with, where that is wanted; of
    those with classes only the class that is drawn is taken. ``renderers`` lend what draws and judges.
    """

    origin: Origin
    request: RenderRequest
    space: Space
    count: int
    judge: Judge
    version: int
    is_ratio: bool
    renderers: Renderers
    step: int | None = None
    real: ImageSet | None = None

    def same(self, other: "Asked") -> bool:
        """Whether both have the same answer."""
        mine, others = ((one.origin, one.judge, one.version, id(one.real)) for one in (self, other))
        return mine == others

    @property
    def has_moved_on(self) -> bool:
        """Whether the run of the discriminator has written another one since."""
        return changed_at(self.judge.path) != self.version


@dataclass(frozen=True, eq=False)
class Surveyed:
    """The answer to ``asked``; ``step`` is the discriminator's training step, if its file says so."""

    asked: Asked
    survey: Survey
    step: int | None

    @property
    def is_of_its_time(self) -> bool:
        """Whether the discriminator was trained against this generator, not an earlier or later one of the run."""
        return self.step is None or self.asked.step in (None, self.step)


def surveyed(asked: Asked, report: Callable[[int, int], None]) -> Surveyed:
    """Raises :class:`gan.errors.LatentariumError`."""
    with asked.renderers.lent() as renderer:
        return _surveyed(asked, report, renderer)


def _surveyed(asked: Asked, report: Callable[[int, int], None], renderer: "Renderer") -> Surveyed:
    found = survey(
        renderer.judging(asked.request, asked.judge),
        asked.space,
        is_ratio=asked.is_ratio,
        count=asked.count,
        of_real=_of_real(asked, renderer),
        report=report,
    )
    return Surveyed(asked, found, renderer.judge_step(asked.judge))


def _of_real(asked: Asked, renderer: "Renderer") -> Scores | None:
    if asked.real is None:
        return None
    alike = asked.real.like(asked.request.class_name).spread(asked.count).images.transpose(0, 2, 3, 1)
    return renderer.scores(alike, asked.judge, asked.request.chosen_class)


@dataclass(frozen=True, eq=False)
class Chosen:
    """Points ``z`` (N, z_dim) that were kept, what was ``wanted``, and by which survey."""

    z: Latent
    wanted: Wanted
    surveyed: Surveyed

    def is_answer(self, asked: Asked, wanted: Wanted) -> bool:
        """Whether the same points would be chosen for that."""
        return wanted == self.wanted and asked.same(self.surveyed.asked)


def chosen(job: Job, asked: Asked, known: Surveyed | None, wanted: Wanted) -> Chosen:
    """``known`` is the answer to ``asked`` if it was found before. Raises :class:`gan.errors.LatentariumError`."""
    with asked.renderers.lent() as renderer:
        found = known or _surveyed(asked, job.report, renderer)
        judging = without_pictures(renderer.judging(asked.request, asked.judge))
        choice = choose(
            lambda z: judging(wanted.holding(z)),
            asked.space,
            found.survey,
            wanted.share,
            wanted.seed,
            wanted.count,
            report=job.report,
        )
    return Chosen(wanted.holding(choice.kept.z), wanted, found)
