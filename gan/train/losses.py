"""Adversarial losses on logits, and regularisers of D."""

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

GRADIENT_PENALTY_WEIGHT = 10.0
"""Gulrajani et al., 2017, algorithm 1."""


def discriminator_loss(real_logits: Tensor, fake_logits: Tensor, smoothing: float = 0.0) -> Tensor:
    """-log D(x) - log(1 - D(G(z))), averaged over the batch (Goodfellow et al., 2014, eq. 1).

    Logits have shape (N,). ``smoothing`` lowers the label of real pictures to 1 - smoothing
    (one-sided label smoothing; Salimans et al., 2016, section 3.4).
    """
    real_labels = real_logits.new_full(real_logits.shape, 1.0 - smoothing)
    real = F.binary_cross_entropy_with_logits(real_logits, real_labels)
    return real + F.softplus(fake_logits).mean()


def generator_loss(fake_logits: Tensor) -> Tensor:
    """The non-saturating -log D(G(z)), averaged over the batch (Goodfellow et al., 2014, section 3)."""
    return F.softplus(-fake_logits).mean()


def hinge_discriminator_loss(real_logits: Tensor, fake_logits: Tensor, smoothing: float = 0.0) -> Tensor:
    """max(0, 1 - D(x)) + max(0, 1 + D(G(z))) (Miyato et al., 2018, eq. 16); there are no labels to smooth."""
    return F.relu(1.0 - real_logits).mean() + F.relu(1.0 + fake_logits).mean()


def critic_loss(real_scores: Tensor, fake_scores: Tensor, smoothing: float = 0.0) -> Tensor:
    """D(G(z)) - D(x): minus the estimated Wasserstein distance (Arjovsky et al., 2017); no labels to smooth."""
    return fake_scores.mean() - real_scores.mean()


def plain_generator_loss(fake_scores: Tensor) -> Tensor:
    """-D(G(z)), G's side of the hinge and of the Wasserstein loss."""
    return -fake_scores.mean()


@dataclass(frozen=True)
class Loss:
    """Both sides of one adversarial game. ``of_d`` takes real logits, fake logits and the label smoothing."""

    of_d: Callable[[Tensor, Tensor, float], Tensor]
    of_g: Callable[[Tensor], Tensor]


LOSSES = {
    "bce": Loss(discriminator_loss, generator_loss),
    "hinge": Loss(hinge_discriminator_loss, plain_generator_loss),
    "wgan-gp": Loss(critic_loss, plain_generator_loss),
}
"""By the name that :class:`gan.train.config.TrainConfig` gives them."""


def gradient_penalty(discriminator: Callable[[Tensor], Tensor], real: Tensor, fake: Tensor, shares: Tensor) -> Tensor:
    """(|dD/dx| - 1)^2 at points between real and generated pictures (Gulrajani et al., 2017, eq. 3).

    ``shares`` (N,) in [0, 1] say how much of each point is real. Without the weight of 10.
    """
    shares = shares[:, None, None, None]
    between = (shares * real + (1.0 - shares) * fake).requires_grad_(True)
    return (_input_gradient(discriminator, between).norm(dim=1) - 1.0).square().mean()


def r1_penalty(discriminator: Callable[[Tensor], Tensor], real: Tensor) -> Tensor:
    """|dD/dx|^2 at real pictures (Mescheder et al., 2018, eq. 9, without the weight gamma / 2)."""
    return _input_gradient(discriminator, real.detach().requires_grad_(True)).square().sum(dim=1).mean()


def _input_gradient(discriminator: Callable[[Tensor], Tensor], images: Tensor) -> Tensor:
    """dD/dx, flattened to (N, C * H * W), itself differentiable."""
    (gradient,) = torch.autograd.grad(discriminator(images).sum(), images, create_graph=True)
    return gradient.flatten(1)
