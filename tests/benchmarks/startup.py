"""From the start of the program to its window and first picture, against an empty window and ``import torch`` alone."""

import json
import subprocess
import sys
from collections.abc import Iterator

import numpy as np

from tests.benchmarks.rows import Row, by_turns
from tests.benchmarks.screen import on_a_screen

ROUNDS = 5
WINDOW, PICTURE = 1.5, 1.2

_OURS = "from tests.benchmarks.startup_probe import main; times = main()"
_EMPTY = """
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
window = QWidget()
window.resize(1280, 800)
window.show()
application.processEvents()
times = [time.time()]
"""
_TORCH = "import torch; times = [time.time()]"


def rows() -> Iterator[Row]:
    """All three in turn, after one round that warms the disk's cache."""
    ours: list[list[float]] = []

    def start() -> float:
        ours.append(_started(_OURS))
        return ours[-1][0]

    ways = {"window": start, "empty": lambda: _started(_EMPTY)[0], "torch": lambda: _started(_TORCH)[0]}
    found = {name: float(np.median(seconds)) for name, seconds in by_turns(ways, ROUNDS).items()}
    picture = float(np.median([times[1] for times in ours[1:]]))
    yield Row("window visible", found["window"], found["empty"], WINDOW, "s")
    yield Row("first picture", picture, found["torch"], PICTURE, "s")


def _started(script: str) -> list[float]:
    """Seconds from the start of a Python until each of the ``times`` (by the clock of all processes) in ``script``."""
    told = f"import json, sys, time\n{script}\nprint(json.dumps([t - float(sys.argv[1]) for t in times]))"
    shell = 'exec "$0" -c "$1" "$("$0" -c "import time; print(time.time())")"'
    command = on_a_screen(["sh", "-c", shell, sys.executable, told])
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    times: list[float] = json.loads(output.splitlines()[-1])
    return times
