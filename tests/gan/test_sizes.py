"""How people write the size of a picture, and what fits into what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gan.errors import UsageError
from gan.sizes import Size, read_size

sizes = st.builds(Size, st.integers(1, 2000), st.integers(1, 2000))


@pytest.mark.parametrize(
    ("written", "size"),
    [
        (28, (28, 28)),
        (28.0, (28, 28)),
        ("28", (28, 28)),
        ("48x64", (48, 64)),
        (" 48 X 64 ", (48, 64)),
        ("48×64", (48, 64)),
        ("64x64", (64, 64)),
    ],
)
def test_the_width_comes_first(written: object, size: tuple[int, int]) -> None:
    assert read_size(written) == size


@pytest.mark.parametrize(
    "written", ["", "x", "48x", "x64", "48x64x3", "48-64", "-48", "0", "0x64", "4.5", 4.5, True, None, [48, 64], 10**9]
)
def test_what_is_no_size_is_refused_with_two_that_are(written: object) -> None:
    with pytest.raises(UsageError, match=r"is no picture size; write 64 for a square, or width x height .* 96x64$"):
        read_size(written)


@given(sizes)
def test_a_size_is_read_back_from_what_is_written(size: Size) -> None:
    assert read_size(size.sides) == size == read_size(str(size.sides)) == read_size(size.text)
    assert isinstance(size.sides, int) == size.is_square


@given(sizes, sizes)
def test_the_largest_within_and_the_smallest_around_touch_one_side_at_least(shape: Size, other: Size) -> None:
    inside, outside = shape.within(other), shape.around(other)
    assert all(1 <= a <= b for a, b in zip(inside, other, strict=True))
    assert all(a >= b for a, b in zip(outside, other, strict=True))
    for found in (inside, outside):
        assert found.width == other.width or found.height == other.height
        width, height = found.height * shape.width / shape.height, found.width * shape.height / shape.width
        assert abs(found.width - width) <= 0.5 or abs(found.height - height) <= 0.5 or 1 in found


@given(sizes, st.integers(1, 50))
def test_whole_multiples_keep_the_proportions(shape: Size, factor: int) -> None:
    assert shape.within(shape.times(factor)) == shape.times(factor) == shape.around(shape.times(factor))
    assert shape.times(factor).pixels == shape.pixels * factor**2
