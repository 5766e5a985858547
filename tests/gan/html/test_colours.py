"""Maps have the colours that they have in the program."""

import numpy as np
import pytest
import torch
from torch import nn

from gan.layers.mosaic import colour_table, mosaic, value_range
from tests.gan.html.scripts import Scripts

TILE, COLUMNS = 6, 3


@pytest.mark.parametrize(
    ("colour_map", "signed", "down"), [("diverging", True, 3), ("viridis", False, 3), ("viridis", False, 2)]
)
def test_a_mosaic(colour_map: str, signed: bool, down: int) -> None:
    maps = np.random.default_rng(1).standard_normal((5, down, 3)).astype(np.float32)
    scripts = Scripts()
    scripts.set("table", colour_table(colour_map).tolist())
    scripts.set("values", maps.transpose(1, 2, 0).ravel().astype(float).tolist())
    scripts.run(f"globalThis.range = valueRange(values, {str(signed).lower()})")
    assert scripts.value("range") == pytest.approx(value_range(maps, signed=signed))
    scripts.run(
        f"globalThis.tiles = tiling([5, {down}, 3], {TILE}, {COLUMNS * (TILE + 1)}); "
        "globalThis.pixels = new Uint32Array(tiles.width * tiles.height).fill(0xffffffff); "
        f"paintMosaic(pixels, Float32Array.from(values), [5, {down}, 3], tiles, packedColours(table), range, false)"
    )
    tiles = scripts.value("tiles")
    assert tiles["columns"] == COLUMNS
    pixels = np.array(scripts.value("pixels"), np.uint32).view(np.uint8).reshape(tiles["height"], tiles["width"], 4)
    enlarged = maps.repeat(TILE // 3, 1).repeat(TILE // 3, 2)
    assert np.array_equal(pixels[..., :3], mosaic(enlarged, colour_map, signed=signed, columns=COLUMNS))


@pytest.mark.parametrize("signed", [True, False])
def test_a_range_is_never_empty(signed: bool) -> None:
    for values in ([0.0, 0.0], [2.0, 2.0]):
        expected = value_range(np.array(values, np.float32), signed=signed)
        assert tuple(Scripts().value(f"valueRange({values}, {str(signed).lower()})")) == expected


def test_a_smooth_tile_is_interpolated_as_torch_does_it() -> None:
    row = torch.tensor([[[[1.0, 4.0, -2.0]]]])
    expected = nn.functional.interpolate(row, (1, 8), mode="bilinear", align_corners=False)[0, 0, 0].tolist()
    taps = Scripts().value("smoothTaps(3, 8)")
    values = row.flatten().tolist()
    assert [sum(share * values[cell] for cell, share in pair) for pair in taps] == pytest.approx(expected)
