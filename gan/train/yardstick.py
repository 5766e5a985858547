"""Real pictures that the fixed noise batch is compared with as training goes on."""

from collections.abc import Callable, Mapping

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from gan.data.base import spread
from gan.images import from_uint8
from gan.measure.distances import mean_pairwise_distance
from gan.measure.measures import Material, measures_of
from gan.records import function_at
from gan.train.batches import Images
from gan.train.randomness import Randomness

FEWEST = 16
"""Fewer pictures say too little."""
SAMPLE = 64
ONE_GREY_LEVEL = 2 / 255


class Yardstick:
    """Two fixed draws of ``count`` real pictures, and every measure that is taken by them."""

    def __init__(self, images: Images, count: int, randomness: Randomness) -> None:
        order = randomness.order(len(images), 0, "yardstick").numpy()
        self.count = min(count, len(images) // 2)
        self._measures: Mapping[str, Callable[[Tensor], float]] = {}
        if self.count >= FEWEST and not are_alike(images):
            real, other = _pictures(images, order[: self.count]), _pictures(images, order[self.count : 2 * self.count])
            self._measures = {
                measure.name: function_at(measure.function)(real, other) for measure in measures_of(Material.SAMPLES)
            }

    def measure(self, pictures: Tensor) -> Mapping[str, float]:
        """What :class:`gan.train.events.Measured` says of ``pictures`` (N, C, H, W).

        Nothing if there are too few pictures, real or generated, to tell, or if the real ones are all the same.
        """
        if len(pictures) < FEWEST:
            return {}
        return {name: measured(pictures[: self.count]) for name, measured in self._measures.items()}


def are_alike(images: Images) -> bool:
    """Whether pictures from all parts of ``images`` differ by less than one grey level, so that nothing can be a unit.

    By the root mean square over their pixels, on average over all pairs. One picture alone is not alike to anything.
    """
    rows = spread(len(images), SAMPLE)
    if len(rows) < 2:
        return False
    pictures = _pictures(images, rows)
    return mean_pairwise_distance(pictures) < ONE_GREY_LEVEL * pictures[0].numel() ** 0.5


def _pictures(images: Images, rows: npt.NDArray[np.int64]) -> Tensor:
    return from_uint8(torch.from_numpy(images[rows]))
