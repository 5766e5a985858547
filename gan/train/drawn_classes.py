"""Which classes the fixed noise batch of a run is drawn as."""

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


def in_proportion(images: ImageSet, config: TrainConfig, randomness: Randomness) -> Tensor | None:
    """Classes drawn as often as they are among ``images``, int64 (sample_count,); None if none are learned."""
    if not config.labels or images.labels is None:
        return None
    order = randomness.order(len(images), 0, "classes")
    rounds = -(-config.sample_count // len(order))
    rows = order.repeat(rounds)[: config.sample_count]
    return torch.from_numpy(images.labels)[rows].to(randomness.device)
