"""The running average of G (EMA), which is the generator that is saved and shown."""

import copy

import torch
from torch import Tensor

from gan.model.config import ModelConfig
from gan.model.networks import Generator, telling
from gan.model.parts import is_batch_norm
from gan.train.config import TrainConfig

WARM_UP = 10
FEWEST, MOST, PIXELS = 64, 256, 2**19
BATCH = 128
RAMP = 0.05
"""A half-life is never longer than this share of the pictures seen so far (Karras et al., 2020, training loop)."""


class Average:
    """``network`` follows ``generator`` by its weights and BatchNorm statistics, in eval mode."""

    def __init__(self, generator: Generator, config: TrainConfig) -> None:
        self.network = copy.deepcopy(generator).eval().requires_grad_(False)
        self._decay, self._half_life = config.ema_decay, config.ema_pictures
        self._averages, self._current = _floating(self.network), _floating(generator)

    def freshened(self, z: Tensor, classes: Tensor | None = None) -> Generator:
        """A copy whose BatchNorm statistics are those of its own pictures of ``z`` (N, z_dim) and ``classes`` (N,).

        The average of statistics belongs to weights that G had one after the other, not to the average of weights.
        """
        network = copy.deepcopy(self.network)
        estimate_statistics(network, z, classes)
        return network

    @torch.no_grad()
    def follow(self, step: int, batch_size: int) -> None:
        """After ``step`` steps of ``batch_size`` pictures each."""
        torch._foreach_lerp_(self._averages, self._current, 1 - self.decay(step, batch_size))

    def decay(self, step: int, batch_size: int) -> float:
        """What is left of the average; ramped up, as early weights are worth little."""
        if self._half_life is None:
            return min(self._decay, (1 + step) / (WARM_UP + step))
        return float(0.5 ** (batch_size / min(self._half_life, max(1.0, RAMP * step * batch_size))))


def statistics_count(model: ModelConfig) -> int:
    """How many pictures BatchNorm statistics are estimated by: as many as have :data:`PIXELS`, within limits."""
    return max(FEWEST, min(MOST, PIXELS // model.picture_size.pixels))


@torch.inference_mode()
def estimate_statistics(network: Generator, z: Tensor, classes: Tensor | None = None) -> None:
    """Set the BatchNorm statistics of ``network`` to those of its pictures: means over batches of them.

    The pictures are those of ``z`` (N, z_dim) and, where there are classes, of ``classes`` (N,).
    """
    norms = [module for module in network.modules() if is_batch_norm(module) and module.track_running_stats]
    momenta = [norm.momentum for norm in norms]
    for norm in norms:
        norm.reset_running_stats()
        norm.momentum = None  # all batches count the same
    network.train()
    for start in range(0, len(z) if norms else 0, BATCH):
        rows = slice(start, start + BATCH)
        with telling(None if classes is None else classes[rows], network):
            network(z[rows])
    network.eval()
    for norm, momentum in zip(norms, momenta, strict=True):
        norm.momentum = momentum


def _floating(network: torch.nn.Module) -> list[Tensor]:
    return [tensor for tensor in network.state_dict().values() if tensor.is_floating_point()]
