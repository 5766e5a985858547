"""What drives a movement."""

from pytestqt.qtbot import QtBot

from app.widgets.frame_clock import FrameClock


def test_it_ticks_while_it_runs(qtbot: QtBot) -> None:
    clock, seconds = FrameClock(), list[float]()
    clock.ticked.connect(seconds.append)
    clock.run(True)
    qtbot.waitUntil(lambda: len(seconds) >= 3)
    clock.run(False)
    assert not clock.running and all(0 < each < 1 for each in seconds)
