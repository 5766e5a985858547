"""Small data files for tests."""

import gzip
import struct
import zipfile
import zlib
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageCms

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


def write_deep(path: Path, low: int, high: int, size: int = 16) -> None:
    """A 16-bit grey ramp from ``low`` to ``high``, left to right."""
    ramp = np.linspace(low, high, size).round().astype(np.uint16)
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.tile(ramp, (size, 1))).save(path)


def deep_colour_png(values: npt.NDArray[np.uint16]) -> bytes:
    """A PNG with 16 bits a channel of (H, W, 3), which Pillow cannot write."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    height, width, _ = values.shape
    rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in values)
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 16, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def swapped_profile() -> bytes:
    """An ICC profile that means green by red and red by green."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for before, after in ((b"rXYZ", b"????"), (b"gXYZ", b"rXYZ"), (b"????", b"gXYZ")):
        profile = profile.replace(before, after, 1)
    return profile.replace("sRGB".encode("utf-16-be"), "swap".encode("utf-16-be"))


def write_zip(path: Path, folder: Path) -> None:
    """All files below ``folder``, by their paths there."""
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                archive.write(file, file.relative_to(folder).as_posix())
