"""Random points, of which a discriminator keeps some: drawn in batches, judged and sorted. numpy only.

The points are those that :func:`gan.explore.latent.sample_z` draws from the same seed, in the same order; those that
are turned away are left out. So a seed means the same pictures in the window and on the command line.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

import numpy as np
import numpy.typing as npt

from gan.errors import LatentariumError
from gan.explore.acceptance import Basis, Rule, Scores, calibrated_slope, check_scores, rule_for
from gan.explore.latent import Latent, draws, sample_z
from gan.images import Picture
from gan.model.architecture import Distribution
from gan.model.part_specs import Shape
from gan.words import tr

SURVEYED, FEWEST_SURVEYED = 1024, 128
"""So many points are judged before any is chosen: their scores say what the generator draws."""
_SURVEYED_BYTES = 64 * 2**20
BATCH = 64
_SURVEY_SEED, _LOTS = 2**32, 1  # beyond the seeds that people can give
_PATIENCE, _SPARE = 8, 16
"""It is given up after so many times the expected draws, and as many batches more."""

Judging = Callable[[Latent], tuple[Picture, Scores]]
"""z (N, z_dim) -> their pictures (N, H, W, C), and the discriminator's scores of those (N,)."""
Report = Callable[[int, int], None]
"""Hears how many points are done, and how many there are."""


class TooFewChosenError(LatentariumError):
    """The discriminator keeps almost nothing."""


@dataclass(frozen=True, eq=False)
class Judged:
    """Points ``z`` (N, z_dim), their ``pictures`` (N, H, W, C), and the discriminator's ``scores`` of those (N,)."""

    z: Latent
    pictures: Picture
    scores: Scores

    def __len__(self) -> int:
        return len(self.scores)

    def at(self, which: npt.NDArray[np.bool_] | npt.NDArray[np.intp]) -> "Judged":
        """Some of them, by a mask or by their numbers."""
        return Judged(self.z[which], self.pictures[which], self.scores[which])

    def best_first(self) -> "Judged":
        """Sorted by their scores; of equal ones the earlier is first."""
        return self.at(np.argsort(-self.scores, kind="stable"))

    def worst_first(self) -> "Judged":
        """The other way round."""
        return self.at(np.argsort(self.scores, kind="stable"))

    def first(self, count: int) -> "Judged":
        """The first ``count`` of them, if there are as many."""
        return self.at(np.arange(min(count, len(self))))


def joined(parts: list[Judged]) -> Judged:
    """All of ``parts``, of which there is at least one, in their order."""
    return Judged(
        np.concatenate([part.z for part in parts]),
        np.concatenate([part.pictures for part in parts]),
        np.concatenate([part.scores for part in parts]),
    )


@dataclass(frozen=True)
class Space:
    """What random points are drawn from."""

    z_dim: int
    distribution: Distribution = Distribution.NORMAL


def basis_of(*, is_ratio: bool, compared: bool) -> Basis:
    """What decides, if the scores were ``compared`` with those of real pictures or not."""
    if compared:
        return Basis.CALIBRATED
    return Basis.RATIO if is_ratio else Basis.ORDER


@dataclass(frozen=True, eq=False)
class Survey:
    """What was found out before anything is chosen: ``sample``, a sample of what the generator draws, judged.

    ``lots`` (N,) in [0, 1) decide of each of the sample whether it is kept. ``of_real`` are the scores of real
    pictures, if they were at hand; without, ``is_ratio`` says whether scores are logarithms of the density ratio by
    themselves.
    """

    sample: Judged
    lots: Scores
    is_ratio: bool = False
    of_real: Scores | None = None

    @property
    def basis(self) -> Basis:
        """What decides."""
        return basis_of(is_ratio=self.is_ratio, compared=self.of_real is not None)

    @cached_property
    def slope(self) -> float:
        """Of the rule. Raises :class:`gan.errors.UsageError` where real pictures have no higher scores."""
        if self.of_real is not None:
            return calibrated_slope(self.of_real, self.sample.scores)
        return 1.0 if self.is_ratio else math.inf

    def rule(self, share: float) -> Rule:
        """What keeps ``share`` of what the generator draws. Raises :class:`gan.errors.UsageError`."""
        return rule_for(self.sample.scores, share, self.slope)

    def share_at(self, threshold: float) -> float:
        """How much is kept where every second picture with the score ``threshold`` is."""
        scores = self.sample.scores
        return Rule(threshold, float(scores.max()), self.slope).share(scores)

    def kept(self, rule: Rule) -> npt.NDArray[np.bool_]:
        """Which of the sample ``rule`` keeps."""
        return self.lots < rule.probabilities(self.sample.scores)


