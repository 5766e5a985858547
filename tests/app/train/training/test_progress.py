"""How far a run is, from canned events."""

import pytest

from app.train.training.progress import Progress
from gan.train import events
from gan.train.events import TrainEvent


def started(step: int = 0, steps: int | None = None, seconds: float | None = None) -> events.Started:
    return events.Started(step, "cpu (1 thread)", 640, 10, steps, seconds)


def logged(step: int, elapsed: float, speed: float = 1000.0) -> events.StepLogged:
    return events.StepLogged(step, step / 10, elapsed, 1.0, 2.0, 0.6, 0.3, 0.2, speed)


def after(*taken: TrainEvent) -> Progress:
    progress = Progress()
    for event in taken:
        progress.take(event)
    return progress


@pytest.mark.parametrize("taken", [[], [started(steps=100)], [started(seconds=60)], [logged(5, 1.0)]])
def test_nothing_is_known_at_first(taken: list[TrainEvent]) -> None:
    progress = after(*taken)
    assert progress.fraction == 0
    assert progress.seconds_left is None


def test_before_the_first_step_there_is_nothing_to_say() -> None:
    assert after(started(steps=100)).text(True) == ""


def test_a_run_of_steps() -> None:
    progress = after(started(steps=400), logged(100, 30.0, 1050))
    assert progress.fraction == 0.25
    assert progress.seconds_left == pytest.approx(90)
    assert progress.text(True) == "epoch 10.0 · step 100 · 1,050 pictures/s · 1:30 left"


def test_a_run_of_minutes() -> None:
    progress = after(started(seconds=7200), logged(12_345, 3600.0))
    assert progress.fraction == 0.5
    assert progress.text(True) == "epoch 1234.5 · step 12,345 · 1,000 pictures/s · 1:00:00 left"


def test_the_nearer_limit_counts() -> None:
    assert after(started(steps=100, seconds=100), logged(10, 75.0)).fraction == 0.75
    assert after(started(steps=100, seconds=100), logged(90, 75.0)).fraction == 0.9


def test_a_run_without_a_limit_has_no_time_left() -> None:
    progress = after(started(), logged(100, 30.0))
    assert (progress.fraction, progress.seconds_left) == (0, None)
    assert progress.text(True) == "epoch 10.0 · step 100 · 1,000 pictures/s"


def test_the_end_is_all() -> None:
    progress = after(started(steps=100, seconds=10), logged(100, 11.0), events.Finished(100, 11.0))
    assert (progress.fraction, progress.seconds_left) == (1, 0)


def test_a_run_that_is_not_under_way_tells_how_long_it_took() -> None:
    assert after(started(steps=400), logged(100, 75.0)).text(False) == "epoch 10.0 · step 100 · trained for 1:15"


def test_a_run_that_goes_on_counts_all_of_its_time() -> None:
    progress = after(started(steps=200), logged(100, 50.0), events.Stopped(100, 50.0), started(100, steps=300))
    assert progress.fraction == pytest.approx(1 / 3)
    progress.take(logged(150, 75.0))
    assert progress.seconds_left == pytest.approx(75)


def test_the_speed_is_calm() -> None:
    progress = after(started(steps=400), logged(1, 0.1, 1000), logged(2, 0.2, 2000))
    assert "1,100 pictures/s" in progress.text(True)


def test_what_is_done_before_the_start_is_told() -> None:
    progress = Progress()
    progress.take(events.Preparing("packing pictures", 2500, 10_000))
    assert progress.fraction == 0.25 and progress.text(active=True) == "packing pictures: 2,500 of 10,000"
    assert progress.seconds_left is None
    progress.take(events.Started(0, "cpu", 10_000, 100, 1000, None))
    assert progress.fraction == 0 and progress.text(active=True) == ""
