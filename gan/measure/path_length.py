"""How far a path goes, as the eye sees it rather than as z counts it."""

from dataclasses import dataclass

import numpy as np

from gan.images import Picture
from gan.measure.appearance import Features, appearance


@dataclass(frozen=True, eq=False)
class PathLength:
    """``steps`` (N - 1,) are the differences between neighbouring frames, in grey levels of 255."""

    steps: Features

    @property
    def total(self) -> float:
        """Sum over the whole path."""
        return float(self.steps.sum(dtype=np.float64))

    @property
    def unevenness(self) -> float:
        """The largest step over the mean one: 1 for a path that changes evenly."""
        mean = float(self.steps.mean(dtype=np.float64))
        return float(self.steps.max()) / mean if mean else 1.0


def perceptual_path_length(frames: Picture) -> PathLength:
    """The length of a path from its (N, H, W, C) frames, N >= 2.

    The idea is that of Karras et al. (2019), "A Style-Based Generator Architecture", section 4.1: small steps, each
    measured in a space of appearance. The space is :func:`gan.measure.appearance.appearance` and needs no weights,
    so the numbers compare paths of one generator, not with those of the paper.
    """
    features = appearance(frames)
    return PathLength(np.sqrt(np.square(np.diff(features, axis=0)).sum(axis=1)))
