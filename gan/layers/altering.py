"""Change a generator for the length of a ``with`` block: its class, edited channels, the statistics of BatchNorm."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import torch
from torch import Tensor, nn

from gan.errors import UsageError
from gan.layers.edits import Edit, factors_by_layer
from gan.model.discriminators import AnyDiscriminator, Discriminator
from gan.model.networks import Generator, telling
from gan.model.parts import is_batch_norm
from gan.words import tr


@contextmanager
def edited(generator: Generator, edits: Sequence[Edit]) -> Iterator[None]:
    """Within the block, layers hand on what ``edits`` make of their outputs.

    Hooks sit on edited layers only and are removed at the end; those that are registered within the
    block see edited outputs. Raises :class:`UsageError` for an edit that does not fit.
    """
    device = next(generator.parameters()).device
    hooks = []
    try:
        for name, factors in factors_by_layer(edits, generator.config).items():
            multiply = _multiplier(torch.from_numpy(factors).to(device))
            hooks.append(generator.get_submodule(name).register_forward_hook(multiply))
        yield
    finally:
        for hook in hooks:
            hook.remove()


@contextmanager
def drawing_class(generator: Generator, number: int | None) -> Iterator[None]:
    """Within the block, a generator that is told what to draw draws class ``number``; None is the first.

    Raises :class:`UsageError` for a class that there is not.
    """
    generator.config.check_class(number)
    with telling(number or 0, generator):
        yield


@contextmanager
def judging_class(discriminator: AnyDiscriminator, number: int | None) -> Iterator[None]:
    """Within the block, a discriminator that is told classes judges pictures as of class ``number``; None is the first.

    Any other is told nothing. Raises :class:`UsageError` for a class that there is not.
    """
    knowing = [discriminator] if isinstance(discriminator, Discriminator) and discriminator.label is not None else []
    for network in knowing:
        network.config.check_class(number)
    with telling(number or 0, *knowing):
        yield


@contextmanager
def batch_statistics(generator: Generator) -> Iterator[None]:
    """Within the block, BatchNorm layers normalise by mean and variance of the batch that they are given.

    Their running statistics are neither used nor updated. Raises :class:`UsageError` where there are none.
    """
    norms = [module for module in generator.modules() if is_batch_norm(module)]
    if not norms:
        raise UsageError(tr("this generator has no BatchNorm, which could take the statistics of a batch"))
    try:
        for norm in norms:
            norm.training, norm.track_running_stats = True, False
        yield
    finally:
        for norm in norms:
            norm.training, norm.track_running_stats = False, True


def _multiplier(factors: Tensor) -> Callable[[nn.Module, tuple[Tensor, ...], Tensor], Tensor]:
    # 0 * inf is not a number, and a muted channel has to be silent whatever it held.
    muted = factors == 0

    def multiply(module: nn.Module, inputs: tuple[Tensor, ...], output: Tensor) -> Tensor:
        return (output * factors).masked_fill(muted, 0.0)

    return multiply
