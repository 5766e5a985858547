import colorsys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gan.data.sprites import (
    FACTOR_RANGES,
    SHAPE_NAMES,
    SHAPES,
    Shape,
    draw_factors,
    hue_to_rgb,
    make_sprites,
    render_sprites,
)

CORNERS = [
    {name: limits[index] for name, limits in FACTOR_RANGES.items() if name not in ("x", "y")} | {"x": x, "y": y}
    for index in (0, 1)
    for x in FACTOR_RANGES["x"]
    for y in FACTOR_RANGES["y"]
]


def factors_of(shape: int, **changed: float) -> dict[str, np.ndarray]:
    """One picture in the middle of all ranges, filled, but for what is ``changed``."""
    values = {name: sum(limits) / 2 for name, limits in FACTOR_RANGES.items()} | {"thickness": 1.0} | changed
    arrays = {name: np.array([value], np.float32) for name, value in values.items()}
    return {"shape": np.array([shape]), **arrays}


def ink(shape: int, size: int = 64, **changed: float) -> np.ndarray:
    """(size, size): where the picture is brighter than ground and glow can be."""
    picture = render_sprites(factors_of(shape, **changed), size)[0]
    return picture.max(axis=0) > 110


def test_shapes_types_and_ranges() -> None:
    images, factors = make_sprites(200, 32)
    assert images.shape == (200, 3, 32, 32)
    assert images.dtype == np.uint8
    assert set(factors) == {"shape", *FACTOR_RANGES}
    assert set(np.unique(factors["shape"])) == set(range(len(SHAPE_NAMES)))
    for name, (low, high) in FACTOR_RANGES.items():
        assert factors[name].dtype == np.float32
        assert low <= factors[name].min() < factors[name].max() <= high


def test_the_seed_decides_and_fewer_are_the_first_ones() -> None:
    images, factors = make_sprites(40, 16, seed=3)
    again, fewer_factors = make_sprites(25, 16, seed=3)
    other, _ = make_sprites(25, 16, seed=4)
    assert np.array_equal(images[:25], again)
    assert np.array_equal(factors["hue"][:25], fewer_factors["hue"])
    assert not np.array_equal(again, other)


def test_factors_are_independent() -> None:
    factors = draw_factors(20_000)
    table = np.corrcoef([factors[name] for name in factors])
    assert np.abs(table - np.eye(len(table))).max() < 0.03


@pytest.mark.parametrize("size", [16, 28, 64, 128])
@pytest.mark.parametrize("channels", [1, 3])
def test_any_size_and_channels(size: int, channels: int) -> None:
    images, _ = make_sprites(3, size, channels)
    assert images.shape == (3, channels, size, size)
    assert images.max() > 100


@pytest.mark.parametrize("shape", range(len(SHAPES)), ids=SHAPE_NAMES)
@pytest.mark.parametrize("corner", CORNERS)
def test_every_shape_stays_inside(shape: int, corner: dict[str, float]) -> None:
    seen = ink(shape, 64, **corner)
    assert seen.any()
    assert not seen[[0, -1]].any()
    assert not seen[:, [0, -1]].any()


@pytest.mark.parametrize("shape", range(len(SHAPES)), ids=SHAPE_NAMES)
def test_x_goes_right_and_y_goes_down(shape: int) -> None:
    rows, columns = np.nonzero(ink(shape, x=0.3, y=-0.3))
    middle_rows, middle_columns = np.nonzero(ink(shape))
    assert columns.mean() - middle_columns.mean() == pytest.approx(0.3 * 32, abs=0.6)
    assert rows.mean() - middle_rows.mean() == pytest.approx(-0.3 * 32, abs=0.6)


@pytest.mark.parametrize("shape", range(len(SHAPES)), ids=SHAPE_NAMES)
def test_scale_is_a_length(shape: int) -> None:
    small, large = (ink(shape, size=128, scale=scale).sum() for scale in (0.4, 0.6))
    assert large / small == pytest.approx(1.5**2, rel=0.05)


@pytest.mark.parametrize("shape", range(len(SHAPES)), ids=SHAPE_NAMES)
def test_thickness_closes_the_hole(shape: int) -> None:
    areas = [int(ink(shape, size=128, thickness=value).sum()) for value in np.linspace(0.35, 1, 8)]
    assert areas == sorted(areas)
    assert areas[0] < 0.8 * areas[-1]
    line = np.linspace(-1, 1, 128, dtype=np.float32) / np.float32(sum(FACTOR_RANGES["scale"]) / 2)
    inside = SHAPES[shape].distance(*np.meshgrid(line, line)) < 0
    assert areas[-1] == pytest.approx(inside.sum(), rel=0.05)


