"""Drags a slider in a real window, by turns with a bare forward pass and a bare window, and prints seconds as JSON.

``{"ours": [to each painted picture], "floor": [forward + paint]}``. With the name of a layer, it is opened in the grid,
and the times are those to the painted grid. Ours must repaint many places of the Layers page, and so does the floor.
"""

import json
import math
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, QRect, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from app.application import make_application, make_window
from app.arguments import Arguments, Page
from app.explore.latent.latent_model import Column
from app.explore.picture.picture_panel import PicturePanel
from app.layers.channels.channel_panel import ChannelPanel
from app.widgets.qimages import for_the_screen
from app.window.main_window import MainWindow
from gan.sources import find_model
from tests.benchmarks.floor_window import BareForward, BareWindow

WARM_UP, MOVES = 30, 240
PAUSE_MS = 4


class _GridWatch(QObject):
    """Says when the grid has been painted with maps that came after the painting before."""

    painted = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._fresh = False
        window.session.rendered.connect(self._note)
        self._viewport = window.panel("channels", ChannelPanel).grid.viewport()
        self._viewport.installEventFilter(self)

    def _note(self) -> None:
        self._fresh = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and self._fresh:
            self._fresh = False
            QTimer.singleShot(0, self.painted.emit)  # which comes when the painting is done
        return False


class _Changes(QObject):
    """What is painted in a window while this watches."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window, self.region = window, QRegion()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent) and isinstance(watched, QWidget) and watched.window() is self._window:
            self.region |= event.region().translated(watched.mapTo(self._window, QPoint(0, 0)))
        return False


class _Slider:
    """One slider of ``window``, held by the mouse; ``painted`` says when what it changes is on the screen."""

    def __init__(self, window: MainWindow, painted: SignalInstance) -> None:
        table = window.findChild(QTableView, "latent-table")
        assert table is not None
        self._viewport, self._painted, self._moves = table.viewport(), painted, 0
        self._cell = table.visualRect(table.model().index(2, Column.SLIDER))
        QTest.mousePress(self._viewport, Qt.MouseButton.LeftButton, pos=self._cell.center())

    def seconds_of_a_move(self) -> float:
        """Until its picture is painted."""
        centre = self._cell.center()
        x = centre.x() + round(self._cell.width() / 3 * math.sin(self._moves / 9)) + self._moves % 2
        self._moves += 1
        started = time.perf_counter()
        _wait_for(self._painted, lambda: QTest.mouseMove(self._viewport, QPoint(x, centre.y())))
        return time.perf_counter() - started


def main(model: str, page: str, threads: str, layer: str = "") -> int:
    """240 movements of one slider by turns with the floor; ``threads`` are the numbers of them that the floor tries."""
    application = make_application()
    window = make_window(Arguments(page=Page(page), size=(1280, 800)), remember=False)
    window.show()
    _wait_for(window.session.picture_shown, lambda: window.open(model))
    if layer:
        window.session.inspection.select_layer(layer)
    QTest.qWait(1500)
    watch = _GridWatch(window)
    slider = _Slider(window, watch.painted if layer else window.session.picture_shown)
    places = _changed(window, slider) if page == Page.LAYERS else [_picture_place(window)]
    forward = BareForward(find_model(model).path, [int(count) for count in threads.split(",")])
    print(json.dumps(_by_turns(slider, forward, _bare(window, places))))
    window.shut_down()
    application.quit()
    return 0


def _by_turns(slider: _Slider, forward: BareForward, bare: BareWindow) -> dict[str, list[float]]:
    """One of each after the other, at the same pace: what has not run for a moment is slower."""
    found: dict[str, list[float]] = {"ours": [], "floor": []}
    for _ in range(WARM_UP + MOVES):
        found["ours"].append(slider.seconds_of_a_move())
        QTest.qWait(PAUSE_MS)
        found["floor"].append(forward.seconds() + bare.seconds_of_painting())
        QTest.qWait(PAUSE_MS)
    return {whose: seconds[WARM_UP:] for whose, seconds in found.items()}


def _picture_place(window: MainWindow) -> QRect:
    view = window.panel("picture", PicturePanel).view
    return view.picture_rect().translated(view.mapTo(window, QPoint(0, 0)))


def _changed(window: MainWindow, slider: _Slider) -> list[QRect]:
    """The places that a movement paints."""
    changes, application = _Changes(window), QApplication.instance()
    assert application is not None
    application.installEventFilter(changes)
    slider.seconds_of_a_move()
    application.removeEventFilter(changes)
    return list(changes.region)  # type: ignore[call-overload]


def _bare(window: MainWindow, places: list[QRect]) -> BareWindow:
    picture = window.panel("picture", PicturePanel).view.image
    bare = BareWindow(window.size(), places, for_the_screen(picture))
    bare.show()
    QTest.qWait(200)
    return bare


def _wait_for(painted: SignalInstance, action: Callable[[], object]) -> None:
    loop = QEventLoop()
    painted.connect(loop.quit)
    QTimer.singleShot(0, action)
    guard = QTimer(singleShot=True, interval=20_000)
    guard.timeout.connect(lambda: sys.exit("no picture came"))
    guard.start()
    loop.exec()
    painted.disconnect(loop.quit)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
