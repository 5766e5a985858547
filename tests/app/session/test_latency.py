"""From a change of z to its painted picture."""

from app.session.latency import Stopwatch


def test_the_first_picture_had_to_wait_for_torch() -> None:
    stopwatch = Stopwatch()
    stopwatch.start(1)
    assert stopwatch.stop(1) is None
    stopwatch.start(2)
    measured = stopwatch.stop(2)
    assert measured is not None and measured >= 0


def test_what_was_overtaken_is_forgotten() -> None:
    stopwatch = Stopwatch()
    for generation in (1, 2, 3):
        stopwatch.start(generation)
    stopwatch.forget_before(2)
    assert [stopwatch.is_running(generation) for generation in (1, 2, 3)] == [False, True, True]
