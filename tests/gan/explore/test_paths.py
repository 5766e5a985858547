"""Paths and grids in latent space."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gan.errors import UsageError
from gan.explore.latent import Latent, Mode, lerp, sample_z, slerp
from gan.explore.paths import Easing, Keyframe, LatentPath, corner_grid

modes, easings = st.sampled_from(Mode), st.sampled_from(Easing)
durations = st.lists(st.floats(0.1, 9), min_size=2, max_size=6)


def path_of(z: Latent, seconds: list[float] | None = None, **options: object) -> LatentPath:
    times = seconds or [1.0] * len(z)
    return LatentPath(tuple(map(Keyframe, z, times)), **options)  # type: ignore[arg-type]


@given(durations, modes, easings, st.booleans())
def test_every_keyframe_is_visited_in_its_time(seconds: list[float], mode: Mode, easing: Easing, closed: bool) -> None:
    z = sample_z(len(seconds), 6, 1)
    path = path_of(z, seconds, mode=mode, easing=easing, closed=closed)
    stops = path.starts
    assert len(stops) == len(z) + closed
    for start, keyframe in zip(stops[: len(z)], z, strict=True):
        assert np.allclose(path.at(start), keyframe, atol=1e-5)
    assert path.duration == pytest.approx(sum(seconds) if closed else sum(seconds[:-1]))
    assert np.array_equal(path.at(0), z[0])
    assert np.array_equal(path.at(path.duration), z[0] if closed else z[-1])


def test_times_beyond_the_ends() -> None:
    z = sample_z(3, 6, 1)
    assert np.array_equal(path_of(z).at(99), z[2]) and np.array_equal(path_of(z).at(-1), z[0])
    loop = path_of(z, closed=True)
    assert np.allclose(loop.at(3.25), loop.at(0.25), atol=1e-6)


def test_a_path_is_evenly_spaced() -> None:
    z = np.array([[0, 0], [3, 0], [3, 3]], np.float32)
    points = path_of(z, mode=Mode.LERP).sample(7)
    assert points.dtype == np.float32
    assert points.tolist() == [[0, 0], [1, 0], [2, 0], [3, 0], [3, 1], [3, 2], [3, 3]]


def test_durations_are_kept() -> None:
    z = np.array([[0], [1], [2]], np.float32)
    assert path_of(z, [3, 1, 1], mode=Mode.LERP).sample(5)[:, 0] == pytest.approx([0, 1 / 3, 2 / 3, 1, 2])


def test_a_loop_does_not_show_its_start_twice() -> None:
    z = np.array([[0], [2]], np.float32)
    assert path_of(z, mode=Mode.LERP, closed=True).sample(4)[:, 0].tolist() == [0, 1, 2, 1]


@pytest.mark.parametrize(("easing", "half"), list(zip(Easing, [0.5, 0.25, 0.75, 0.5], strict=True)))
def test_easing(easing: Easing, half: float) -> None:
    assert (easing.applied(0), easing.applied(0.5), easing.applied(1)) == (0, half, 1)
    steps = np.diff([easing.applied(t) for t in np.linspace(0, 1, 50)])
    assert (steps >= 0).all()
    assert (steps[0] < steps[25]) == (easing in (Easing.EASE_IN, Easing.SMOOTH))
    assert (steps[-1] < steps[25]) == (easing in (Easing.EASE_OUT, Easing.SMOOTH))


def test_what_is_no_path() -> None:
    with pytest.raises(UsageError, match="two keyframes"):
        path_of(sample_z(1, 6, 0))
    with pytest.raises(UsageError, match="two frames"):
        path_of(sample_z(2, 6, 0)).sample(1)
    with pytest.raises(UsageError, match="same number"):
        LatentPath((Keyframe(np.zeros(3, np.float32)), Keyframe(np.zeros(4, np.float32))))
    with pytest.raises(UsageError, match="seconds"):
        Keyframe(np.zeros(3, np.float32), 0)


@pytest.mark.parametrize("mode", list(Mode))
def test_a_grid_has_its_corners_and_edges(mode: Mode) -> None:
    corners = sample_z(4, 6, 2)
    grid = corner_grid(corners, 3, 5, mode).reshape(3, 5, 6)
    assert np.allclose(grid[[0, 0, -1, -1], [0, -1, 0, -1]], corners, atol=1e-6)
    on_the_way = lerp if mode is Mode.LERP else slerp
    assert np.allclose(grid[1, 0], on_the_way(corners[0], corners[2], 0.5), atol=1e-6)
    assert np.allclose(grid[0, 1], on_the_way(corners[0], corners[1], 0.25), atol=1e-6)
    with pytest.raises(UsageError, match="four corners"):
        corner_grid(corners[:3], 2, 2)
