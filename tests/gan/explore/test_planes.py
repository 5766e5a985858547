"""Planes through latent space."""

import numpy as np
import pytest

from gan.errors import UsageError
from gan.explore.latent import sample_z
from gan.explore.planes import Plane, random_directions


@pytest.fixture
def oblique() -> Plane:
    vectors = sample_z(2, 6, 3)
    return Plane(vectors / np.linalg.norm(vectors, axis=1, keepdims=True))


def test_a_point_arrives_at_both_positions(oblique: Plane) -> None:
    z = sample_z(1, 6, 0)[0]
    wanted = np.array([[1.5, -2.0], [0.0, 0.0]], np.float32)
    points = oblique.moved(z, wanted)
    assert oblique.positions(points) == pytest.approx(wanted, abs=1e-5)


def test_the_rest_of_z_stays(oblique: Plane) -> None:
    z = sample_z(1, 6, 0)[0]
    moved = oblique.moved(z, np.array([[1.0, 1.0]], np.float32))[0]
    beside = np.linalg.svd(oblique.vectors.astype(np.float64))[2][2:]
    assert beside @ moved == pytest.approx(beside @ z, abs=1e-5)


def test_one_direction_is_no_plane() -> None:
    axis = np.eye(1, 4, dtype=np.float32)
    for sign in (1, -1):
        with pytest.raises(UsageError, match="one and the same"):
            Plane(np.concatenate([axis, sign * axis]))


def test_random_directions_are_at_right_angles() -> None:
    directions = random_directions(2, 30, 5)
    assert directions @ directions.T == pytest.approx(np.eye(2), abs=1e-6)
    assert not np.array_equal(directions, random_directions(2, 30, 6))
    assert np.abs(directions @ sample_z(1, 30, 5)[0]).max() < 4, "not along the point of the same seed"
