import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from gan.errors import UsageError
from gan.explore.latent import (
    LARGEST_SEED,
    Latent,
    Mode,
    arithmetic,
    between,
    deviation,
    is_off_shell,
    lerp,
    neighbours,
    off_shell_text,
    parse_seed,
    position_between,
    sample_z,
    slerp,
    usual_length,
    with_length,
)
from gan.model.architecture import Distribution

UNIFORM = Distribution.UNIFORM
values = st.floats(-100, 100, width=32)
vectors = arrays(np.float32, 6, elements=values)
shares = st.floats(0, 1)
modes = st.sampled_from(list(Mode))


def norm(z: Latent) -> float:
    return float(np.linalg.norm(z.astype(np.float64)))


def test_samples_are_standard_normal() -> None:
    z = sample_z(2000, 50, seed=3)
    assert (z.shape, z.dtype) == ((2000, 50), np.float32)
    assert abs(z.mean()) < 5 / math.sqrt(z.size)
    assert z.std() == pytest.approx(1, abs=5 / math.sqrt(2 * z.size))


@given(count=st.integers(1, 20), z_dim=st.integers(1, 20), seed=st.integers(0, 2**31))
def test_the_first_samples_do_not_depend_on_how_many_follow(count: int, z_dim: int, seed: int) -> None:
    assert np.array_equal(sample_z(count + 7, z_dim, seed)[:count], sample_z(count, z_dim, seed))


def test_seeds_differ() -> None:
    assert not np.array_equal(sample_z(1, 8, 0), sample_z(1, 8, 1))


@given(vectors, vectors, modes)
def test_both_ends_are_exact(a: Latent, b: Latent, mode: Mode) -> None:
    assert np.array_equal(between(a, b, 0, mode), a)
    assert np.array_equal(between(a, b, 1, mode), b)


@given(vectors, vectors, shares, modes)
def test_points_are_finite_and_float32(a: Latent, b: Latent, t: float, mode: Mode) -> None:
    point = between(a, b, t, mode)
    assert (point.dtype, point.shape) == (np.float32, (6,))
    assert np.isfinite(point).all()


@given(vectors, shares, modes)
def test_a_way_to_the_same_point_stays_there(a: Latent, t: float, mode: Mode) -> None:
    assert np.allclose(between(a, a, t, mode), a, rtol=1e-6)


@given(st.integers(0, 2**31), shares)
def test_slerp_keeps_the_norm_and_turns_evenly(seed: int, t: float) -> None:
    a, b = (z / np.float32(norm(z)) for z in sample_z(2, 6, seed))
    point = slerp(a, b, t)
    assert norm(point) == pytest.approx(1, abs=1e-5)
    angle = math.acos(np.clip(np.dot(a.astype(np.float64), b), -1, 1))
    turned = math.acos(np.clip(np.dot(a.astype(np.float64), point), -1, 1))
    assert turned == pytest.approx(t * angle, abs=2e-3)


def test_slerp_by_hand() -> None:
    a, b = np.array([2, 0], np.float32), np.array([0, 4], np.float32)
    expected = [2 * math.cos(math.radians(30)), 4 * math.sin(math.radians(30))]
    assert slerp(a, b, 1 / 3) == pytest.approx(expected, rel=1e-6)


def test_lerp_by_hand() -> None:
    a, b = np.array([2, 0], np.float32), np.array([0, 4], np.float32)
    assert lerp(a, b, 0.25).tolist() == [1.5, 1]


@pytest.mark.parametrize("b", [[0, 0], [4, 0], [-2, 0]])
def test_slerp_is_lerp_where_there_is_no_one_circle(b: list[float]) -> None:
    start, end = np.array([2, 0], np.float32), np.array(b, np.float32)
    assert np.array_equal(slerp(start, end, 0.3), lerp(start, end, 0.3))


def test_arithmetic_by_hand() -> None:
    a, b, c = np.array([[2, 0], [4, 2]], np.float32), np.array([[1, 1]], np.float32), np.array([[0, 5]], np.float32)
    assert arithmetic(a, b, c).tolist() == [2, 5]
    assert arithmetic(a, b, c).dtype == np.float32
    with pytest.raises(UsageError, match="nothing to average"):
        arithmetic(a, b[:0], c)


def test_neighbours_are_as_far_as_the_step() -> None:
    z = sample_z(1, 400, 3)[0]
    assert np.array_equal(neighbours(z, 3, 0.0, 1), np.stack([z] * 3))
    near, far = (norm(neighbours(z, 1, step, 1)[0] - z) for step in (0.2, 0.6))
    assert 0 < near < far
    assert np.array_equal(neighbours(z, 2, 1.0, 9), sample_z(2, 400, 9))


def test_breeding_stays_on_the_shell() -> None:
    z = sample_z(1, 400, 3)[0]
    for generation in range(50):
        z = neighbours(z, 9, 0.5, generation)[4]
    assert norm(z) == pytest.approx(20, abs=2)


@pytest.mark.parametrize("step", [-0.1, 1.1])
def test_steps_have_limits(step: float) -> None:
    with pytest.raises(UsageError, match="between 0 and 1"):
        neighbours(sample_z(1, 4, 0)[0], 1, step, 0)


