"""From a slider to the painted picture, in the real window with its Explore and Layers layouts."""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from gan.model.checkpoint import read_checkpoint, save_generator
from gan.model.config import ModelConfig
from gan.sources import find_model
from tests.benchmarks.machine import percentiles
from tests.benchmarks.screen import on_a_screen

WIDEST = 512


def run() -> Iterator[str]:
    """At 28 and 64 px, alone and beside a training run."""
    with tempfile.TemporaryDirectory() as folder:
        models = {"28 px": find_model("mnist").path, "64 px, ngf 64": _large_model(Path(folder))}
        for title, path in models.items():
            for page in ("explore", "layers"):
                alone = _probe(path, page)
                yield f"{title}, {page}: {percentiles(alone)}"
            wide = [block for block in read_checkpoint(path).config.blocks if block.shape[0] == WIDEST]
            for block in wide:
                grid = _probe(path, "layers", f"{block.name}.act")
                yield f"{title}, to the painted grid of {block.name}, {WIDEST} channels: {percentiles(grid)}"
            with _training(Path(folder) / title.split()[0]):
                yield f"{title}, explore, beside training: {percentiles(_probe(path, 'explore'))}"


def _large_model(folder: Path) -> Path:
    from gan.model.networks import Generator

    config = ModelConfig(64, 3)
    path = folder / "large.safetensors"
    save_generator(path, Generator(config).state_dict(), config, {})
    return path


def _probe(path: Path, *words: str) -> list[float]:
    command = on_a_screen([sys.executable, "-m", "tests.benchmarks.slider_probe", str(path), *words])
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    times: list[float] = json.loads(output.splitlines()[-1])
    return times


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
