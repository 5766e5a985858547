"""A generator on its way to the disk and back, against ``cp`` of its file."""

import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import numpy as np

from gan.model.checkpoint import load_generator, save_generator
from gan.model.config import ModelConfig
from gan.model.networks import Generator
from tests.benchmarks.rows import Row, by_turns

ROUNDS = 15
WRITING, READING = 2.0, 2.0


def rows() -> Iterator[Row]:
    """The default network for 64 px."""
    config = ModelConfig(64, 3)
    weights = Generator(config).state_dict()
    with tempfile.TemporaryDirectory() as folder:
        path, copy = Path(folder) / "ours.safetensors", Path(folder) / "copy"
        ways: dict[str, Callable[[], object]] = {
            "writing": lambda: save_generator(path, weights, config, {}),
            "copying to the disk": lambda: _run(f"cp {path} {copy} && sync {copy}"),
            "reading": lambda: load_generator(path),
            "copying": lambda: _run(f"cp {path} {copy}"),
        }
        found = by_turns({name: partial(_milliseconds, way) for name, way in ways.items()}, ROUNDS)
    took = {name: float(np.median(times)) for name, times in found.items()}
    yield Row("writing, until it is on the disk", took["writing"], took["copying to the disk"], WRITING, "ms")
    yield Row("reading, until it can draw", took["reading"], took["copying"], READING, "ms")


def _run(command: str) -> None:
    subprocess.run(command, shell=True, check=True)


def _milliseconds(way: Callable[[], object]) -> float:
    started = time.perf_counter()
    way()
    return 1000 * (time.perf_counter() - started)
