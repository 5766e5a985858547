"""Peak memory of a trainer on many pictures, against one on few.

Pages of files that are mapped do not count: they are the system's copy of the disk, which it takes back when memory is
short. What is left is what the trainer has for itself.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import psutil

from tests.benchmarks.rows import Row

FEW, MANY = 2_000, 60_000
SIDE = 32
TARGET = 1.05
_NETWORK = ("--image-size", str(SIDE), "--channels", "3", "--ngf", "4", "--ndf", "4")
_STEPS = ("--batch-size", "256", "--steps", "200")


def rows() -> Iterator[Row]:
    """Real training processes, watched from outside; 60,000 of these pictures are 184 MB."""
    with tempfile.TemporaryDirectory() as folder:
        many, few = (_peak_of(Path(folder), count) / 2**20 for count in (MANY, FEW))
    yield Row(f"training on {MANY:,} pictures beside {FEW:,}", many, few, TARGET, "MiB")


def _peak_of(folder: Path, count: int) -> int:
    """In bytes, for a run in ``folder`` with ``count`` pictures."""
    pictures = folder / f"{count}.npy"
    np.save(pictures, np.random.default_rng(0).integers(0, 256, (count, SIDE, SIDE, 3), np.uint8))
    command = [sys.executable, "-m", "gan", "train", "--data", str(pictures), "--run", str(folder / f"run-{count}")]
    return _peak(subprocess.Popen([*command, *_NETWORK, *_STEPS], stdout=subprocess.DEVNULL))


def _peak(process: "subprocess.Popen[bytes]") -> int:
    peak, watched = 0, psutil.Process(process.pid)
    while process.poll() is None:
        try:
            memory = watched.memory_info()
            peak = max(peak, memory.rss - getattr(memory, "shared", 0))
        except psutil.NoSuchProcess:
            break
        try:
            process.wait(0.02)
        except subprocess.TimeoutExpired:
            continue
    if process.wait() != 0:
        raise RuntimeError("the trainer failed")
    return peak
