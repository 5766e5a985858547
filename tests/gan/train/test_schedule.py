import pytest
from hypothesis import given
from hypothesis import strategies as st

from gan.train.schedule import Recurring


def test_due_every_few_seconds_at_first() -> None:
    recurring = Recurring(10, growth=0)
    assert [second for second in range(45) if recurring.due(second)] == [10, 20, 30, 40]


def test_a_late_question_does_not_bring_two_answers() -> None:
    recurring = Recurring(10, growth=0)
    assert recurring.due(35)
    assert not recurring.due(36)
    assert not recurring.due(44.9)
    assert recurring.due(45)


def test_intervals_grow_with_time() -> None:
    recurring = Recurring(10, growth=0.5)
    assert [second for second in range(200) if recurring.due(second)] == [10, 20, 30, 45, 68, 102, 153]


def test_a_resumed_run_waits_as_a_run_of_that_age() -> None:
    recurring = Recurring(10, growth=0.5, elapsed=100)
    assert not recurring.due(149.9)
    assert recurring.due(150)


@given(st.floats(0.1, 60), st.floats(0.01, 0.5), st.floats(0, 1e6))
def test_never_due_at_once(seconds: float, growth: float, elapsed: float) -> None:
    recurring = Recurring(seconds, growth, elapsed)
    assert not recurring.due(elapsed)
    assert recurring.due(elapsed + max(seconds, growth * elapsed) * 1.001)


@pytest.mark.parametrize(("hours", "most"), [(1, 130), (10, 180), (100, 230)])
def test_long_runs_bring_little_more(hours: int, most: int) -> None:
    """With the growth of snapshots: 5 % of the elapsed time, so about 47 for each tenfold time."""
    recurring = Recurring(10, growth=0.05)
    assert sum(recurring.due(second) for second in range(hours * 3600)) <= most
