"""FID: by hand, and as torchmetrics has it."""

import numpy as np
import pytest
import torch
from torchmetrics.image.fid import FrechetInceptionDistance

from gan.measure.frechet import Gaussian, gaussian_of


def points(seed: int, count: int = 300, dimensions: int = 12) -> torch.Tensor:
    """Correlated features that are not around 0."""
    generator = torch.Generator().manual_seed(seed)
    mixing = torch.randn(dimensions, dimensions, generator=generator, dtype=torch.float64)
    return torch.randn(count, dimensions, generator=generator, dtype=torch.float64) @ mixing + seed


def test_a_shift_is_its_square() -> None:
    assert gaussian_of(points(1)).distance(gaussian_of(points(1) + 2)) == pytest.approx(12 * 4)


def test_another_width_by_hand() -> None:
    mean, unit = torch.zeros(2, dtype=torch.float64), torch.eye(2, dtype=torch.float64)
    # (1 - 3)^2 for each of the two axes
    assert Gaussian(mean, unit, 9).distance(Gaussian(mean, 9 * unit, 9)) == pytest.approx(8)


def test_it_is_symmetric_and_nothing_to_itself() -> None:
    first, second = gaussian_of(points(1)), gaussian_of(points(2))
    assert first.distance(second) == pytest.approx(second.distance(first))
    assert first.distance(first) == pytest.approx(0, abs=1e-8)


def test_fewer_pictures_than_dimensions_still_give_a_number() -> None:
    few = gaussian_of(points(1, count=5))
    assert np.isfinite(few.distance(gaussian_of(points(2)))) and few.distance(few) == pytest.approx(0, abs=1e-4)


class Flat(torch.nn.Module):
    """Pictures are their own features, but for a scale."""

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        return images.flatten(1).double() / 64


def test_as_torchmetrics() -> None:
    generator = torch.Generator().manual_seed(0)
    real = torch.randint(0, 255, (400, 3, 2, 2), generator=generator, dtype=torch.uint8)
    fake = torch.randint(40, 200, (300, 3, 2, 2), generator=generator, dtype=torch.uint8)
    theirs = FrechetInceptionDistance(feature=Flat(), input_img_size=(3, 2, 2)).set_dtype(torch.float64)
    theirs.update(real, real=True)
    theirs.update(fake, real=False)
    ours = gaussian_of(Flat()(real)).distance(gaussian_of(Flat()(fake)))
    assert ours == pytest.approx(float(theirs.compute()), rel=1e-4)
