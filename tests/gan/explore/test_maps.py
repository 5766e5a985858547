"""Laying points out in a plane."""

import numpy as np
import pytest

from gan.explore.maps import PrincipalPlane


@pytest.mark.parametrize("features", [4, 300], ids=["more points than features", "more features than points"])
def test_the_plane_of_largest_spread(features: int) -> None:
    rng = np.random.default_rng(0)
    wanted = rng.standard_normal((50, 2)) * [9, 4]
    axes = np.linalg.qr(rng.standard_normal((features, 2)))[0].T
    points = (wanted @ axes + 0.001 * rng.standard_normal((50, features))).astype(np.float32)
    places = PrincipalPlane.of(points).places(points)
    assert places.max() == pytest.approx(1) and places.min() >= -1
    for axis in range(2):
        assert abs(np.corrcoef(places[:, axis], wanted[:, axis])[0, 1]) > 0.9


def test_equal_pictures_lie_on_each_other() -> None:
    points = np.ones((5, 3), np.float32)
    assert not PrincipalPlane.of(points).places(points).any()


@pytest.mark.parametrize("features", [4, 300])
def test_others_lie_among_those_that_are_like_them(features: int) -> None:
    points = np.random.default_rng(0).standard_normal((50, features)).astype(np.float32)
    plane = PrincipalPlane.of(points)
    assert np.abs(plane.places(points)).max() == pytest.approx(1, abs=1e-5)
    assert plane.places(points[7:8] + np.float32(1e-4))[0] == pytest.approx(plane.places(points)[7], abs=1e-2)
    assert np.abs(plane.places(5 * points)).max() > 1
