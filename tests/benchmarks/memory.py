"""Peak memory of a trainer on Fashion-MNIST (or, where that is not at hand, on as many sprites)."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator

import psutil

from gan.places import DEBIAN_DATASETS, datasets_folder

STEPS = 150
MODEL = ("--image-size", "28", "--channels", "1", "--ngf", "64", "--ndf", "64")


def run() -> Iterator[str]:
    """A real training process, watched from outside."""
    for name in _sets():
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, "-m", "gan", "train", "--data", name, "--run", f"{folder}/run"]
            process = subprocess.Popen([*command, *MODEL, "--steps", str(STEPS)], stdout=subprocess.DEVNULL)
            peak = _peak(process)
        yield f"{name}: {peak / 2**20:.0f} MiB resident at most over {STEPS} steps"


def _sets() -> Iterator[str]:
    found = any((folder / "fashion-mnist").is_dir() for folder in (datasets_folder(), DEBIAN_DATASETS))
    yield "fashion-mnist" if found else "sprites"


def _peak(process: "subprocess.Popen[bytes]") -> int:
    peak, watched = 0, psutil.Process(process.pid)
    while process.poll() is None:
        try:
            peak = max(peak, watched.memory_info().rss)
        except psutil.NoSuchProcess:
            break
        try:
            process.wait(0.02)
        except subprocess.TimeoutExpired:
            continue
    if process.wait() != 0:
        raise RuntimeError("the trainer failed")
    return peak
