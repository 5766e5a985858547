"""Networks as others build and save them: modules of torch, small and untrained, whose BatchNorm has seen data."""

from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from gan.model.parts import is_batch_norm

Z_DIM, SIDE = 8, 32


def generator() -> nn.Sequential:
    """z (N, 8, 1, 1) -> grey pictures of 32 px, in eval mode."""
    network = nn.Sequential(
        nn.ConvTranspose2d(Z_DIM, 32, 4, 1, 0, bias=False),
        nn.BatchNorm2d(32),
        nn.ReLU(),
        nn.ConvTranspose2d(32, 16, 4, 2, 1, bias=False),
        nn.BatchNorm2d(16),
        nn.ReLU(),
        nn.ConvTranspose2d(16, 8, 4, 2, 1, bias=False),
        nn.BatchNorm2d(8),
        nn.ReLU(),
        nn.ConvTranspose2d(8, 1, 4, 2, 1, bias=False),
        nn.Tanh(),
    )
    return remembering(network, torch.randn(256, Z_DIM, 1, 1))


def discriminator(
    slope: float = 0.2, *, linear: bool = False, channels: int = 1, seen: nn.Sequential | None = None
) -> nn.Sequential:
    """Pictures of 32 px -> a probability, in eval mode; its BatchNorm has seen those of the generator ``seen``."""
    blocks = [nn.Conv2d(channels, 8, 4, 2, 1), nn.LeakyReLU(slope)]
    for before, after in ((8, 16), (16, 32)):
        blocks += [nn.Conv2d(before, after, 4, 2, 1, bias=False), nn.BatchNorm2d(after), nn.LeakyReLU(slope)]
    last = [nn.Flatten(), nn.Linear(512, 1)] if linear else [nn.Conv2d(32, 1, 4)]
    with torch.inference_mode():
        pictures = (seen or generator())(torch.randn(256, Z_DIM, 1, 1)).expand(-1, channels, -1, -1)
    return remembering(nn.Sequential(*blocks, *last, nn.Sigmoid()), pictures)


def remembering(network: nn.Sequential, data: Tensor) -> nn.Sequential:
    """``network`` in eval mode, with statistics of what becomes of ``data``, and scales that differ from 1."""
    for norm in filter(is_batch_norm, network.modules()):
        nn.init.uniform_(norm.weight, 0.6, 1.6)
        nn.init.uniform_(norm.bias, -0.5, 0.5)
        norm.momentum = None
    with torch.no_grad():
        network.train()(data)
    return network.eval()


def save(path: Path, contents: Any) -> Path:
    """What ``torch.save`` makes of it."""
    torch.save(contents, path)
    return path
