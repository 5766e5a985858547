"""Packing a folder of pictures, against bare decoding by Pillow in as many processes."""

import multiprocessing
import os
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from gan.data.decoding import BATCH, MOST_WORKERS
from gan.data.packing import pack_folder
from gan.data.pictures import PictureFormat
from tests.benchmarks.rows import Row, by_turns

COUNT, SIDE, WANTED = 800, 400, 64
ROUNDS = 2
TARGET = 0.8


def rows() -> Iterator[Row]:
    """Photograph-like JPEG and PNG files of 400 px, to 64 px."""
    with tempfile.TemporaryDirectory() as folder:
        for suffix in ("jpg", "png"):
            pictures = Path(folder) / suffix
            _write(pictures, suffix)
            paths = [str(path) for path in sorted(pictures.iterdir())]
            ways = {"ours": lambda at=pictures: _packed(at), "bare": lambda of=paths: _decoded(of)}
            found = {name: float(np.median(rates)) for name, rates in by_turns(ways, ROUNDS).items()}
            yield Row(f"{COUNT:,} {suffix} files", found["ours"], found["bare"], TARGET, "pictures/s")


def _write(folder: Path, suffix: str) -> None:
    """Smooth ones with a little noise, as photographs are."""
    folder.mkdir()
    random = np.random.default_rng(0)
    for number in range(COUNT):
        coarse = Image.fromarray(random.integers(0, 256, (10, 10, 3), np.uint8)).resize((SIDE, SIDE))
        noise = random.integers(0, 12, (SIDE, SIDE, 3), np.uint8)
        Image.fromarray(np.asarray(coarse) // 2 + noise).save(folder / f"{number:05}.{suffix}")


def _packed(folder: Path) -> float:
    """Pictures a second, into a cache of its own."""
    with tempfile.TemporaryDirectory() as home, pytest.MonkeyPatch.context() as patch:
        patch.setenv("LATENTARIUM_HOME", home)
        started = time.perf_counter()
        pack_folder(folder, PictureFormat(WANTED, 3))
        return COUNT / (time.perf_counter() - started)


def _decoded(paths: list[str]) -> float:
    """Pictures a second, the start of the processes included."""
    started = time.perf_counter()
    workers = min(MOST_WORKERS, os.cpu_count() or 1)
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as pool:
        list(pool.map(_decode, paths, chunksize=BATCH))
    return COUNT / (time.perf_counter() - started)


def _decode(path: str) -> None:
    with Image.open(path) as image:
        image.convert("RGB")
