"""How far a path goes, as the eye sees it rather than as z counts it."""

from collections.abc import Iterable, Iterator

import numpy as np

from gan.images import Picture, on_white
from gan.measure.appearance import Features, appearance


def perceptual_steps(frames: Iterable[Picture]) -> Features:
    """The differences (N - 1,) between neighbouring ones of the N frames (H, W, C) of a path, in grey levels of 255.

    The idea is that of Karras et al. (2019), "A Style-Based Generator Architecture", section 4.1: small steps, each
    measured in a space of appearance. The space is :func:`gan.measure.appearance.appearance` and needs no weights,
    so the numbers compare paths of one generator, not with those of the paper.
    """
    steps: list[float] = []
    for _ in measured(frames, steps):
        pass
    return np.array(steps, np.float32)


def measured(frames: Iterable[Picture], steps: list[float]) -> Iterator[Picture]:
    """The same frames, one at a time; what :func:`perceptual_steps` says of them is added to ``steps`` on the way."""
    before = None
    for frame in frames:
        looks = appearance(on_white(frame)[None])[0]
        if before is not None:
            steps.append(float(np.sqrt(np.square(looks - before).sum())))
        before = looks
        yield frame


def total(steps: Features) -> float:
    """The length of the whole path in grey levels. At least one step is needed."""
    return float(steps.sum(dtype=np.float64))


def unevenness(steps: Features) -> float:
    """The largest step over the mean one: 1 for a path that changes evenly, or not at all."""
    mean = float(steps.mean(dtype=np.float64))
    return float(steps.max()) / mean if mean else 1.0
