"""Tiles fill a field, do not overlap, and are found again under a pixel."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.layers.views.tiling import fit_tiles
from gan.sizes import Size

GAP = 3
counts = st.integers(1, 600)
maps = st.sampled_from(
    [Size(*cells) for cells in [(1, 1), (4, 4), (7, 7), (28, 28), (64, 64), (6, 8), (64, 16), (24, 32)]]
)
lengths = st.integers(60, 1500)


@given(counts, maps, lengths, lengths)
def test_all_tiles_stand_inside_or_the_field_scrolls(count: int, cells: Size, width: int, height: int) -> None:
    tiling = fit_tiles(count, cells, Size(width, height), GAP)
    corners = [tiling.corner(index) for index in range(count)]
    assert all(x >= GAP and x + tiling.tile.width + GAP <= width for x, _ in corners)
    assert tiling.height >= max(y for _, y in corners) + tiling.tile.height + GAP
    if tiling.height > height:
        assert 24 <= min(tiling.tile) <= 32 or tiling.tile.width == width - 2 * GAP


@given(counts, maps, lengths, lengths, st.data())
def test_a_tile_is_found_under_its_own_pixels_only(
    count: int, cells: Size, width: int, height: int, data: st.DataObject
) -> None:
    tiling = fit_tiles(count, cells, Size(width, height), GAP)
    index = data.draw(st.integers(0, count - 1))
    x, y = tiling.corner(index)
    assert tiling.at(x, y) == tiling.at(x + tiling.tile.width - 1, y + tiling.tile.height - 1) == index
    assert tiling.at(x - 1, y) is None
    assert tiling.at(x, y + tiling.tile.height) is None


@given(counts, maps, lengths, lengths)
def test_from_twice_the_size_on_a_tile_is_a_whole_multiple(count: int, cells: Size, width: int, height: int) -> None:
    tile = fit_tiles(count, cells, Size(width, height), GAP).tile
    assert min(tile) < 2 * min(cells) or tile == cells.times(tile.width // cells.width)


@given(counts, maps, lengths, lengths, st.integers(0, 2000), st.integers(0, 1500))
def test_the_visible_rows_hold_every_visible_tile(
    count: int, cells: Size, width: int, height: int, top: int, length: int
) -> None:
    tiling = fit_tiles(count, cells, Size(width, height), GAP)
    visible = [i for i in range(count) if top - tiling.tile.height < tiling.corner(i)[1] <= top + length]
    assert set(visible) <= set(tiling.between(top, top + length))


def test_one_channel_takes_the_whole_field() -> None:
    tiling = fit_tiles(1, Size(28, 28), Size(400, 300), GAP)
    assert tiling.tile == (280, 280)
    assert tiling.corner(0) == (60, 10)


def test_tiles_get_as_large_as_the_better_number_of_columns_allows() -> None:
    wide, tall = (fit_tiles(64, Size(14, 14), Size(*field), GAP) for field in ((900, 240), (240, 900)))
    assert (wide.columns, wide.rows, wide.tile) == (16, 4, (42, 42))
    assert (tall.columns, tall.rows, tall.tile) == (4, 16, (42, 42))


@pytest.mark.parametrize(("side", "tile"), [(4, 24), (7, 28), (28, 28), (64, 32)])
def test_too_many_channels_get_the_smallest_tiles_and_scroll(side: int, tile: int) -> None:
    tiling = fit_tiles(512, Size(side, side), Size(300, 200), GAP)
    assert (tiling.tile, tiling.columns) == ((tile, tile), (300 - GAP) // (tile + GAP))
    assert tiling.height > 200


@given(counts, maps, lengths, lengths)
def test_tiles_have_the_proportions_of_the_maps(count: int, cells: Size, width: int, height: int) -> None:
    tile = fit_tiles(count, cells, Size(width, height), GAP).tile
    assert tile in (cells.within(tile), cells.around(tile))
