"""Who collects Python's garbage, and when."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from app.work.garbage import LOOK_MS, GarbageCollector


@pytest.fixture
def collector(qapp: QCoreApplication) -> Iterator[GarbageCollector]:
    gc.enable()
    collector = GarbageCollector(qapp)
    collector.settle()
    yield collector
    collector.deleteLater()
    gc.unfreeze()


class Cycle:
    """Holds itself."""

    def __init__(self, gone: list[threading.Thread]) -> None:
        self.itself, self._gone = self, gone

    def __del__(self) -> None:
        self._gone.append(threading.current_thread())


def test_it_is_this_thread_that_collects(collector: GarbageCollector, qtbot: QtBot) -> None:
    gone: list[threading.Thread] = []
    kept: list[list[object]] = []
    Cycle(gone)
    other = threading.Thread(target=lambda: kept.extend([] for _ in range(20_000)))
    other.start()
    other.join()
    assert not gone, "the other thread made enough objects to collect ten times"
    qtbot.waitUntil(lambda: bool(gone), timeout=5000)
    assert gone == [threading.current_thread()]


def test_all_are_looked_through_once_many_are_new(collector: GarbageCollector) -> None:
    gone: list[threading.Thread] = []
    cycle = Cycle(gone)
    gc.collect()
    kept: list[list[object]] = []
    del cycle
    for _ in range(400):
        kept.extend([] for _ in range(3000))
        collector.collect()
    assert gone, "what was old already"


def test_the_program_itself_is_looked_through_for_another_window_alone(collector: GarbageCollector) -> None:
    gone: list[threading.Thread] = []
    cycle = Cycle(gone)
    collector.settle()
    del cycle
    gc.collect()
    assert not gone, "it was there when the window had settled"
    collector.settle()
    assert gone == [threading.current_thread()]


def test_nothing_is_collected_before_the_window_has_settled(qapp: QCoreApplication, qtbot: QtBot) -> None:
    collector = GarbageCollector(qapp)
    gone: list[threading.Thread] = []
    Cycle(gone)
    kept: list[list[object]] = [[] for _ in range(5000)]
    qtbot.wait(2 * LOOK_MS)
    assert not gone and len(kept) == 5000
    collector.deleteLater()