def survey_size(picture: Shape) -> int:
    """How many points are surveyed where pictures have the shape (C, H, W): fewer of large ones, which take longer."""
    return min(max(_SURVEYED_BYTES // math.prod(picture), FEWEST_SURVEYED), SURVEYED)


def survey(
    judge: Judging,
    space: Space,
    *,
    is_ratio: bool = False,
    of_real: Scores | None = None,
    count: int = SURVEYED,
    report: Report | None = None,
) -> Survey:
    """Judge ``count`` points, always the same. Raises :class:`gan.errors.UsageError` for scores that are no numbers."""
    points = sample_z(count, space.z_dim, _SURVEY_SEED, space.distribution)
    parts = []
    for start in range(0, count, BATCH):
        parts.append(_judged(judge, points[start : start + BATCH]))
        if report is not None:
            report(min(start + BATCH, count), count)
    return Survey(joined(parts), np.random.default_rng((_SURVEY_SEED, _LOTS)).random(count), is_ratio, of_real)


@dataclass(frozen=True, eq=False)
class Choice:
    """``kept`` are in the order in which they were drawn, ``rejected`` the worst of the others, the worst first.

    ``drawn`` counts all until the last that was kept.
    """

    kept: Judged
    rejected: Judged
    drawn: int

    @property
    def turned_away(self) -> int:
        """How many were not kept; not all of them need be among ``rejected``."""
        return self.drawn - len(self.kept)


def choose(
    judge: Judging,
    space: Space,
    found: Survey,
    share: float,
    seed: int,
    count: int,
    *,
    shown: int = 0,
    report: Report | None = None,
) -> Choice:
    """The first ``count`` points of ``seed`` that are kept where a ``share`` is, and ``shown`` of those that are not.

    ``report`` hears how many are kept so far. Raises :class:`TooFewChosenError` if far fewer are kept than ``share``
    says, and :class:`gan.errors.UsageError` for scores that are no numbers, and a share that is none.
    """
    kept: list[Judged] = []
    rejected: list[Judged] = []
    got = drawn = 0
    for judged, passes in islice(_decisions(judge, space, found, share, seed), _limit(count, share)):
        last = int(np.searchsorted(passes.cumsum(), count - got)) + 1  # where as many are kept as are missing
        judged, passes = judged.at(np.arange(len(judged)) < last), passes[:last]
        kept.append(judged.at(passes))
        rejected = [joined([*rejected, judged.at(~passes)]).worst_first().first(shown)]
        got, drawn = got + len(kept[-1]), drawn + len(judged)
        if report is not None:
            report(got, count)
        if got == count:
            return Choice(joined(kept), rejected[0], drawn)
    raise TooFewChosenError(
        tr(
            "of {drawn:,} pictures the discriminator kept {got:,}, far fewer than it should; take a larger share",
            drawn=drawn,
            got=got,
        )
    )


def _decisions(
    judge: Judging, space: Space, found: Survey, share: float, seed: int
) -> Iterator[tuple[Judged, npt.NDArray[np.bool_]]]:
    """Batches of the points of ``seed``, judged, and which of each are kept; without end.

    Each time that twice as many scores are known, the rule is fitted anew, so that the share comes out as wanted.
    """
    lots = np.random.default_rng((seed, _LOTS))
    scores, rule = found.sample.scores, found.rule(share)
    seen, due = [scores], 2 * len(scores)
    for z in draws(space.z_dim, seed, BATCH, space.distribution):
        judged = _judged(judge, z)
        seen.append(judged.scores)
        if sum(map(len, seen)) >= due:
            seen, due = [np.concatenate(seen)], 2 * due
            rule = rule_for(seen[0], share, rule.slope)
        rule = rule.knowing(judged.scores)
        yield judged, lots.random(len(z)) < rule.probabilities(judged.scores)


def without_pictures(judge: Judging) -> Judging:
    """The same with empty pictures, where only points are wanted: many large pictures would fill the memory."""

    def judged(z: Latent) -> tuple[Picture, Scores]:
        pictures, scores = judge(z)
        return pictures[:, :0, :0], scores

    return judged


def _judged(judge: Judging, z: Latent) -> Judged:
    pictures, scores = judge(z)
    check_scores(scores)
    return Judged(z, pictures, scores)


def _limit(count: int, share: float) -> int:
    """In batches."""
    return math.ceil(_PATIENCE * count / share / BATCH) + _SPARE
