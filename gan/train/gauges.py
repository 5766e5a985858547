"""What tells, while a run trains, how good its pictures are. Everything is done bit by bit, so that nobody waits."""

import math
from collections.abc import Generator, Iterable
from typing import Protocol

import numpy as np
import torch
from torch import Tensor

from gan.data.base import spread
from gan.errors import LatentariumError
from gan.images import from_uint8, to_uint8
from gan.measure.distances import distance_to
from gan.measure.extraction import keep_features, read_features
from gan.measure.frechet import Gaussian, gaussian_of
from gan.measure.measures import DISTANCE, FID
from gan.measure.spaces import Extract, Features, FeatureSpace, seen, usual_space
from gan.train.batches import Images
from gan.train.yardstick import FEWEST, are_alike

PICTURES = {1: 2_000, 3: 1_000}
"""Generated and real ones at most, by channels: features of colour pictures take several times as long."""
FOR_EACH = 2
"""Generated pictures for each real one of a small collection: more would hardly tell more of it."""
FEWER = 500
"""The same where pixels are compared, which takes more memory."""
BIT = 64
"""Pictures that are looked at before something else has its turn."""
PIXELS = "pixels"

Bits = Generator[None, None, float]
"""A measurement that goes on whenever it is asked to, and returns its value; NaN if that cannot be told."""


class Gauge(Protocol):
    """The ``measure`` (by its name) of ``count`` generated pictures in a ``space``; lower is better.

    It takes so many ``bits`` from now.
    """

    measure: str
    space: str
    count: int

    @property
    def bits(self) -> int:
        """See above."""

    def measured(self, pictures: Iterable[Tensor]) -> Bits:
        """Of ``pictures``, (N, C, H, W) in [-1, 1] each, ``count`` in all, drawn when they are asked for."""


def gauge_for(images: Images) -> Gauge | None:
    """FID in the usual space of pictures like ``images``, or their pixels where its network cannot be had.

    None where they are too few, or all the same. Making one may take a second.
    """
    if len(images) < FEWEST or are_alike(images):
        return None
    space = usual_space(images.shape[1])
    try:
        return FidGauge(images, space, space.extractor()) if space.is_here else PixelGauge(images)
    except LatentariumError:
        return PixelGauge(images)


class FidGauge:
    """FID in a feature space."""

    measure = FID.name

    def __init__(self, images: Images, space: FeatureSpace, extract: Extract) -> None:
        self.space = space.name
        self._space, self._extract = space, extract
        self.count = min(PICTURES[images.shape[1]], FOR_EACH * len(images))
        self._images = images[spread(len(images), self.count)]
        self._looked: list[Features] = []
        self._real: Gaussian | None = None

    @property
    def bits(self) -> int:
        """See :class:`Gauge`."""
        return _bits(self.count) + (_bits(len(self._images)) - len(self._looked) if self._real is None else 0)

    def measured(self, pictures: Iterable[Tensor]) -> Bits:
        """See :class:`Gauge`."""
        if self._real is None:
            self._real = gaussian_of((yield from self._looked_at()))
        found: list[Features] = []
        for some in pictures:
            found.append(self._extract(seen(to_uint8(some))))
            yield
        return _distance(self._real, np.concatenate(found))

    def _looked_at(self) -> Generator[None, None, Features]:
        """Features of real pictures; who is interrupted goes on there the next time."""
        features = read_features(self._images, self._space)
        if features is not None:
            return features
        for start in range(BIT * len(self._looked), len(self._images), BIT):
            self._looked.append(self._extract(np.ascontiguousarray(self._images[start : start + BIT])))
            yield
        features = np.concatenate(self._looked)
        keep_features(self._images, self._space, features)
        return features


class PixelGauge:
    """The sliced Wasserstein distance in pixels, in units of what two draws of real pictures are apart."""

    measure = DISTANCE.name
    space = PIXELS

    def __init__(self, images: Images) -> None:
        self.count = min(FEWER, len(images) // 2)
        rows = spread(len(images), 2 * self.count)
        real, other = (from_uint8(torch.from_numpy(images[part])) for part in (rows[::2], rows[1::2]))
        self._distance = distance_to(real, other)

    @property
    def bits(self) -> int:
        """See :class:`Gauge`."""
        return _bits(self.count)

    def measured(self, pictures: Iterable[Tensor]) -> Bits:
        """See :class:`Gauge`."""
        found: list[Tensor] = []
        for some in pictures:
            found.append(some.cpu())
            yield
        drawn = torch.cat(found)
        return self._distance(drawn) if torch.isfinite(drawn).all() else math.nan


def _distance(real: Gaussian, features: Features) -> float:
    try:
        return real.distance(gaussian_of(features)) if np.isfinite(features).all() else math.nan
    except torch.linalg.LinAlgError:
        return math.nan


def _bits(count: int) -> int:
    return -(-count // BIT)
