"""The milliseconds in the status bar."""

from pytestqt.qtbot import QtBot

from app.window.latency_label import KEPT, LatencyLabel


def test_the_median_of_the_newest_measurements(qtbot: QtBot) -> None:
    label = LatencyLabel()
    qtbot.addWidget(label)
    for value in [500.0] * KEPT + [3.0] * (KEPT // 2) + [7.04] * (KEPT // 2 + 1):
        label.add(value)
    assert label.text() == ""
    qtbot.waitUntil(lambda: label.text() == "7.0 ms to the picture")
