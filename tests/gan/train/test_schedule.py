from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gan.train.schedule import Recurring, thinned, times_due


def test_due_every_few_seconds_at_first() -> None:
    recurring = Recurring(10, growth=0)
    assert [second for second in range(45) if recurring.due(second)] == [10, 20, 30, 40]


def test_a_late_question_does_not_bring_two_answers() -> None:
    recurring = Recurring(10, growth=0)
    assert recurring.due(35)
    assert not recurring.due(36)
    assert not recurring.due(44.9)
    assert recurring.due(45)


@pytest.mark.parametrize(("growth", "elapsed"), [(0.0, 45), (0.5, 15), (0.5, 200), (0.05, 5000)])
def test_how_often_it_is_due(growth: float, elapsed: int) -> None:
    recurring = Recurring(10, growth)
    count = sum(recurring.due(second / 10) for second in range(10 * elapsed))
    assert abs(times_due(10, growth, elapsed) - count) <= 1


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


def test_old_steps_are_thinned_out_most() -> None:
    kept: list[int] = []
    for step in range(100, 20_001, 100):
        kept = thinned([*kept, step], 8)
    assert len(kept) == 8
    assert kept[-1] == 20_000
    gaps = [after - before for before, after in pairwise(kept)]
    assert gaps == sorted(gaps, reverse=True)
    assert gaps[-1] <= 200
    assert kept[0] < 12_000


@given(st.lists(st.integers(0, 1000)), st.integers(0, 12))
def test_thinning_keeps_the_newest_and_no_more_than_asked(steps: list[int], most: int) -> None:
    kept = thinned(steps, most)
    assert len(kept) == min(most, len(set(steps)))
    assert set(kept) <= set(steps)
    assert kept == sorted(kept)
    if kept:
        assert kept[-1] == max(steps)
