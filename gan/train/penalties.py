"""Regularisers of D: penalties on the gradient of its output by its input."""

from collections.abc import Callable

import torch
from torch import Tensor


def gradient_penalty(discriminator: Callable[[Tensor], Tensor], real: Tensor, fake: Tensor, shares: Tensor) -> Tensor:
    """``(|dD/dx| - 1)^2`` at points between real and generated pictures (Gulrajani et al., 2017, eq. 3).

    ``shares`` (N,) in [0, 1] say how much of each point is real. Without a weight.
    """
    shares = shares[:, None, None, None]
    between = (shares * real + (1.0 - shares) * fake).requires_grad_(True)
    return (_input_gradient(discriminator, between).norm(dim=1) - 1.0).square().mean()


def slope_penalty(discriminator: Callable[[Tensor], Tensor], images: Tensor) -> Tensor:
    """``|dD/dx|^2`` at ``images``: R1 at real ones, R2 at generated ones.

    Mescheder et al., 2018, eq. 9 and 10, without the weight gamma / 2.
    """
    return _input_gradient(discriminator, images.detach().requires_grad_(True)).square().sum(dim=1).mean()


def _input_gradient(discriminator: Callable[[Tensor], Tensor], images: Tensor) -> Tensor:
    """dD/dx, flattened to (N, C * H * W), itself differentiable."""
    (gradient,) = torch.autograd.grad(discriminator(images).sum(), images, create_graph=True)
    return gradient.flatten(1)
