"""Drags a slider in a real window and prints the milliseconds to each painted picture as JSON.

With the name of a layer, it is opened in the grid, and the times are those to the painted grid.
"""

import json
import math
import sys
import time

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, Qt, QTimer, Signal, SignalInstance
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView

from app.application import make_application, make_window
from app.arguments import Arguments, Page
from app.explore.latent.latent_model import Column
from app.layers.channels.channel_panel import ChannelPanel
from app.window.main_window import MainWindow

MOVES, WARM_UP = 300, 30
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


def main(model: str, page: str, layer: str = "") -> int:
    """300 movements of one slider, each after the picture of the one before."""
    application = make_application()
    window = make_window(Arguments(page=Page(page), size=(1280, 800)), remember=False)
    window.show()
    _wait_for(window.session.picture_shown, lambda: window.open(model))
    if layer:
        window.session.inspection.select_layer(layer)
    QTest.qWait(1500)
    watch = _GridWatch(window)
    print(json.dumps(_drag(window, watch.painted if layer else window.session.picture_shown)[WARM_UP:]))
    window.shut_down()
    application.quit()
    return 0


def _drag(window: MainWindow, painted: SignalInstance) -> list[float]:
    table = window.findChild(QTableView, "latent-table")
    assert table is not None
    cell = table.visualRect(table.model().index(2, Column.SLIDER))
    QTest.mousePress(table.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
    times = []
    for move in range(MOVES):
        x = cell.center().x() + round(cell.width() / 3 * math.sin(move / 9)) + move % 2
        started = time.perf_counter()
        _wait_for(painted, lambda x=x: QTest.mouseMove(table.viewport(), QPoint(x, cell.center().y())))
        times.append(1000 * (time.perf_counter() - started))
        QTest.qWait(PAUSE_MS)
    return times


def _wait_for(painted: SignalInstance, action) -> None:  # type: ignore[no-untyped-def]
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
