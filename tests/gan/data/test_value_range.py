import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gan.data.value_range import SAMPLE, ValueRange, check, measured, range_for, sample
from gan.errors import UsageError

FINITE = st.floats(-1e9, 1e9).map(lambda value: float(f"{value:.6g}"))


@given(FINITE, FINITE)
def test_text_and_back(low: float, high: float) -> None:
    if low < high:
        assert ValueRange.parse(str(ValueRange(low, high))) == ValueRange(low, high)


@pytest.mark.parametrize("text", ["", "automatic", "3", "5..5", "9..1", "0..inf", "nan..1", "a..b", "1..2..3"])
def test_what_is_no_range_is_said(text: str) -> None:
    with pytest.raises(UsageError, match=r"value_range must be auto, type or two rising numbers such as 0\.\.4095"):
        check(text)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (np.arange(200, 3801), "200..3800"),
        (np.arange(0, 4096), "0..4095"),
        (np.array([0, 1]), "0..1"),
        (np.array([0, 1, 2, 3]), "0..3"),
        (np.arange(256), "0..255"),
        (np.arange(500, 64_000), "0..65535"),
        (np.linspace(0.02, 0.98, 5000), "0..1"),
        (np.linspace(-1, 1, 5000), "-1..1"),
        (np.linspace(10, 240, 5000), "0..255"),
        (np.full(100, 0.5), "0..1"),
        (np.full(100, 99.0), "0..255"),
        (np.full(100, -3.0), "0..65535"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_range_is_what_is_there_or_a_usual_one_that_is_nearly_full(values: np.ndarray, expected: str) -> None:
    assert str(measured([values.astype(np.float64)])) == expected


def test_hot_pixels_do_not_make_all_others_black() -> None:
    values = np.concatenate([np.arange(200, 3801).repeat(4), [65535] * 5])
    assert measured([values]).high < 4000


def test_a_label_that_is_rare_is_no_outlier() -> None:
    assert str(measured([np.array([0] * 100_000 + [7])])) == "0..7"


def test_a_sample_holds_the_extremes_and_no_infinite_numbers() -> None:
    picture = np.full((300, 300), 5.0)
    picture[7, 7], picture[8, 8], picture[9, 9], picture[10, 10] = 9, -9, np.nan, np.inf
    values = sample(picture)
    assert (values.min(), values.max()) == (-9, 9)
    assert len(values) <= SAMPLE + 2


def test_as_the_type_says() -> None:
    assert str(range_for(np.zeros((2, 2), np.uint16), "type")) == "0..65535"
    assert str(range_for(np.zeros((2, 2), np.float32), "type")) == "0..1"


def test_bytes_are_clipped_and_no_number_is_black() -> None:
    values = np.array([-5, 0, 5, 10, 15, np.nan])
    assert ValueRange(0, 10).in_bytes(values).tolist() == [0, 0, 128, 255, 255, 0]
