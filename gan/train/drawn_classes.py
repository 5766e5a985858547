"""Which classes a run draws for its samples, its statistics and its measurements, as tensors."""

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from gan.data.imagesets import ImageSet
from gan.model import classes
from gan.train.config import TrainConfig
from gan.train.randomness import Randomness


def in_turn(columns: Sequence[int], count: int, device: torch.device) -> Tensor | None:
    """The classes in ``columns`` one after the other, int64 (count,), row by row of a grid; None without any."""
    return torch.from_numpy(classes.in_turn(columns, count)).to(device) if columns else None


def in_proportion(images: ImageSet, config: TrainConfig, randomness: Randomness, count: int) -> Tensor | None:
    """Each class as often as it is among ``images``, int64 (count,); None if none are learned."""
    if not config.labels or images.labels is None:
        return None
    return torch.from_numpy(classes.in_proportion(np.bincount(images.labels), count)).to(randomness.device)
