"""Drags a slider in a real window and prints the milliseconds to each painted picture as JSON."""

import json
import math
import sys
import time

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView

from app.application import make_application, make_window
from app.arguments import Arguments, Page
from app.explore.latent_model import Column
from app.main_window import MainWindow

MOVES, WARM_UP = 300, 30
PAUSE_MS = 4


def main(model: str, page: str) -> int:
    """300 movements of one slider, each after the picture of the one before."""
    application = make_application()
    window = make_window(Arguments(page=Page(page), size=(1280, 800)), remember=False)
    window.show()
    _wait_for_picture(window, lambda: window.open(model))
    QTest.qWait(1500)
    print(json.dumps(_drag(window)[WARM_UP:]))
    window.shut_down()
    application.quit()
    return 0


def _drag(window: MainWindow) -> list[float]:
    table = window.findChild(QTableView, "latent-table")
    assert table is not None
    cell = table.visualRect(table.model().index(2, Column.SLIDER))
    QTest.mousePress(table.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
    times = []
    for move in range(MOVES):
        x = cell.center().x() + round(cell.width() / 3 * math.sin(move / 9)) + move % 2
        started = time.perf_counter()
        _wait_for_picture(window, lambda x=x: QTest.mouseMove(table.viewport(), QPoint(x, cell.center().y())))
        times.append(1000 * (time.perf_counter() - started))
        QTest.qWait(PAUSE_MS)
    return times


def _wait_for_picture(window: MainWindow, action) -> None:  # type: ignore[no-untyped-def]
    loop = QEventLoop()
    window.session.picture_shown.connect(loop.quit)
    QTimer.singleShot(0, action)
    guard = QTimer(singleShot=True, interval=20_000)
    guard.timeout.connect(lambda: sys.exit("no picture came"))
    guard.start()
    loop.exec()
    window.session.picture_shown.disconnect(loop.quit)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
