import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gan.errors import UsageError
from gan.layers.edits import CELLS, Edit, Painting, Rectangle, factors_by_layer, parse_edit
from gan.model.config import ModelConfig

PAINTED = Painting.of(np.eye(CELLS, dtype=bool))

channels = st.lists(st.integers(0, 600), max_size=12).map(tuple)
gains = st.floats(-100, 100).map(lambda gain: float(f"{gain:.6g}"))
regions = st.one_of(st.none(), st.just(Rectangle(0, 0.25, 0.5, 1)), st.integers(1, 2**256 - 1).map(Painting))


@given(channels, gains, st.booleans(), regions)
def test_text_and_back(channels: tuple[int, ...], gain: float, inverted: bool, region: Rectangle | None) -> None:
    edit = Edit("block2.conv", channels or (3,), gain, inverted, region)
    assert parse_edit(str(edit)) == edit


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        ("block2:17=0", Edit("block2", (17,))),
        (" block2 : 3, 5-9 = 1.5 ", Edit("block2", (3, 5, 6, 7, 8, 9), 1.5)),
        ("block1.conv:*=0", Edit("block1.conv", (), inverted=True)),
        ("block2:*-17=0", Edit("block2", (17,), inverted=True)),
        ("block2:1=-2@0,0,0.5,1", Edit("block2", (1,), -2.0, region=Rectangle(0, 0, 0.5, 1))),
        (f"block2:1=0@{PAINTED}", Edit("block2", (1,), region=PAINTED)),
    ],
)
def test_what_texts_mean(text: str, edit: Edit) -> None:
    assert parse_edit(text) == edit


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "is no edit; write it like"),
        ("block2=0", "is no edit"),
        ("block2:=0", "is no edit"),
        ("block2:x=0", "'x' in 'block2:x=0' is no channel"),
        ("block2:9-3=0", "'9-3' .* is no range"),
        ("block2:1=much", "'much' .* is no number"),
        ("block2:1=nan", "a gain must lie between"),
        ("block2:1=1000", "a gain must lie between -100 and 100, not 1000"),
        ("block2:1=0@0,0,1", "is no region"),
        ("block2:1=0@0.5,0,0.5,1", "needs 0 <= X0 < X1"),
        ("block2:1=0@0,0,2,1", "needs 0 <= X0 < X1"),
        ("block2:1=0@" + "0" * 64, "at least one cell"),
    ],
)
def test_what_is_no_edit(text: str, complaint: str) -> None:
    with pytest.raises(UsageError, match=complaint):
        parse_edit(text)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("block9:0=0", "no block 'block9'; this generator has block1, block2, block3"),
        ("block3.norm:0=0", "no layer 'block3.norm'; this generator has block1.conv"),
        ("block2:4=0", "block2 has channels 0 to 3, not 4"),
        ("block2:*-2-7=0", "block2 has channels 0 to 3, not 7"),
    ],
)
def test_an_edit_that_does_not_fit_says_what_there_is(text: str, complaint: str, tiny_config: ModelConfig) -> None:
    edit = parse_edit(text)
    assert not edit.fits(tiny_config)
    with pytest.raises(UsageError, match=complaint):
        edit.check(tiny_config)


def test_factors_are_the_gain_on_the_chosen_channels(tiny_config: ModelConfig) -> None:
    factors = factors_by_layer([parse_edit("block2:1,3=2")], tiny_config)
    assert list(factors) == ["block2.act"]
    assert factors["block2.act"].ravel().tolist() == [1, 2, 1, 2]


def test_edits_of_one_layer_multiply(tiny_config: ModelConfig) -> None:
    edits = map(parse_edit, ("block2:1=2", "block2.act:*=3", "block1.conv:0=0"))
    factors = factors_by_layer(edits, tiny_config)
    assert factors["block2.act"].ravel().tolist() == [3, 6, 3, 3]
    assert factors["block1.conv"].ravel().tolist() == [0] + 7 * [1]


def test_a_rectangle_counts_by_area() -> None:
    weights = Rectangle(0, 0, 0.5, 0.375).weights(4, 4)
    assert weights.tolist() == [[1, 1, 0, 0], [0.5, 0.5, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]


@given(st.integers(0, 7), st.integers(0, 7), st.integers(1, 40))
def test_a_painted_rectangle_is_that_rectangle(row: int, column: int, side: int) -> None:
    cells = np.zeros((CELLS, CELLS), bool)
    cells[2 * row : 2 * row + 2, 2 * column : 2 * column + 2] = True
    rectangle = Rectangle(column / 8, row / 8, (column + 1) / 8, (row + 1) / 8)
    painting = Painting.of(cells)
    assert np.array_equal(painting.cells, cells)
    assert np.allclose(painting.weights(side, side), rectangle.weights(side, side), atol=1e-6)


def test_the_border_of_a_region_is_soft() -> None:
    factors = Edit("block2", (0,), 0.0, region=Rectangle(0, 0, 0.25, 1)).factors((2, 2, 2))
    assert factors.tolist() == [[[0.5, 1], [0.5, 1]], [[1, 1], [1, 1]]]
