"""What benchmarks say: ratios, whether targets are met, tables and their comparison."""

from pathlib import Path

import pytest

from tests.benchmarks.rows import Group, Row, by_turns
from tests.benchmarks.table import HEAD, Table, cells, compared, line

TIME = Row("a picture", 6.0, 4.0, 1.5, "ms")
RATE = Row("packing", 1500.0, 2000.0, 0.8, "pictures/s")


def table(*rows: Row) -> Table:
    return Table("make bench", "two cores", [Group("slider", "From a slider to the picture", rows)])


def test_time_is_to_be_short_and_a_rate_high() -> None:
    assert TIME.ratio == 1.5 and TIME.is_met
    assert RATE.ratio == 0.75 and RATE.is_rate and not RATE.is_met


def test_rows_in_words() -> None:
    assert cells(TIME) == ("a picture", "6 ms", "4 ms", "1.50", "≤ 1.5", "met")
    assert cells(RATE)[1:] == ("1,500 pictures/s", "2,000 pictures/s", "0.75", "≥ 0.8", "**missed**")
    assert line(cells(RATE)).endswith("missed") and len(cells(RATE)) == len(HEAD)


def test_a_table_is_read_as_it_was_saved(tmp_path: Path) -> None:
    table(TIME, RATE).save(tmp_path / "table.json")
    read = Table.read(tmp_path / "table.json")
    assert read.machine == "two cores" and list(read.groups[0].rows) == [TIME, RATE]
    assert "| packing | 1,500 pictures/s |" in read.markdown() and "on two cores" in read.markdown()


@pytest.mark.parametrize(
    ("stored", "new", "verdict", "worse"),
    [
        (TIME, Row("a picture", 30.0, 20.0, 1.5, "ms"), "1.50 -> 1.50, as before", False),
        (TIME, Row("a picture", 8.0, 4.0, 1.5, "ms"), "1.50 -> 2.00, worse", True),
        (TIME, Row("a picture", 4.0, 4.0, 1.5, "ms"), "1.50 -> 1.00, better", False),
        (RATE, Row("packing", 1000.0, 2000.0, 0.8, "pictures/s"), "0.75 -> 0.50, worse", True),
        (RATE, Row("packing", 2000.0, 2000.0, 0.8, "pictures/s"), "0.75 -> 1.00, better", False),
    ],
)
def test_tables_are_compared_by_ratios(stored: Row, new: Row, verdict: str, worse: bool) -> None:
    """Another machine may be faster or slower altogether."""
    assert list(compared(table(stored), table(new))) == [(f"slider, {stored.name}: {verdict}", worse)]


def test_what_is_new_has_nothing_to_be_compared_with() -> None:
    assert list(compared(table(TIME), table(RATE))) == []


def test_ways_take_turns_after_one_round_that_warms_up() -> None:
    order: list[str] = []

    def way(name: str) -> float:
        order.append(name)
        return float(len(order))

    found = by_turns({"ours": lambda: way("ours"), "floor": lambda: way("floor")}, 2)
    assert order == ["ours", "floor"] * 3 and found == {"ours": [3.0, 5.0], "floor": [4.0, 6.0]}
