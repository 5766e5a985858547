"""Moves z in a real window and prints, in ms as JSON, how late a 5 ms timer came each time and what a repaint takes."""

import json
import os
import sys
import time

import numpy as np
from PySide6.QtCore import QEventLoop, Qt, QTimer, SignalInstance

from app.application import make_application, make_window
from app.arguments import Arguments, Page
from app.window.main_window import MainWindow
from gan.model.config import ModelConfig
from gan.train.config import TrainConfig

TICK_MS = 5
ROUNDS, SECONDS, REPAINTS = 5, 3.0, 8
CONFIG = TrainConfig(
    data="sprites", epochs=None, minutes=5, snapshot_seconds=2, model=ModelConfig(32, 3, ngf=32, ndf=32)
)


def main(home: str, train: bool) -> int:
    """In turn z moves at every tick, as under a fast hand, and all of the window is painted anew."""
    os.environ["LATENTARIUM_HOME"] = home
    application = make_application()
    window = make_window(Arguments(page=Page.TRAIN if train else Page.EXPLORE, size=(1280, 800)), remember=False)
    window.show()
    window.open_first(None)
    _wait(window.session.picture_shown)
    if train:
        window.workspace.runs.start(CONFIG)
        _wait(window.workspace.runs.controller.arrived)
        _wait_ms(10_000)  # until torch is loaded there and training is under way
    late, repaints = [], []
    for number in range(ROUNDS + 1):
        repaints += _repaints(window)
        found = _late(window)
        late += found if number else []
    print(json.dumps({"late": late, "repaints": repaints}))
    _end(window)
    application.quit()
    return 0


def _end(window: MainWindow) -> None:
    controller = window.workspace.runs.controller
    controller.stop()
    while controller.is_busy:  # its folder is deleted next
        _wait(controller.phase_changed)
    window.shut_down()


def _repaints(window: MainWindow) -> list[float]:
    found = []
    for _ in range(REPAINTS):
        started = time.perf_counter()
        window.repaint()
        found.append(1000 * (time.perf_counter() - started))
    return found


def _late(window: MainWindow) -> list[float]:
    late: list[float] = []
    last = time.perf_counter()
    z = window.session.z
    direction = np.random.default_rng(0).standard_normal(z.shape).astype(np.float32)

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        late.append(max(0.0, 1000 * (now - last) - TICK_MS))
        last = now
        if len(window.session.z) == len(direction):
            window.session.set_z(z + direction * float(np.sin(now)))

    timer = QTimer(interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start()
    _wait_ms(round(1000 * SECONDS))
    timer.stop()
    return late


def _wait(signal: SignalInstance) -> None:
    loop = QEventLoop()
    signal.connect(loop.quit)
    guard = QTimer(singleShot=True, interval=180_000)
    guard.timeout.connect(lambda: sys.exit("nothing came"))
    guard.start()
    loop.exec()
    signal.disconnect(loop.quit)


def _wait_ms(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], "train" in sys.argv[2:]))
