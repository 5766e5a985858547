"""The longest that the window's event loop stands still under a fast hand, against one full repaint of the window."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator

import numpy as np

from tests.benchmarks.rows import Row
from tests.benchmarks.screen import on_a_screen

TARGET = 3.0


def rows() -> Iterator[Row]:
    """Alone, and beside a run that the window started and follows."""
    for title, words in (("alone", []), ("beside training", ["train"])):
        with tempfile.TemporaryDirectory() as folder:
            command = on_a_screen([sys.executable, "-m", "tests.benchmarks.smoothness_probe", folder, *words])
            output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        found = json.loads(output.splitlines()[-1])
        repaint = float(np.median(found["repaints"]))
        yield Row(f"{title}, 99 of 100 ticks", float(np.percentile(found["late"], 99)), repaint, TARGET, "ms")
        yield Row(f"{title}, worst", max(found["late"]), repaint, TARGET, "ms")
