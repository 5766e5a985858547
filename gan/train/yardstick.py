"""Real pictures that the fixed noise batch is compared with as training goes on."""

from collections.abc import Callable, Mapping

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from gan.images import from_uint8
from gan.measure.measures import Material, measures_of
from gan.records import function_at
from gan.train.batches import Images
from gan.train.randomness import Randomness

FEWEST = 16
"""Fewer pictures say too little."""


class Yardstick:
    """Two fixed draws of ``count`` real pictures, and every measure that is taken by them."""

    def __init__(self, images: Images, count: int, randomness: Randomness) -> None:
        order = randomness.order(len(images), 0, "yardstick").numpy()
        self.count = min(count, len(images) // 2)
        self._measures: Mapping[str, Callable[[Tensor], float]] = {}
        if self.count >= FEWEST:
            real, other = _pictures(images, order[: self.count]), _pictures(images, order[self.count : 2 * self.count])
            self._measures = {
                measure.name: function_at(measure.function)(real, other) for measure in measures_of(Material.SAMPLES)
            }

    def measure(self, pictures: Tensor) -> Mapping[str, float]:
        """What :class:`gan.train.events.Measured` says of ``pictures`` (N, C, H, W).

        Nothing if there are too few pictures, real or generated, to tell.
        """
        if len(pictures) < FEWEST:
            return {}
        return {name: measured(pictures[: self.count]) for name, measured in self._measures.items()}


def _pictures(images: Images, rows: npt.NDArray[np.int64]) -> Tensor:
    return from_uint8(torch.from_numpy(images[rows]))
