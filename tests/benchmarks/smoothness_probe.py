"""Moves z in a real window and prints how late a 5 ms timer came, each time, in ms as JSON."""

import json
import os
import sys
import time

import numpy as np
from PySide6.QtCore import QEventLoop, Qt, QTimer

from app.application import make_application, make_window
from app.arguments import Arguments, Page
from app.window.main_window import MainWindow
from gan.model.config import ModelConfig
from gan.train.config import TrainConfig

TICK_MS = 5
SECONDS = 20.0
CONFIG = TrainConfig(
    data="sprites", epochs=None, minutes=5, snapshot_seconds=2, model=ModelConfig(32, 3, ngf=32, ndf=32)
)


def main(home: str, train: bool) -> int:
    """For twenty seconds z moves at every tick, as under a fast hand."""
    os.environ["LATENTARIUM_HOME"] = home
    application = make_application()
    window = make_window(Arguments(page=Page.TRAIN if train else Page.EXPLORE, size=(1280, 800)), remember=False)
    window.show()
    window.open_first(None)
    _wait(window.session.picture_shown)
    if train:
        window.workspace.runs.start(CONFIG)
        _wait(window.workspace.runs.controller.arrived)
        _wait_ms(15_000)  # until torch is loaded there and training is under way
    print(json.dumps(_late(window)))
    window.workspace.runs.controller.stop()
    while window.workspace.runs.controller.is_busy:  # its folder is deleted next
        _wait(window.workspace.runs.controller.phase_changed)
    window.shut_down()
    application.quit()
    return 0


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


def _wait(signal) -> None:  # type: ignore[no-untyped-def]
    loop = QEventLoop()
    signal.connect(loop.quit)
    guard = QTimer(singleShot=True, interval=60_000)
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