class TestUniform:
    """A prior between -1 and 1."""

    def test_samples(self) -> None:
        z = sample_z(2000, 50, 3, UNIFORM)
        assert (z.shape, z.dtype) == ((2000, 50), np.float32)
        assert -1 <= z.min() < -0.999 and 0.999 < z.max() <= 1
        assert abs(z.mean()) < 0.01 and z.std() == pytest.approx(deviation(UNIFORM), abs=0.01)
        assert np.array_equal(sample_z(3, 50, 3, UNIFORM), z[:3])

    @pytest.mark.parametrize("distribution", list(Distribution))
    def test_random_points_have_the_usual_length(self, distribution: Distribution) -> None:
        lengths = np.linalg.norm(sample_z(500, 100, 1, distribution), axis=1)
        assert lengths.mean() == pytest.approx(usual_length(100, distribution), abs=0.1)
        assert not any(is_off_shell(z, distribution) for z in sample_z(200, 100, 2, distribution))

    def test_points_off_the_shell(self) -> None:
        z = sample_z(1, 100, 0, UNIFORM)[0]
        assert not off_shell_text(z, UNIFORM) and "has length" in off_shell_text(z)
        assert off_shell_text(0.5 * z, UNIFORM).startswith("Its z has length 2.8 where random points have about 5.8")
        z[3] = -1.25
        assert off_shell_text(z, UNIFORM).startswith("Its z reaches 1.25 where random points lie between -1 and 1")

    @pytest.mark.parametrize("step", [0.0, 0.1, 0.7, 1.0])
    def test_neighbours_stay_inside(self, step: float) -> None:
        z = sample_z(1, 400, 3, UNIFORM)[0]
        found = neighbours(z, 50, step, 1, UNIFORM)
        assert np.abs(found).max() <= 1 and found.std() == pytest.approx(deviation(UNIFORM), abs=0.02)
        alike = np.corrcoef(z, found[0])[0, 1]
        assert np.array_equal(found[0], z) if step == 0 else alike < 0.99
        assert abs(alike) < 0.15 if step == 1 else alike > 0.3

    def test_breeding_stays_uniform(self) -> None:
        z = sample_z(1, 400, 3, UNIFORM)[0]
        for generation in range(50):
            z = neighbours(z, 9, 0.5, generation, UNIFORM)[4]
        assert z.std() == pytest.approx(deviation(UNIFORM), abs=0.05) and np.abs(z).max() <= 1


class TestLength:
    def test_z_is_scaled(self) -> None:
        z = sample_z(1, 20, 4)[0]
        scaled = with_length(z, 2.5)
        assert np.linalg.norm(scaled) == pytest.approx(2.5)
        assert scaled / np.linalg.norm(scaled) == pytest.approx(z / np.linalg.norm(z), abs=1e-6)

    def test_held_dimensions_stay_and_count(self) -> None:
        z = np.array([3, 1, 1], np.float32)
        scaled = with_length(z, 5.0, [0])
        assert scaled[0] == 3 and np.linalg.norm(scaled) == pytest.approx(5)
        assert with_length(z, 2.0, [0]).tolist() == [3, 0, 0]

    def test_the_centre_has_no_direction(self) -> None:
        assert not with_length(np.zeros(4, np.float32), 2.0).any()


class TestPosition:
    """Where a point is between two others."""

    @pytest.mark.parametrize("mode", Mode)
    @pytest.mark.parametrize("t", [0.0, 0.1, 0.25, 0.5, 0.9, 1.0])
    def test_it_is_found_again(self, mode: Mode, t: float) -> None:
        a, b = sample_z(2, 20, 0)
        assert position_between(a, b, between(a, b, t, mode), mode) == pytest.approx(t, abs=1e-6)

    @pytest.mark.parametrize("mode", Mode)
    def test_a_point_elsewhere_has_none(self, mode: Mode) -> None:
        a, b = sample_z(2, 20, 0)
        assert position_between(a, b, sample_z(1, 20, 9)[0], mode) is None
        assert position_between(a, b, 1.1 * between(a, b, 0.5, mode), mode) is None
        assert position_between(a, b, lerp(a, b, 1.5), mode) is None
        assert position_between(a, b, a[:5], mode) is None

    def test_where_there_is_no_circle(self) -> None:
        a = sample_z(1, 20, 0)[0]
        assert position_between(a, -a, between(a, -a, 0.3, Mode.SLERP), Mode.SLERP) == pytest.approx(0.3)
        assert position_between(a, a, a, Mode.SLERP, likely=0.4) == 0.4
        assert position_between(a, a, 2 * a, Mode.SLERP) is None


def test_points_far_from_the_length_of_random_ones_are_off_the_shell() -> None:
    points = sample_z(500, 100, 0)
    assert not any(map(is_off_shell, points))
    assert is_off_shell(1.5 * points[0]) and is_off_shell(np.zeros(100, np.float32))


@pytest.mark.parametrize("text", ["0", " 31 ", str(LARGEST_SEED)])
def test_seeds(text: str) -> None:
    assert parse_seed(text) == int(text)


@pytest.mark.parametrize("text", ["-1", str(LARGEST_SEED + 1), "1.5", "", "x"])
def test_no_seeds(text: str) -> None:
    with pytest.raises(UsageError, match="a seed is a whole number from 0 to 2,147,483,647"):
        parse_seed(text)
