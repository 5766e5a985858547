"""What BatchNorm remembers against what a hypothesis gives."""

import numpy as np
import pytest
import torch

from gan.importing.evidence import BATCH, WORST, balanced, misfit, normalised, uniform
from gan.importing.skeleton import FoundNorm
from gan.model.part_specs import Norm, NormKind

VALUES = torch.randn(256, 6, 5, 5, generator=torch.Generator().manual_seed(0)) * 3 + 1


def remembering(values: torch.Tensor) -> FoundNorm:
    """A norm whose statistics are those of ``values`` (N, C, H, W)."""
    variance, mean = torch.var_mean(values, (0, 2, 3), correction=0)
    return FoundNorm("norm", len(mean), None, None, mean.numpy(), variance.numpy())


def test_what_was_remembered_fits() -> None:
    assert misfit(VALUES, remembering(VALUES)) < 1e-3


@pytest.mark.parametrize(("factor", "expected"), [(1.1, 2 * np.log(1.1)), (2.0, 2 * np.log(2))])
def test_another_spread_is_told_by_its_logarithm(factor: float, expected: float) -> None:
    centred = VALUES - VALUES.mean((0, 2, 3), keepdim=True)
    assert misfit(factor * centred, remembering(centred)) == pytest.approx(expected, rel=1e-3)


def test_one_wild_channel_does_not_decide() -> None:
    wild = VALUES.clone()
    wild[:, 0] *= 1e4
    assert misfit(wild, remembering(VALUES)) == pytest.approx(WORST / 6**0.5, rel=1e-2)


def test_some_channels_are_compared_with_their_own() -> None:
    channels = torch.tensor([4, 1])
    assert misfit(VALUES[:, channels], remembering(VALUES), channels) < 1e-3


def test_a_number_lies_no_farther_from_its_batch_than_it_did_in_training() -> None:
    spike = torch.zeros(4 * BATCH, 1, 1, 1)
    spike[0] = 1.0
    done = normalised(spike, None, Norm(NormKind.BATCH, 1, 1e-12, affine=False))
    assert done.max() == pytest.approx((BATCH - 1) ** 0.5, rel=1e-3)


def test_balanced_points() -> None:
    points = balanced(64, 5)
    assert points.mean(0).abs().max() < 1e-6
    assert torch.allclose(points.square().mean(0), torch.ones(5), atol=1e-5)
    assert uniform(balanced(4096, 1)).square().mean() == pytest.approx(1 / 3, abs=0.01)
