"""The running average of G (EMA), which is the generator that is saved and shown."""

import copy

import torch
from torch import Tensor

from gan.model.networks import Generator
from gan.train.config import TrainConfig

WARM_UP = 10
RAMP = 0.05
"""A half-life is never longer than this share of the pictures seen so far (Karras et al., 2020, training loop)."""


class Average:
    """``network`` follows ``generator`` by its weights and BatchNorm statistics, in eval mode."""

    def __init__(self, generator: Generator, config: TrainConfig) -> None:
        self.network = copy.deepcopy(generator).eval().requires_grad_(False)
        self._decay, self._half_life = config.ema_decay, config.ema_pictures
        self._averages, self._current = _floating(self.network), _floating(generator)

    @torch.no_grad()
    def follow(self, step: int, batch_size: int) -> None:
        """After ``step`` steps of ``batch_size`` pictures each."""
        torch._foreach_lerp_(self._averages, self._current, 1 - self.decay(step, batch_size))

    def decay(self, step: int, batch_size: int) -> float:
        """What is left of the average; ramped up, as early weights are worth little."""
        if self._half_life is None:
            return min(self._decay, (1 + step) / (WARM_UP + step))
        return float(0.5 ** (batch_size / min(self._half_life, max(1.0, RAMP * step * batch_size))))


def _floating(network: torch.nn.Module) -> list[Tensor]:
    return [tensor for tensor in network.state_dict().values() if tensor.is_floating_point()]
