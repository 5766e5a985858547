"""What the curves show."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.train.curves.curve_data import FIRST_CAPACITY, NAMES, CurveData, Values, running_mean
from gan.train import events
from gan.train.events import TrainEvent
from tests.gan.tiny import step_logged

MANY = 100_000


def started(step: int) -> events.Started:
    return events.Started(step, "cpu", 640, 10, None, None)


def data_of(*taken: TrainEvent) -> CurveData:
    data = CurveData()
    data.take(list(taken))
    return data


def naive_mean(values: Values, width: int) -> list[float]:
    """The same as :func:`running_mean`, one value after the other."""
    means = []
    for index in range(len(values)):
        reach = min(width, index, len(values) - 1 - index)
        known = [value for value in values[index - reach : index + reach + 1] if not math.isnan(value)]
        means.append(math.fsum(known) / len(known) if known else math.nan)
    return means


@given(
    values=st.lists(st.just(math.nan) | st.floats(-1000, 1000), max_size=60),
    width=st.integers(0, 70),
)
def test_running_mean_is_the_naive_one(values: list[float], width: int) -> None:
    array = np.array(values, np.float64)
    np.testing.assert_allclose(running_mean(array, width), naive_mean(array, width), atol=1e-9)


def test_a_running_mean_of_no_width_changes_nothing() -> None:
    values = np.array([3.0, np.nan, 5.0])
    assert np.array_equal(running_mean(values, 0), values, equal_nan=True)


def test_a_straight_line_stays_straight_to_its_ends() -> None:
    line = np.arange(50.0)
    np.testing.assert_allclose(running_mean(line, 10), line)


def test_a_gap_is_bridged_where_there_are_neighbours() -> None:
    means = running_mean(np.array([1.0, 2.0, np.nan, 4.0, 5.0]), 1)
    assert means.tolist() == [1.0, 1.5, 3.0, 4.5, 5.0]


def test_the_mean_of_many_values() -> None:
    values = np.random.default_rng(0).normal(1.0, 0.3, MANY)
    means = running_mean(values, 2000)
    assert means.shape == values.shape
    assert means[50_000] == pytest.approx(values[48_000:52_001].mean())
    assert means[7] == pytest.approx(values[:15].mean())


def test_rows_are_kept_in_order_as_they_grow() -> None:
    steps = range(1, 3 * FIRST_CAPACITY)
    data = CurveData()
    for step in steps:
        assert data.take([step_logged(step, d_loss=step / 7)])
    assert data.count == len(steps)
    assert np.array_equal(data.steps, steps)
    assert np.array_equal(data.values("d_loss", smooth=False), np.array(steps) / 7)


def test_each_metric_has_its_column() -> None:
    data = data_of(events.StepLogged(9, 0.1, 1.0, 1.5, 2.5, 0.6, 0.3, 0.2, 640.0))
    assert [data.values(name, smooth=False).tolist() for name in NAMES] == [[1.5], [2.5], [0.6], [0.3], [0.2]]


@pytest.mark.parametrize("odd", [math.inf, -math.inf, math.nan])
def test_what_cannot_be_drawn_becomes_a_gap(odd: float) -> None:
    data = data_of(*(step_logged(step, odd if step == 2 else 1.0) for step in range(1, 4)))
    assert np.array_equal(data.values("d_loss", smooth=False), [1.0, np.nan, 1.0], equal_nan=True)


@pytest.mark.parametrize("smooth", [False, True])
def test_no_rows_are_no_values(smooth: bool) -> None:
    assert CurveData().values("g_loss", smooth=smooth).shape == (0,)


def test_a_long_run_is_smoothed_more_widely() -> None:
    spike = [step_logged(step, d_loss=float(step == 500)) for step in range(1000)]
    means = data_of(*spike).values("d_loss", smooth=True)
    assert np.count_nonzero(np.round(means, 12)) == 2 * 20 + 1
    assert means.max() == pytest.approx(1 / 41)


def test_a_hundred_thousand_rows() -> None:
    data = data_of(*(step_logged(step, d_loss=step % 2) for step in range(MANY)))
    assert data.count == MANY and data.steps[-1] == MANY - 1
    assert data.values("d_loss", smooth=True)[MANY // 2] == pytest.approx(0.5, abs=0.001)


def test_marks_say_what_happened() -> None:
    data = data_of(
        started(0), step_logged(1), events.Paused(1), events.Resumed(1), step_logged(2), events.Stopped(2, 0.2)
    )
    assert data.marks == [(1, "paused"), (1, "resumed"), (2, "stopped")]
    assert data.take([events.Finished(3, 0.3)])
    assert data.marks[-1] == (3, "finished")


def test_every_acknowledgement_is_a_mark() -> None:
    scores = events.Scores(1.0, 1.0, 0.5, 0.5)
    data = data_of(
        events.SnapshotSaved(1, "a", 5),
        events.SnapshotSaved(2, "b"),
        events.LearningRatesChanged(3, 0.001, 0.0002, 6),
        events.StepTaken(4, "d", scores, scores, "a", "a", 7),
        events.Diagnosed(5, "d-wins", "D wins.", "Wait."),
    )
    assert data.marks == [
        (1, "snapshot saved"),
        (3, "learning rates: G 0.001, D 0.0002"),
        (4, "one step of D"),
        (5, "D wins."),
    ]


def test_what_curves_do_not_show_is_no_change() -> None:
    quiet: list[TrainEvent] = [
        started(0),
        events.SamplesReady(0, "a.png"),
        events.EpochEnded(1, 2, 0.1),
        events.Warned("hm"),
    ]
    assert not data_of().take(quiet)


def test_a_run_that_goes_on_from_an_older_state_forgets_what_was_lost() -> None:
    data = data_of(*(step_logged(step, 1.0) for step in range(10, 60, 10)), events.Paused(20), events.Resumed(45))
    assert data.take([started(30)])
    assert data.steps.tolist() == [10, 20, 30]
    assert data.marks == [(20, "paused")]
    data.take([step_logged(40, 2.0)])
    assert data.steps.tolist() == [10, 20, 30, 40]
    assert data.values("d_loss", smooth=False).tolist() == [1.0, 1.0, 1.0, 2.0]


def test_a_run_that_goes_on_where_it_stopped_forgets_nothing() -> None:
    data = data_of(step_logged(10), events.Stopped(12, 1.0))
    assert not data.take([started(12)])
    assert (data.count, data.marks) == (1, [(12, "stopped")])


def test_distances_to_real_pictures_are_kept_beside_the_steps() -> None:
    data = data_of(
        step_logged(10),
        events.Measured(10, {"swd": 4.5}),
        events.Measured(20, {"swd": 3.0}),
    )
    assert (data.distances, data.count) == ([(10, 4.5), (20, 3.0)], 1)
    assert data.take([started(15)])
    assert data.distances == [(10, 4.5)]
