"""Small data files for tests."""

import gzip
import struct
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image

Values = npt.NDArray[np.uint8]


def idx_bytes(values: Values) -> bytes:
    """``values`` in the idx format."""
    return struct.pack(f">BBBB{values.ndim}I", 0, 0, 8, values.ndim, *values.shape) + values.tobytes()


def write_digits(folder: Path, count: int = 12, *, zipped: bool = True, seed: int = 0) -> tuple[Values, Values]:
    """The two idx files of a small training set."""
    random = np.random.default_rng(seed)
    images = random.integers(0, 256, (count, 28, 28), np.uint8)
    labels = (np.arange(count) % 10).astype(np.uint8)
    folder.mkdir(parents=True, exist_ok=True)
    for name, values in (("train-images-idx3-ubyte", images), ("train-labels-idx1-ubyte", labels)):
        contents = idx_bytes(values)
        path = folder / (f"{name}.gz" if zipped else name)
        path.write_bytes(gzip.compress(contents) if zipped else contents)
    return images, labels


def write_picture(path: Path, colour: tuple[int, int, int] = (200, 30, 60), size: tuple[int, int] = (40, 30)) -> None:
    """A picture of one colour."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, colour).save(path)


def write_pictures(folder: Path, count: int) -> list[tuple[int, int, int]]:
    """``count`` PNGs that can be told apart by their colours, in the order of their names."""
    colours = [((37 * number) % 256, (91 * number) % 256, number % 256) for number in range(count)]
    for number, colour in enumerate(colours):
        write_picture(folder / f"{number:05d}.png", colour, (8, 8))
    return colours
