"""From a slider to the painted picture, against the bare forward pass on the fastest threads and a bare paint.

On the Layers page the bare window paints all places that a movement changes there.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from gan.model.checkpoint import read_checkpoint, save_generator
from gan.model.config import ModelConfig
from gan.sources import find_model
from tests.benchmarks.rows import Row
from tests.benchmarks.screen import on_a_screen

WIDEST = 512
EXPLORE, LAYERS, BESIDE_TRAINING = 1.5, 2.0, 2.0


def rows() -> Iterator[Row]:
    """At 28 and 64 px, alone and beside a training run."""
    with tempfile.TemporaryDirectory() as folder:
        models = {"28 px": find_model("mnist").path, "64 px": _large_model(Path(folder))}
        for title, path in models.items():
            yield from _rows(f"{title}, Explore", _probe(path, "explore"), EXPLORE)
            yield from _rows(f"{title}, Layers", _probe(path, "layers"), LAYERS)
            for block in _widest(path):
                what = f"{title}, Layers, {WIDEST} channels of {block}"
                yield from _rows(what, _probe(path, "layers", f"{block}.act"), LAYERS)
            with _training(Path(folder) / title.split()[0]):
                yield from _rows(f"{title}, Explore, beside training", _probe(path, "explore"), BESIDE_TRAINING)


def _rows(name: str, seconds: dict[str, list[float]], target: float) -> Iterator[Row]:
    """What half of the movements take at most, and what 19 of 20 do."""
    for what, share in (("median", 50), ("p95", 95)):
        ours, floor = (1000 * float(np.percentile(seconds[whose], share)) for whose in ("ours", "floor"))
        yield Row(f"{name}, {what}", ours, floor, target, "ms")


def _widest(path: Path) -> Iterator[str]:
    return (block.name for block in read_checkpoint(path).config.blocks if block.shape[0] == WIDEST)


def _large_model(folder: Path) -> Path:
    from gan.model.networks import Generator

    config = ModelConfig(64, 3)
    path = folder / "large.safetensors"
    save_generator(path, Generator(config).state_dict(), config, {})
    return path


def _probe(path: Path, page: str, *layer: str) -> dict[str, list[float]]:
    threads = ",".join(map(str, sorted({1, os.cpu_count() or 1})))
    command = on_a_screen([sys.executable, "-m", "tests.benchmarks.slider_probe", str(path), page, threads, *layer])
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    seconds: dict[str, list[float]] = json.loads(output.splitlines()[-1])
    return seconds


class _training:  # noqa: N801  (reads as a statement)
    """A real training run beside, as the window starts it: a process of its own with lower priority."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", "gan", "train", "--data", "sprites", "--run", str(folder)]
        command += ["--image-size", "64", "--minutes", "10"]
        nice = [shutil.which("nice") or "nice", "-n", "10"]
        self._process = subprocess.Popen([*nice, *command], stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> None:
        assert self._process.stdout is not None
        self._process.stdout.readline()

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