@pytest.mark.parametrize("shape", range(len(SHAPES)), ids=SHAPE_NAMES)
def test_no_two_rotations_look_the_same(shape: int) -> None:
    turns = np.linspace(*FACTOR_RANGES["rotation"], 7)
    pictures = [render_sprites(factors_of(shape, rotation=turn), 64)[0].astype(int) for turn in turns]
    apart = [np.abs(a - b).mean() for i, a in enumerate(pictures) for b in pictures[i + 1 :]]
    assert min(apart) > 0.5


def test_rotation_is_clockwise() -> None:
    heart = SHAPE_NAMES.index("heart")
    _, columns = np.nonzero(ink(heart, rotation=0.6)[40:])
    assert columns.mean() < 31, "a heart turned clockwise has its tip on the left"


def test_hues_are_equally_light_and_in_the_order_of_the_rainbow() -> None:
    colours = hue_to_rgb(np.linspace(*FACTOR_RANGES["hue"], 30, dtype=np.float32))
    luma = colours @ [0.299, 0.587, 0.114]
    assert colours.min() >= 0
    assert colours.max() <= 1
    assert luma.max() - luma.min() < 0.3
    hues = np.array([colorsys.rgb_to_hsv(*colour)[0] for colour in colours])
    assert (np.diff(np.unwrap(hues, period=1)) > 0).all()


@pytest.mark.parametrize("shape", SHAPES, ids=SHAPE_NAMES)
@settings(deadline=None, max_examples=30)
@given(angle=st.floats(0, 6.28), radius=st.floats(0, 1.6), turn=st.floats(0, 6.28), step=st.floats(0.01, 0.3))
def test_distances_change_no_faster_than_one_walks(
    shape: Shape, angle: float, radius: float, turn: float, step: float
) -> None:
    x, y = radius * np.cos(angle), radius * np.sin(angle)
    xs = np.array([x, x + step * np.cos(turn)], np.float32)
    ys = np.array([y, y + step * np.sin(turn)], np.float32)
    here, there = shape.distance(xs, ys)
    assert abs(here - there) <= step * 1.01 + 2e-3


@pytest.mark.parametrize("shape", SHAPES, ids=SHAPE_NAMES)
def test_distances_lead_to_the_outline(shape: Shape) -> None:
    """From anywhere, the outline is as far away as the distance says: checked on a fine grid."""
    line = np.linspace(-1.5, 1.5, 601, dtype=np.float32)
    x, y = (plane.ravel() for plane in np.meshgrid(line, line))
    distance = shape.distance(x, y)
    outline = np.abs(distance) < 0.004
    some = np.random.default_rng(0).choice(len(x), 200, replace=False)
    apart = np.hypot(x[some, None] - x[outline], y[some, None] - y[outline]).min(axis=1)
    assert np.abs(apart - np.abs(distance[some])).max() < 0.012
    assert -distance.min() == pytest.approx(shape.depth, abs=0.01) or shape.name == "star"
    assert np.hypot(x, y)[distance < 0].max() <= 1.005


def test_progress_is_told() -> None:
    told: list[tuple[str, int, int]] = []
    make_sprites(300, 64, report=lambda *step: told.append(step))
    assert told[-1] == ("drawing sprites", 300, 300)
    assert [done for _, done, _ in told] == sorted(done for _, done, _ in told)


@pytest.mark.parametrize(
    ("size", "rows", "columns"), [("48x32", slice(None), slice(8, 40)), ("32x64", slice(16, 48), slice(None))]
)
def test_oblong_sprites_have_more_ground_around_the_same_square(size: str, rows: slice, columns: slice) -> None:
    square, factors = make_sprites(20, 32, seed=3)
    oblong, same = make_sprites(20, size, seed=3)
    assert all(np.array_equal(same[name], factors[name]) for name in factors)
    bright = square.max(axis=1) > 90  # the ground is dark everywhere, and differs
    assert np.abs(oblong[:, :, rows, columns].max(axis=1).astype(int) - square.max(axis=1))[bright].max() <= 12
