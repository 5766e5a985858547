"""From the start of the program to its window and to the first picture, against a bare ``import torch``."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator

import numpy as np

from tests.benchmarks.screen import on_a_screen

ROUNDS = 5


def run() -> Iterator[str]:
    """Both in turn, after one round that warms the disk's cache."""
    windows, pictures, imports = [], [], []
    for number in range(ROUNDS + 1):
        window, picture = _start_window()
        bare = _import_torch()
        if number:
            windows.append(window)
            pictures.append(picture)
            imports.append(bare)
    yield f"window visible after {np.median(windows):.2f} s (worst {max(windows):.2f} s)"
    yield f"first picture after {np.median(pictures):.2f} s, a bare import torch takes {np.median(imports):.2f} s"
    ratios = [picture / bare for picture, bare in zip(pictures, imports, strict=True)]
    yield f"first picture / import torch: {np.median(ratios):.2f} (worst {max(ratios):.2f})"


def _start_window() -> tuple[float, float]:
    # The probe is told when it was started by the clock that all processes share.
    probe = "import sys, time; from tests.benchmarks.startup_probe import main; sys.exit(main(float(sys.argv[1])))"
    shell = 'exec "$0" -c "$1" "$("$0" -c "import time; print(time.time())")"'
    command = on_a_screen(["sh", "-c", shell, sys.executable, probe])
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    window, picture = json.loads(output.splitlines()[-1])
    return window, picture


def _import_torch() -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import torch"], check=True)
    return time.perf_counter() - started
