"""The real pictures that generated ones are measured against: those that were learned from, and new ones."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from gan.data.base import Cancelled, Images, ImageSet, Progress, spread
from gan.errors import UsageError
from gan.measure.cancelling import Check, checking
from gan.measure.extraction import kept_features
from gan.measure.spaces import Features, FeatureSpace
from gan.words import tr

if TYPE_CHECKING:
    from gan.measure.frechet import Gaussian
    from gan.measure.memory import Nearest

MOST_TRAINING, MOST_HELD_OUT = 60_000, 10_000
"""How many pictures are taken at most, evenly spaced over the set."""
FEWEST = 64
"""Fewer real pictures say too little."""
HELD_OUT_SHARE = 5
"""One of so many training pictures stands for new ones where there are no others."""

SMALLEST = 1e-9

Rows = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Part:
    """Some real pictures, uint8 (N, C, H, W), their ``features`` (N, F), and their ``labels`` (N,) if they have any."""

    images: Images
    features: Features
    labels: npt.NDArray[np.int64] | None = None

    def __len__(self) -> int:
        return len(self.features)

    def at(self, rows: Rows) -> "Part":
        """Those pictures alone."""
        return Part(self.images[rows], self.features[rows], None if self.labels is None else self.labels[rows])

    def drawn(self, count: int, seed: int) -> "Part":
        """``count`` of them without repetition, all if there are not so many."""
        if count >= len(self):
            return self
        return self.at(np.sort(np.random.default_rng(seed).permutation(len(self))[:count]))


@dataclass(frozen=True, eq=False)
class Reference:
    """The real pictures of the set ``data`` in a ``space``; labels index ``label_names``.

    ``held_out`` are new pictures. Where a set has no such part they are some of the training pictures, and ``rows``
    says which; each of them is then compared with the others. ``note`` is that of the set.
    """

    data: str
    space: FeatureSpace
    training: Part
    held_out: Part
    label_names: tuple[str, ...] = ()
    rows: Rows | None = None
    note: str = ""

    @property
    def held_out_text(self) -> str:
        """What stands for new real pictures, for people."""
        if self.rows is None:
            return f"{len(self.held_out):,} real pictures that nothing is trained on"
        return f"{len(self.held_out):,} of the training pictures, as the set has no part that is held out"

    @cached_property
    def gaussian(self) -> "Gaussian":
        """That of all training pictures."""
        from gan.measure.frechet import gaussian_of

        return gaussian_of(self.training.features)

    @cached_property
    def nearest(self) -> "Nearest":
        """The training picture that is nearest to each held-out one, and not the same."""
        from gan.measure.memory import nearest

        return nearest(self.held_out.features, self.training.features, self.rows)

    @property
    def typical_distance(self) -> float:
        """The median distance of a held-out picture to its nearest training picture; above 0."""
        return max(float(np.median(self.nearest.distances)), SMALLEST)

    @cached_property
    def apart(self) -> "Reference":
        """The same, but no held-out picture is among the training ones."""
        if self.rows is None:
            return self
        others = np.delete(np.arange(len(self.training)), self.rows)
        return replace(self, training=self.training.at(others), rows=None)


def reference(
    images: ImageSet,
    held_out: ImageSet | None,
    space: FeatureSpace,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Reference:
    """What ``images``, from which a generator learned, are in ``space``; features of a large set take a minute, once.

    ``held_out`` are new pictures of the same kind; without any, every fifth training picture stands for them. Raises
    :class:`UsageError` for too few pictures and those that the space does not take, and
    :class:`gan.measure.cancelling.MeasuringCancelledError`.
    """
    if len(images) < FEWEST:
        raise UsageError(
            tr(
                "{name} has {count} pictures; at least {fewest} are needed to measure against",
                name=images.name,
                count=len(images),
                fewest=FEWEST,
            )
        )
    space.check(images.channels)
    check = checking(cancelled)
    training = _part(images, space, MOST_TRAINING, images.name, progress, check)
    if held_out is not None:
        new = _part(held_out, space, MOST_HELD_OUT, f"new pictures of {images.name}", progress, check)
        return Reference(images.name, space, training, new, images.label_names, note=images.note)
    rows = spread(len(training), min(len(training) // HELD_OUT_SHARE, MOST_HELD_OUT))
    return Reference(images.name, space, training, training.at(rows), images.label_names, rows, images.note)


def _part(
    images: ImageSet, space: FeatureSpace, most: int, called: str, progress: Progress | None, check: Check
) -> Part:
    rows = spread(len(images), most)
    taken = images.images if len(rows) == len(images) else images.images[rows]
    features = kept_features(taken, space, f"looking at {called}", progress, check)
    return Part(taken, features, None if images.labels is None else images.labels[rows])
