"""Laying points out in a plane."""

import numpy as np
import pytest

from gan.explore.maps import principal_plane


@pytest.mark.parametrize("features", [4, 300], ids=["more points than features", "more features than points"])
def test_the_plane_of_largest_spread(features: int) -> None:
    rng = np.random.default_rng(0)
    wanted = rng.standard_normal((50, 2)) * [9, 4]
    axes = np.linalg.qr(rng.standard_normal((features, 2)))[0].T
    places = principal_plane((wanted @ axes + 0.001 * rng.standard_normal((50, features))).astype(np.float32))
    assert places.max() == pytest.approx(1) and places.min() >= -1
    for axis in range(2):
        assert abs(np.corrcoef(places[:, axis], wanted[:, axis])[0, 1]) > 0.9


def test_equal_pictures_lie_on_each_other() -> None:
    assert not principal_plane(np.ones((5, 3), np.float32)).any()
