import math
from collections.abc import Callable

import pytest
import torch

from gan.train.penalties import gradient_penalty, slope_penalty


def linear(slope: float) -> Callable[[torch.Tensor], torch.Tensor]:
    """A D whose gradient has the length ``slope`` everywhere."""
    return lambda images: slope * images.flatten(1).sum(dim=1) / math.sqrt(images[0].numel())


@pytest.mark.parametrize("slope", [0.0, 1.0, 3.0])
def test_penalties_of_a_linear_discriminator(slope: float) -> None:
    real, fake = torch.rand(4, 1, 3, 3), torch.rand(4, 1, 3, 3)
    assert slope_penalty(linear(slope), real).item() == pytest.approx(slope**2, rel=1e-5)
    penalty = gradient_penalty(linear(slope), real, fake, torch.rand(4))
    assert penalty.item() == pytest.approx((slope - 1) ** 2, rel=1e-5, abs=1e-9)


def test_the_gradient_penalty_is_taken_between_the_pictures() -> None:
    """D(x) = x^2 / 2 has the gradient x, which says where it was taken."""
    seen: list[torch.Tensor] = []

    def square(images: torch.Tensor) -> torch.Tensor:
        seen.append(images.detach())
        return images.flatten(1).square().sum(dim=1) / 2

    gradient_penalty(square, torch.ones(2, 1, 1, 1), -torch.ones(2, 1, 1, 1), torch.tensor([0.0, 0.75]))
    assert seen[0].flatten().tolist() == [-1.0, 0.5]
