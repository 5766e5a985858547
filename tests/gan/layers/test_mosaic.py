import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from gan.layers.mosaic import (
    COLOUR_MAPS,
    Maps,
    Scaling,
    colour_table,
    columns_for,
    mosaic,
    to_indices,
    value_range,
)

any_maps = arrays(np.float32, (3, 2, 2), elements=st.floats(width=32))
plain_maps = arrays(np.float32, (3, 2, 2), elements=st.floats(-1e6, 1e6, width=32))


def maps_of(*channels: list[float]) -> Maps:
    """Channels of one row each."""
    return np.array(channels, np.float32)[:, None, :]


@pytest.mark.parametrize("name", COLOUR_MAPS)
def test_colour_tables(name: str) -> None:
    table = colour_table(name)
    assert (table.shape, table.dtype) == ((256, 3), np.uint8)
    assert len(np.unique(table, axis=0)) > 200
    assert np.abs(np.diff(table.astype(int), axis=0)).max() <= 8


def test_the_middle_of_the_diverging_table_is_neutral() -> None:
    low, middle, high = colour_table("diverging")[[0, 128, 255]].astype(int)
    assert np.ptp(middle) <= 3
    assert middle.min() > 240
    assert low[2] > low[0]
    assert high[0] > high[2]


def test_grey_is_the_index_itself() -> None:
    assert np.array_equal(colour_table("grey"), np.repeat(np.arange(256)[:, None], 3, axis=1))


@pytest.mark.parametrize(
    ("values", "signed", "expected"),
    [
        ([1, 3], False, (1, 3)),
        ([-1, 3], True, (-3, 3)),
        ([-4, 3], True, (-4, 4)),
        ([2, 2], True, (-2, 2)),
        ([2, 2], False, (2, 3)),
        ([0, 0], False, (0, 1)),
        ([0, 0], True, (-1, 1)),
        ([np.nan, np.inf, 5, 7], False, (5, 7)),
        ([np.nan, np.nan], True, (-1, 1)),
        ([np.inf, -np.inf], False, (0, 1)),
    ],
)
def test_ranges(values: list[float], signed: bool, expected: tuple[float, float]) -> None:
    assert value_range(np.array(values, np.float32), signed=signed) == expected


@given(any_maps, st.booleans())
def test_a_range_is_never_empty_or_infinite(maps: Maps, signed: bool) -> None:
    low, high = value_range(maps, signed=signed)
    assert np.isfinite([low, high]).all()
    assert low < high or abs(low) > 1e15


def test_the_layer_scale_compares_channels() -> None:
    maps = maps_of([0, 10], [0, 5])
    assert to_indices(maps, Scaling.LAYER, signed=False).tolist() == [[[0, 255]], [[0, 128]]]


def test_the_channel_scale_shows_each_in_full() -> None:
    maps = maps_of([0, 10], [0, 5], [3, 3])
    assert to_indices(maps, Scaling.CHANNEL, signed=False).tolist() == [[[0, 255]], [[0, 255]], [[0, 0]]]


def test_the_fixed_scale_clips() -> None:
    maps = maps_of([-9, -1, 0, 1, 9])
    assert to_indices(maps, Scaling.FIXED, signed=True).tolist() == [[[0, 0, 128, 255, 255]]]
    assert to_indices(maps, Scaling.FIXED, signed=True, fixed=(0, 9))[0, 0].tolist() == [0, 0, 0, 28, 255]


@pytest.mark.parametrize("scaling", Scaling)
def test_zero_is_in_the_middle_of_a_signed_scale(scaling: Scaling) -> None:
    """Also in a channel that gives nothing but zeros: it is neutral, not lowest."""
    maps = maps_of([-3, 0, 1], [0, 0, 0])
    assert (to_indices(maps, scaling, signed=True)[maps == 0] == 128).all()


@given(plain_maps, st.sampled_from(list(Scaling)), st.booleans())
def test_higher_values_never_have_lower_indices(maps: Maps, scaling: Scaling, signed: bool) -> None:
    indices = to_indices(maps, scaling, signed=signed)
    groups = indices if scaling is Scaling.CHANNEL else indices[None]
    for values, places in zip(maps if scaling is Scaling.CHANNEL else maps[None], groups, strict=True):
        order = np.argsort(values, axis=None, kind="stable")
        assert (np.diff(places.ravel()[order].astype(int)) >= 0).all()


def test_large_equal_values_are_no_division_by_zero() -> None:
    with np.errstate(all="raise"):
        for scaling in Scaling:
            assert to_indices(maps_of([1e10, 1e10]), scaling, signed=False).shape == (1, 1, 2)


def test_values_that_are_no_numbers_have_colours_too() -> None:
    maps = maps_of([np.nan, np.inf, -np.inf, 0, 2])
    assert to_indices(maps, Scaling.LAYER, signed=False)[0, 0, 1:].tolist() == [255, 0, 0, 255]


@pytest.mark.parametrize(
    ("count", "aspect", "columns"),
    [(1, 1, 1), (4, 1, 2), (5, 1, 3), (64, 1, 8), (64, 4, 16), (3, 100, 3), (9, 0.01, 1)],
)
def test_columns(count: int, aspect: float, columns: int) -> None:
    assert columns_for(count, aspect) == columns


def test_a_mosaic_shows_all_channels_in_order() -> None:
    maps = np.stack([np.full((2, 2), value, np.float32) for value in (0, 1, 2)])
    picture = mosaic(maps, "grey", signed=False, columns=2, gap=1, background=7)
    assert picture.shape == (5, 5, 3)
    assert (picture[:2, :2] == 0).all()
    assert (picture[:2, 3:] == 128).all()
    assert (picture[3:, :2] == 255).all()
    assert (picture[2] == 7).all()
    assert (picture[3:, 3:] == 7).all()
