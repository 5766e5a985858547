"""Real pictures that the fixed noise batch is compared with as training goes on."""

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from gan.images import from_uint8
from gan.measure.distances import mean_pairwise_distance, sliced_wasserstein
from gan.train.batches import Images
from gan.train.randomness import Randomness

FEWEST = 16
"""Fewer pictures say too little."""


class Yardstick:
    """Two fixed draws of ``count`` real pictures, and what they are apart."""

    def __init__(self, images: Images, count: int, randomness: Randomness) -> None:
        order = randomness.order(len(images), 0, "yardstick").numpy()
        self.count = min(count, len(images) // 2)
        if self.count >= FEWEST:
            self._real = _pictures(images, order[: self.count])
            other = _pictures(images, order[self.count : 2 * self.count])
            self._apart = max(sliced_wasserstein(self._real, other), 1e-9)
            self._spread = max(mean_pairwise_distance(self._real), 1e-9)

    def measure(self, pictures: Tensor) -> tuple[float, float] | None:
        """Distance and diversity of ``pictures`` (N, C, H, W), as :class:`gan.train.events.Measured` has them.

        None if there are too few pictures, real or generated, to tell.
        """
        if min(self.count, len(pictures)) < FEWEST:
            return None
        generated = pictures[: self.count]
        swd = sliced_wasserstein(generated, self._real[: len(generated)]) / self._apart
        return swd, mean_pairwise_distance(generated) / self._spread


def _pictures(images: Images, rows: npt.NDArray[np.int64]) -> Tensor:
    return from_uint8(torch.from_numpy(images[rows]))
