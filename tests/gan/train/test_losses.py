import math
from collections.abc import Callable

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch.nn.functional import binary_cross_entropy_with_logits

from gan.train.losses import LOSSES, discriminator_loss, generator_loss, gradient_penalty, r1_penalty

logits = st.lists(st.floats(-30, 30), min_size=1, max_size=5).map(
    lambda values: torch.tensor(values, dtype=torch.float64)
)


def sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-x))


def test_the_discriminators_loss_by_hand() -> None:
    loss = discriminator_loss(torch.tensor([2.0, -1.0]), torch.tensor([0.5, -3.0]))
    real = -(math.log(sigmoid(2)) + math.log(sigmoid(-1))) / 2
    fake = -(math.log(1 - sigmoid(0.5)) + math.log(1 - sigmoid(-3))) / 2
    assert loss.item() == pytest.approx(real + fake, rel=1e-6)


def test_the_generators_loss_by_hand() -> None:
    loss = generator_loss(torch.tensor([0.5, -3.0]))
    assert loss.item() == pytest.approx(-(math.log(sigmoid(0.5)) + math.log(sigmoid(-3))) / 2, rel=1e-6)


def test_a_discriminator_that_knows_nothing() -> None:
    assert discriminator_loss(torch.zeros(3), torch.zeros(3)).item() == pytest.approx(2 * math.log(2))
    assert generator_loss(torch.zeros(3)).item() == pytest.approx(math.log(2))


@given(logits, logits, st.floats(0, 0.5))
def test_they_are_binary_cross_entropies(real: torch.Tensor, fake: torch.Tensor, smoothing: float) -> None:
    entropy = binary_cross_entropy_with_logits
    expected = entropy(real, torch.full_like(real, 1 - smoothing)) + entropy(fake, torch.zeros_like(fake))
    assert torch.allclose(discriminator_loss(real, fake, smoothing), expected)
    assert torch.allclose(generator_loss(fake), entropy(fake, torch.ones_like(fake)))


def test_smoothing_moves_the_best_answer_away_from_certainty() -> None:
    """With real labels of 0.9, D(x) = 0.9 is best."""
    real = torch.tensor([math.log(9)], requires_grad=True)
    discriminator_loss(real, torch.zeros(1), smoothing=0.1).backward()
    assert real.grad is not None
    assert real.grad.item() == pytest.approx(0, abs=1e-7)


def test_extreme_logits_are_no_infinity() -> None:
    extreme = torch.tensor([1e4, -1e4])
    assert discriminator_loss(extreme, extreme).item() == pytest.approx(1e4)
    assert generator_loss(extreme).item() == pytest.approx(5e3)


def test_the_hinge_loss_by_hand() -> None:
    loss = LOSSES["hinge"]
    assert loss.of_d(torch.tensor([2.0, 0.5]), torch.tensor([-3.0, 0.25]), 0.0).item() == pytest.approx(0.25 + 0.625)
    assert loss.of_g(torch.tensor([-3.0, 1.0])).item() == pytest.approx(1)


def test_the_wasserstein_loss_by_hand() -> None:
    loss = LOSSES["wgan-gp"]
    assert loss.of_d(torch.tensor([2.0, 4.0]), torch.tensor([-1.0, 0.0]), 0.0).item() == pytest.approx(-3.5)
    assert loss.of_g(torch.tensor([-3.0, 1.0])).item() == pytest.approx(1)


def linear(slope: float) -> Callable[[torch.Tensor], torch.Tensor]:
    """A D whose gradient has the length ``slope`` everywhere."""
    return lambda images: slope * images.flatten(1).sum(dim=1) / math.sqrt(images[0].numel())


@pytest.mark.parametrize("slope", [0.0, 1.0, 3.0])
def test_penalties_of_a_linear_discriminator(slope: float) -> None:
    real, fake = torch.rand(4, 1, 3, 3), torch.rand(4, 1, 3, 3)
    assert r1_penalty(linear(slope), real).item() == pytest.approx(slope**2, rel=1e-5)
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
