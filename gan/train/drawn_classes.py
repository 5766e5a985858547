"""Which classes a run draws for its samples, its statistics and its measurements."""

from collections.abc import Sequence

import torch
from torch import Tensor

from gan.data.imagesets import ImageSet
from gan.train.config import TrainConfig
from gan.train.randomness import Randomness


def in_turn(classes: Sequence[int], count: int, device: torch.device) -> Tensor | None:
    """``classes`` one after the other and from the first again, int64 (count,), row by row of a grid; None of none."""
    if not classes:
        return None
    rounds = -(-count // len(classes))
    return torch.tensor(classes, device=device).repeat(rounds)[:count]


def in_proportion(images: ImageSet, config: TrainConfig, randomness: Randomness, count: int) -> Tensor | None:
    """Classes drawn as often as they are among ``images``, int64 (count,); None if none are learned."""
    if not config.labels or images.labels is None:
        return None
    order = randomness.order(len(images), 0, "classes")
    rounds = -(-count // len(order))
    rows = order.repeat(rounds)[:count]
    return torch.from_numpy(images.labels)[rows].to(randomness.device)
