import pytest

from gan.train import events
from gan.train.config import TrainConfig
from gan.train.course import Course
from tests.gan.tiny import step_logged


@pytest.fixture
def course(config: TrainConfig) -> Course:
    """At step 100 of a run of ten steps a second, in batches of 4."""
    course = Course(config)
    course.take([events.Started(0, "cpu", 256, 64, 120, None), events.SamplesReady(0, "samples/0.png")])
    course.take([step_logged(step) for step in range(10, 101, 10)])
    return course


def evaluated(step: int, value: float, space: str = "grey") -> events.Evaluated:
    return events.Evaluated(step, "fid", space, 2000, value, False)


def test_steps_pictures_and_seconds(course: Course) -> None:
    assert (course.step, course.pictures, course.seconds) == (100, 400, 10.0)
    course.take([events.Finished(103, 10.5)])
    assert (course.step, course.seconds) == (103, 10.5)


def test_small_sets_make_small_batches(config: TrainConfig) -> None:
    course = Course(config)
    course.take([events.Started(0, "cpu", 3, 1, 120, None), step_logged(10)])
    assert course.pictures == 30


def test_values_stand_at_the_time_of_their_snapshots(course: Course) -> None:
    course.take([evaluated(20, 9.0), evaluated(55, 4.0)])
    assert course.evaluated == [(2.0, 9.0), (5.5, 4.0)]
    assert course.quality == "FID (grey, 2,000 pictures)"


def test_values_of_another_kind_take_their_place(course: Course) -> None:
    course.take([evaluated(20, 9.0), evaluated(60, 2.0, "pixels")])
    assert course.evaluated == [(6.0, 2.0)]
    assert "pixels" in course.quality


def test_samples_by_time(course: Course) -> None:
    course.take([events.SamplesReady(40, "samples/40.png"), events.SamplesReady(90, "samples/90.png")])
    found = [course.grid_at(seconds) for seconds in (0, 3.9, 4.0, 100)]
    assert [grid.step if grid else None for grid in found] == [0, 0, 40, 90]


def test_without_samples_there_is_no_grid(config: TrainConfig) -> None:
    assert Course(config).grid_at(5) is None


def test_a_run_that_goes_on_from_an_older_state_forgets_what_came_after(course: Course) -> None:
    course.take([evaluated(30, 9.0), evaluated(80, 4.0), events.SamplesReady(90, "samples/90.png")])
    course.take([events.Started(50, "cpu", 256, 64, 120, None)])
    assert (course.step, course.seconds, course.evaluated) == (50, 5.0, [(3.0, 9.0)])
    assert [grid.step for grid in course.grids] == [0]
    course.take([events.StepLogged(60, 1, 9.0, 1, 1, 0.5, 0.5, 0.5, 64.0)])
    assert course.seconds_at(55) == 7.0


def test_what_a_course_does_not_show_changes_nothing(course: Course) -> None:
    assert not course.take([events.EpochEnded(2, 130, 13.0), events.Warned("mind")])
    assert course.take([events.Warned("mind"), step_logged(110)])
