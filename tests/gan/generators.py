"""Generators for tests: untrained, but with pictures of full contrast that differ from each other."""

from functools import cache
from pathlib import Path

import torch
from torch import Tensor

from gan.model.architecture import Architecture
from gan.model.checkpoint import save_generator
from gan.model.networks import Generator
from gan.model.parts import is_batch_norm


def drawing_generator(config: Architecture, seed: int = 0) -> Generator:
    """A generator in eval mode whose weights follow from ``seed`` and whose BatchNorm statistics fit them."""
    with torch.random.fork_rng(devices=[]), torch.no_grad():
        torch.manual_seed(seed)
        generator = Generator(config).train()
        generator.get_parameter(f"{config.blocks[-1].operation_name}.weight").mul_(10)
        for norm in filter(is_batch_norm, generator.modules()):
            norm.momentum = None  # statistics are those of all batches so far
        for _ in range(4):
            generator(torch.randn(64, config.z_dim))
    return generator.eval()


def save_drawing_generator(path: Path, config: Architecture, seed: int = 0) -> Path:
    """The same in a file."""
    save_generator(path, weights_of(config, seed), config, {"data": "sprites", "step": 20, "seed": seed})
    return path


@cache
def weights_of(config: Architecture, seed: int = 0) -> dict[str, Tensor]:
    """Those of :func:`drawing_generator`, which most tests only read."""
    return drawing_generator(config, seed).state_dict()


def parameter_count(module: torch.nn.Module) -> int:
    """How many trainable numbers ``module`` has."""
    return sum(parameter.numel() for parameter in module.parameters() if parameter.requires_grad)
