"""Real pictures, and what makes them worse, for the measures' tests."""

from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from gan.data.base import Images, ImageSet
from gan.data.sprites import SHAPE_NAMES, make_sprites
from gan.measure.reference import Reference, reference
from gan.measure.spaces import GREY

COUNT = 600


@cache
def sprites(seed: int, count: int = COUNT) -> ImageSet:
    """Grey sprites of 28 px with their labels; another seed gives other ones."""
    images, factors = make_sprites(count, 28, 1, seed)
    return ImageSet("sprites", images, factors["shape"], SHAPE_NAMES)


@cache
def sprite_reference() -> Reference:
    """Sprites to measure against, with others that are held out."""
    return reference(sprites(0), sprites(1), GREY)


def blurred(images: Images, times: int) -> Images:
    """Averaged with their neighbours so many times."""
    soft: npt.NDArray[np.floating[Any]] = images.astype(np.float32)
    for _ in range(times):
        for axis in (2, 3):
            soft = (np.roll(soft, 1, axis) + 2 * soft + np.roll(soft, -1, axis)) / 4
    return soft.round().astype(np.uint8)


def noisy(images: Images, deviation: float) -> Images:
    """With noise of so many grey levels."""
    noise = np.random.default_rng(0).normal(0, deviation, images.shape)
    return (images + noise).clip(0, 255).round().astype(np.uint8)


def without(images: ImageSet, missing: int) -> Images:
    """Without the first ``missing`` classes; others fill their places."""
    assert images.labels is not None
    kept: npt.NDArray[np.uint8] = images.images[images.labels >= missing]
    return kept[np.arange(len(images)) % len(kept)]
