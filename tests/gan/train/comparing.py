"""Whether two trainers are the same to the bit."""

import torch
from torch import nn

from gan.train.trainer import Trainer


def assert_same(first: nn.Module, second: nn.Module) -> None:
    """Every weight and every buffer is equal."""
    weights, others = first.state_dict(), second.state_dict()
    assert weights.keys() == others.keys()
    for name, tensor in weights.items():
        assert torch.equal(tensor, others[name]), name


def assert_same_trainer(first: Trainer, second: Trainer) -> None:
    """Networks, running average, optimisers and step are equal."""
    assert first.step == second.step
    assert_same(first.generator, second.generator)
    assert_same(first.discriminator, second.discriminator)
    assert_same(first.ema, second.ema)
    _assert_same_moments(first.optimizer_g, second.optimizer_g)
    _assert_same_moments(first.optimizer_d, second.optimizer_d)


def _assert_same_moments(first: torch.optim.Adam, second: torch.optim.Adam) -> None:
    moments, others = first.state_dict()["state"], second.state_dict()["state"]
    assert moments.keys() == others.keys()
    for index, entry in moments.items():
        for name, tensor in entry.items():
            assert torch.equal(tensor, others[index][name]), (index, name)
