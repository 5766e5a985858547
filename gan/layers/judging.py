"""Ask a discriminator for its score of a picture, and which pixels the score comes from."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import torch
from torch import Tensor, nn

from gan.layers.catalogue import find_discriminator_layer
from gan.layers.features import capture_modules
from gan.layers.opinion import Opinion
from gan.model.discriminators import AnyDiscriminator

_RECTIFIERS = (nn.LeakyReLU, nn.ReLU, nn.PReLU)


def judge(
    discriminator: AnyDiscriminator, picture: Tensor, layers: Sequence[str] = (), step: int | None = None
) -> Opinion:
    """Of one ``picture`` (C, H, W) in [-1, 1]. Raises :class:`gan.errors.UsageError` for an unknown layer."""
    modules = {name: discriminator.layer(find_discriminator_layer(discriminator.config, name).name) for name in layers}
    with capture_modules(modules) as maps:
        logit, gradient = score_gradient(discriminator, picture)
    with guided_backpropagation(discriminator):
        _, guided = score_gradient(discriminator, picture)
    arrays = {name: maps[name][0].contiguous().cpu().numpy() for name in layers}
    return Opinion(logit, gradient.cpu().numpy(), guided.cpu().numpy(), arrays, step)


@torch.enable_grad()
def score_gradient(discriminator: AnyDiscriminator, picture: Tensor) -> tuple[float, Tensor]:
    """The logit of ``picture`` (C, H, W), and how it changes with each pixel, the same shape."""
    pixels = picture.detach().clone()[None].requires_grad_(True)
    logit = discriminator(pixels)[0]
    (gradient,) = torch.autograd.grad(logit, pixels)
    return float(logit.detach()), gradient[0]


@contextmanager
def guided_backpropagation(discriminator: nn.Module) -> Iterator[None]:
    """Within the block, gradients pass a leaky (or other) ReLU only where its input and they themselves are above 0.

    Springenberg, Dosovitskiy, Brox and Riedmiller (2015), "Striving for Simplicity: The All Convolutional
    Net", section 3.4; Radford et al. look at their discriminator so (2016, section 6.2). What a leaky ReLU lets
    through below 0 is left out, as for a plain one.
    """
    hooks = []
    try:
        for module in discriminator.modules():
            if isinstance(module, _RECTIFIERS):
                hooks.append(module.register_forward_hook(_guide))
        yield
    finally:
        for hook in hooks:
            hook.remove()


def _guide(module: nn.Module, inputs: tuple[Tensor, ...], output: Tensor) -> None:
    output.register_hook(_only_upwards(inputs[0].detach() > 0))


def _only_upwards(active: Tensor) -> Callable[[Tensor], Tensor]:
    """A leaky ReLU passes gradients on unchanged where it is active, so masking them before it is enough."""
    return lambda gradient: gradient.clamp_min(0) * active
