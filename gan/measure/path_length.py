"""How far a path goes, as the eye sees it rather than as z counts it."""

import numpy as np

from gan.images import Picture
from gan.measure.appearance import Features, appearance


def perceptual_steps(frames: Picture) -> Features:
    """The differences (N - 1,) between neighbouring ones of the (N, H, W, C) frames of a path, in grey levels of 255.

    The idea is that of Karras et al. (2019), "A Style-Based Generator Architecture", section 4.1: small steps, each
    measured in a space of appearance. The space is :func:`gan.measure.appearance.appearance` and needs no weights,
    so the numbers compare paths of one generator, not with those of the paper.
    """
    steps: Features = np.sqrt(np.square(np.diff(appearance(frames), axis=0)).sum(axis=1))
    return steps


def total(steps: Features) -> float:
    """The length of the whole path in grey levels. At least one step is needed."""
    return float(steps.sum(dtype=np.float64))


def unevenness(steps: Features) -> float:
    """The largest step over the mean one: 1 for a path that changes evenly, or not at all."""
    mean = float(steps.mean(dtype=np.float64))
    return float(steps.max()) / mean if mean else 1.0
