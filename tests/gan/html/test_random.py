"""A seed means the same point in a page as in the program."""

import numpy as np
import pytest

from gan.explore.latent import LARGEST_SEED, sample_z
from gan.model.architecture import Distribution
from tests.gan.html.scripts import Scripts

TAIL = 3.654
"""Beyond it the numbers are drawn in another way."""


@pytest.mark.parametrize("distribution", Distribution)
@pytest.mark.parametrize("seed", [0, 1, 2**16, LARGEST_SEED])
def test_points_are_those_of_numpy(seed: int, distribution: Distribution) -> None:
    drawn = Scripts().value(f"samplePoint({seed}, 600, '{distribution}')")
    assert np.array_equal(np.array(drawn, np.float32), sample_z(1, 600, seed, distribution)[0])


def test_rare_numbers_are_those_of_numpy_too() -> None:
    scripts = Scripts()
    for seed in (118, 176):
        expected = sample_z(1, 1000, seed)[0]
        assert np.abs(expected).max() > TAIL
        assert np.array_equal(np.array(scripts.value(f"samplePoint({seed}, 1000, 'normal')"), np.float32), expected)
