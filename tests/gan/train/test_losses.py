import math
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch.nn.functional import binary_cross_entropy_with_logits

from gan.train.config import TrainConfig
from gan.train.losses import LOSSES, Loss, discriminator_loss, generator_loss

logits = st.lists(st.floats(-30, 30), min_size=1, max_size=5).map(
    lambda values: torch.tensor(values, dtype=torch.float64)
)

NONE = torch.empty(0)
"""Real logits, where G's side does not look at them."""


def sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-x))


def test_the_discriminators_loss_by_hand() -> None:
    loss = discriminator_loss(torch.tensor([2.0, -1.0]), torch.tensor([0.5, -3.0]))
    real = -(math.log(sigmoid(2)) + math.log(sigmoid(-1))) / 2
    fake = -(math.log(1 - sigmoid(0.5)) + math.log(1 - sigmoid(-3))) / 2
    assert loss.item() == pytest.approx(real + fake, rel=1e-6)


def test_the_generators_loss_by_hand() -> None:
    loss = generator_loss(NONE, torch.tensor([0.5, -3.0]))
    assert loss.item() == pytest.approx(-(math.log(sigmoid(0.5)) + math.log(sigmoid(-3))) / 2, rel=1e-6)


def test_a_discriminator_that_knows_nothing() -> None:
    assert discriminator_loss(torch.zeros(3), torch.zeros(3)).item() == pytest.approx(2 * math.log(2))
    assert generator_loss(NONE, torch.zeros(3)).item() == pytest.approx(math.log(2))


@given(logits, logits, st.floats(0, 0.5))
def test_they_are_binary_cross_entropies(real: torch.Tensor, fake: torch.Tensor, smoothing: float) -> None:
    entropy = binary_cross_entropy_with_logits
    expected = entropy(real, torch.full_like(real, 1 - smoothing)) + entropy(fake, torch.zeros_like(fake))
    assert torch.allclose(discriminator_loss(real, fake, smoothing), expected)
    assert torch.allclose(generator_loss(NONE, fake), entropy(fake, torch.ones_like(fake)))


def test_smoothing_moves_the_best_answer_away_from_certainty() -> None:
    """With real labels of 0.9, D(x) = 0.9 is best."""
    real = torch.tensor([math.log(9)], requires_grad=True)
    discriminator_loss(real, torch.zeros(1), smoothing=0.1).backward()
    assert real.grad is not None
    assert real.grad.item() == pytest.approx(0, abs=1e-7)


def test_extreme_logits_are_no_infinity() -> None:
    extreme = torch.tensor([1e4, -1e4])
    assert discriminator_loss(extreme, extreme).item() == pytest.approx(1e4)
    assert generator_loss(NONE, extreme).item() == pytest.approx(5e3)


def test_the_hinge_loss_by_hand() -> None:
    loss = LOSSES["hinge"]
    assert loss.of_d(torch.tensor([2.0, 0.5]), torch.tensor([-3.0, 0.25]), 0.0).item() == pytest.approx(0.25 + 0.625)
    assert loss.of_g(NONE, torch.tensor([-3.0, 1.0])).item() == pytest.approx(1)


def test_the_wasserstein_loss_by_hand() -> None:
    loss = LOSSES["wgan-gp"]
    assert loss.of_d(torch.tensor([2.0, 4.0]), torch.tensor([-1.0, 0.0]), 0.0).item() == pytest.approx(-3.5)
    assert loss.of_g(NONE, torch.tensor([-3.0, 1.0])).item() == pytest.approx(1)


def test_the_relativistic_loss_by_hand() -> None:
    """Each real picture against one generated: D wants the first above the second, G the other way round."""
    loss, real, fake = LOSSES["relativistic"], torch.tensor([2.0, -1.0]), torch.tensor([0.5, 3.0])
    d_loss = -(math.log(sigmoid(1.5)) + math.log(sigmoid(-4))) / 2
    g_loss = -(math.log(sigmoid(-1.5)) + math.log(sigmoid(4))) / 2
    assert loss.of_d(real, fake, 0.0).item() == pytest.approx(d_loss, rel=1e-6)
    assert loss.of_g(real, fake).item() == pytest.approx(g_loss, rel=1e-6)
    assert loss.of_g(real + 7, fake + 7).item() == pytest.approx(g_loss, rel=1e-5)


@pytest.mark.parametrize("loss", LOSSES.values(), ids=lambda loss: loss.name)
def test_only_what_pairs_looks_at_real_pictures_for_g(loss: Loss) -> None:
    real, fake = torch.tensor([0.1, -0.2], requires_grad=True), torch.tensor([0.3, 0.1], requires_grad=True)
    loss.of_g(real, fake).backward()
    assert (real.grad is not None) is loss.pairs


def test_importing_them_does_not_import_torch() -> None:
    code = "import sys, gan.train.losses, gan.train.config, gan.train.doctor; sys.exit('torch' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[3])


@pytest.mark.parametrize("name", LOSSES)
def test_every_loss_is_a_setting_with_an_explanation(name: str) -> None:
    info = TrainConfig.info("loss")
    assert info.choices is not None and name in info.choices
    assert f"{name} {LOSSES[name].explanation}" in info.explanation


@pytest.mark.parametrize("loss", LOSSES.values(), ids=lambda loss: loss.name)
def test_each_side_gains_what_it_is_after(loss: Loss) -> None:
    """Higher logits of real pictures are better for D; higher ones of generated pictures for G, and worse for D."""
    real, fake = torch.tensor([0.1, -0.2], requires_grad=True), torch.tensor([0.3, 0.1], requires_grad=True)
    loss.of_d(real, fake, 0.0).backward()
    assert real.grad is not None and fake.grad is not None
    assert (real.grad < 0).all() and (fake.grad > 0).all()
    fake.grad = None
    loss.of_g(real.detach(), fake).backward()
    assert fake.grad is not None and (fake.grad < 0).all()


@pytest.mark.parametrize("loss", LOSSES.values(), ids=lambda loss: loss.name)
def test_smoothing_makes_a_difference_where_the_record_says_so(loss: Loss) -> None:
    logits = torch.tensor([0.4, -0.2])
    assert (loss.of_d(logits, logits, 0.0) != loss.of_d(logits, logits, 0.3)).item() is loss.smooths
