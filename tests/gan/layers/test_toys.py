import numpy as np
import pytest
import torch
from torch.nn import functional as F  # noqa: N812

from gan.errors import UsageError
from gan.layers.toys import LARGEST_OUTPUT, PRESETS, Pattern, Preset, even_ways, evenness_text, pattern, toy
from gan.layers.transposed import Geometry, overlap_counts


@pytest.mark.parametrize("preset", PRESETS, ids=[preset.title for preset in PRESETS])
def test_presets_are_what_they_are_called(preset: Preset) -> None:
    numbers = [int(word.strip(",")) for word in preset.title.split() if word.strip(",").isdigit()]
    assert [preset.size, preset.output] == numbers
    assert preset.geometry.is_even is ("uneven" not in preset.title)
    assert f"kernel {preset.geometry.kernel}" in preset.note


@pytest.mark.parametrize("name", list(Pattern))
@pytest.mark.parametrize("side", [1, 4, 5])
def test_patterns_have_the_side_asked_for(name: Pattern, side: int) -> None:
    values = pattern(name, side)
    assert values.shape == (side, side) and np.isfinite(values).all()
    assert np.array_equal(values, pattern(name, side))


def test_a_toy_is_what_torch_makes_of_it() -> None:
    values, kernel = pattern(Pattern.RANDOM, 4), pattern(Pattern.COUNTING, 3)
    found = toy(values, kernel, Geometry(3, 2, 1, 1))
    maps, weight = (torch.from_numpy(array)[None, None] for array in (values, kernel))
    expected = F.conv_transpose2d(maps, weight, stride=2, padding=1, output_padding=1)[0, 0].numpy()
    assert found.output == pytest.approx(expected, abs=1e-12)
    assert found.differences["scatter"] < 1e-12


def test_slopes_enlarge_evenly() -> None:
    found = toy(np.full((5, 5), 3.0), pattern(Pattern.SLOPES, 4), Geometry(4, 2, 1))
    assert len(np.unique(found.output[1:-1, 1:-1].round(9))) == 1


def test_toys_that_are_too_large() -> None:
    with pytest.raises(UsageError, match=f"larger than {LARGEST_OUTPUT}"):
        toy(np.ones((12, 12)), np.ones((12, 12)), Geometry(12, 8))


def test_even_ways_of_the_article() -> None:
    ways = even_ways(5, 28)
    assert Geometry(10, 5, 1) in ways and Geometry(6, 6, 1) in ways
    for geometry in ways:
        assert geometry.is_even and geometry.output_size(5) == 28
    assert [way.kernel for way in ways] == sorted(way.kernel for way in ways)
    assert even_ways(2, 100) == ()


@pytest.mark.parametrize(
    ("geometry", "words"),
    [
        (Geometry(4, 2, 1), "Even: 2 divides 4, so every inner row is reached by 2 of the 4"),
        (Geometry(5, 2), "Uneven: inner rows are reached by 2 or 3 kernel rows"),
        (Geometry(3, 2), "1, 2 or 4 stamps overlap"),
        (Geometry(3, 1), "Stride 1"),
        (Geometry(4, 2, dilation=2), "the taps, 2 apart"),
    ],
)
def test_evenness_in_words(geometry: Geometry, words: str) -> None:
    assert words in evenness_text(geometry)
    inner = overlap_counts(16, 16, geometry)[7:-7, 7:-7]
    assert (len(np.unique(inner)) == 1) is not evenness_text(geometry).startswith("Uneven")
