"""KID: unbiased, and as torchmetrics has it."""

import numpy as np
import pytest
import torch
from torchmetrics.image.kid import KernelInceptionDistance

from gan.measure.kernel import discrepancy
from tests.gan.measure.test_frechet import Flat


def draw(seed: int, count: int, shift: float = 0.0) -> torch.Tensor:
    return torch.randn(count, 8, generator=torch.Generator().manual_seed(seed), dtype=torch.float64) + shift


def test_two_draws_of_one_distribution_are_0_apart_on_average_however_few() -> None:
    values = [discrepancy(draw(2 * seed, 20), draw(2 * seed + 1, 20)) for seed in range(200)]
    error = np.std(values) / len(values) ** 0.5
    assert abs(np.mean(values)) < 3 * error and min(values) < 0 < max(values)


def test_it_grows_with_a_shift() -> None:
    near, far = (discrepancy(draw(0, 200), draw(1, 200, shift)) for shift in (0.3, 0.6))
    assert 0 < near < far


def test_by_hand() -> None:
    first, second = torch.tensor([[0.0], [1.0]]).double(), torch.tensor([[2.0], [3.0]]).double()
    across = (1 + 1 + 3**3 + 4**3) / 4
    assert discrepancy(first, second) == pytest.approx(1 + 7**3 - 2 * across)


def test_as_torchmetrics() -> None:
    generator = torch.Generator().manual_seed(0)
    real = torch.randint(0, 255, (80, 3, 2, 2), generator=generator, dtype=torch.uint8)
    fake = torch.randint(40, 200, (80, 3, 2, 2), generator=generator, dtype=torch.uint8)
    theirs = KernelInceptionDistance(feature=Flat(), subsets=1, subset_size=80)
    theirs.update(real, real=True)
    theirs.update(fake, real=False)
    assert discrepancy(Flat()(real), Flat()(fake)) == pytest.approx(float(theirs.compute()[0]), rel=1e-4)
