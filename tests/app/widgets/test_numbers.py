"""How numbers are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.widgets.numbers import check_range, read_number, signed
from gan.errors import UsageError

finite = st.floats(-1e300, 1e300)


@given(finite)
def test_what_python_writes_is_read_back_with_a_dot_or_a_comma(value: float) -> None:
    assert read_number(str(value)) == value
    assert read_number(f" {value:.9e} ".replace(".", ",")) == float(f"{value:.9e}")


@given(st.integers())
def test_whole_numbers_are_exact(value: int) -> None:
    read = read_number(str(value))
    assert read == value and type(read) is int


@given(st.integers(-999, 999), st.integers(0, 99))
def test_dot_and_comma_mean_the_same(whole: int, cents: int) -> None:
    assert read_number(f"{whole}.{cents:02}") == read_number(f"{whole},{cents:02}")


@given(st.integers(1000, 10**12), st.sampled_from([",", ".", " ", "'", "_"]))
def test_groups_are_never_read(value: int, sign: str) -> None:
    grouped = f"{value:,}".replace(",", sign)
    if sign == "." and grouped.count(".") == 1:
        assert read_number(grouped) == float(grouped), "a dot is the decimal sign that the window writes itself"
    else:
        with pytest.raises(UsageError):
            read_number(grouped)


@given(st.text())
def test_other_text_is_refused_with_words(text: str) -> None:
    try:
        read = read_number(text)
    except UsageError as error:
        assert str(error)
    else:
        assert float(text.replace(",", ".").replace("−", "-")) == read


@pytest.mark.parametrize(
    ("text", "value"), [("-2,5", -2.5), ("0.5", 0.5), ("−1.5", -1.5), (",5", 0.5), ("2.", 2), ("+3", 3), ("2e-4", 2e-4)]
)
def test_how_people_write(text: str, value: float) -> None:
    assert read_number(text) == value


@pytest.mark.parametrize(
    "text", ["", "-", "1.234,5", "1,234.5", "1 000", "nan", "inf", "1e999", "٣", "0x10", "9" * 9999]
)
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(UsageError):
        read_number(text)


def test_one_that_may_be_two_numbers_is_asked_about() -> None:
    with pytest.raises(UsageError, match=r"^1,000 may be 1000 or 1\.000; write one of them$"):
        read_number("1,000")
    assert read_number("0,125") == 0.125 and read_number("1,0000") == 1.0


def test_ranges() -> None:
    check_range(3, -3, 3)
    with pytest.raises(UsageError, match=r"^99 is not from -3 to 3$"):
        check_range(99, -3, 3)


@pytest.mark.parametrize(("number", "text"), [(1.5, "+1.50"), (-1.5, "−1.50"), (-0.001, "+0.00"), (0, "+0.00")])
def test_signs(number: float, text: str) -> None:
    assert signed(number) == text and read_number(text) == pytest.approx(number, abs=0.01)
