"""What a moving slider costs the window: what does not change is neither laid out nor painted again."""

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.arguments import Page
from app.explore.latent.latent_panel import LatentPanel
from app.window.main_window import MainWindow

SETTLING = 5
"""Turns of the event loop after which a window that was just shown has its final layout."""


class Events(QObject):
    """Layouts and paintings while it watches the whole application."""

    def __init__(self) -> None:
        super().__init__()
        self.laid_out: Counter[str] = Counter()
        self.painted: dict[QWidget, QRect] = {}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.laid_out[type(watched).__name__] += 1
        if isinstance(event, QPaintEvent) and isinstance(watched, QWidget):
            self.painted[watched] = event.region().boundingRect()
        return False


@pytest.fixture
def watched(window: MainWindow, qapp: QApplication) -> Callable[[Callable[[], object]], Events]:
    """Does something and returns what that led to."""

    def watch(act: Callable[[], object]) -> Events:
        for _ in range(SETTLING):
            qapp.processEvents()
        events = Events()
        qapp.installEventFilter(events)
        act()
        qapp.processEvents()
        qapp.removeEventFilter(events)
        return events

    return watch


@pytest.mark.parametrize("page", [Page.EXPLORE, Page.LAYERS])
def test_a_slider_lays_nothing_out(
    window: MainWindow, watched: Callable[[Callable[[], object]], Events], page: Page
) -> None:
    window.show_page(page)
    window.session.set_component(2, 0.5)  # the first movement leaves the seed, and the way from A to B
    events = watched(lambda: window.session.set_component(2, 0.75))
    allowed = {"ColourBar", "ChannelPanel", "QWidget", "PanelArea"} if page is Page.LAYERS else set()
    assert set(events.laid_out) <= allowed


def test_a_slider_repaints_its_row_and_the_length(
    window: MainWindow, watched: Callable[[Callable[[], object]], Events]
) -> None:
    window.session.set_component(2, 0.5)
    panel = window.panel("latent", LatentPanel)
    events = watched(lambda: window.session.set_component(2, 0.75))
    painted = events.painted
    assert painted[panel.table.viewport()].height() < 2 * panel.table.rowHeight(2)
    assert panel.norm_bar in painted and panel.norm_label in painted
    assert panel.seed_box not in painted and panel.filter not in painted


def test_the_latency_lays_nothing_out(window: MainWindow, watched: Callable[[Callable[[], object]], Events]) -> None:
    """Or the whole window was laid out anew five times a second."""
    label = window.status_bar.latency_label

    def tell() -> None:
        label.add(123.4)
        label._refresh()

    assert not watched(tell).laid_out and label.text().startswith("123.4 ms")
