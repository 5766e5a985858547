"""How long the window's event loop is blocked while sliders are dragged, with a training run beside it."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator

from tests.benchmarks.machine import percentiles
from tests.benchmarks.screen import on_a_screen


def run() -> Iterator[str]:
    """Alone, and beside a run that the window started and follows."""
    for title, words in (("alone", []), ("beside training", ["train"])):
        with tempfile.TemporaryDirectory() as folder:
            command = on_a_screen([sys.executable, "-m", "tests.benchmarks.smoothness_probe", folder, *words])
            output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            late = json.loads(output.splitlines()[-1])
            yield f"{title}: a 5 ms timer of the window came late by {percentiles(late)}"
