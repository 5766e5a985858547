"""The files of CIFAR-10: its binary batches, or torchvision's pickled ones."""

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from gan.data.base import DataError, Images

RECORD = 1 + 3 * 32 * 32
"""Bytes of a label and 32 x 32 red, then green, then blue values."""
_TEST = "test_batch.bin"


def found_in(folder: Path) -> Path | None:
    """``folder`` if the training part lies in it."""
    return folder if _batches(folder)[0].is_file() or _has_pickles(folder) else None


def has_test_part(folder: Path) -> bool:
    """Whether the other part does, too."""
    return _has_pickles(folder) or (folder / _TEST).is_file()


def read(folder: Path, *, train: bool = True) -> tuple[Images, npt.NDArray[Any]]:
    """Pictures and labels of one part. Raises :class:`DataError`."""
    if _has_pickles(folder):
        return _read_pickles(folder, train)
    return _read_binary(_batches(folder) if train else [folder / _TEST])


def _batches(folder: Path) -> list[Path]:
    return [folder / f"data_batch_{number}.bin" for number in range(1, 6)]


def _has_pickles(folder: Path) -> bool:
    return folder.name == "cifar-10-batches-py" and (folder / "data_batch_1").is_file()


def _read_binary(batches: list[Path]) -> tuple[Images, npt.NDArray[Any]]:
    records = np.concatenate([_read_records(path) for path in batches])
    return records[:, 1:].reshape(-1, 3, 32, 32), records[:, 0]


def _read_records(path: Path) -> npt.NDArray[np.uint8]:
    try:
        values = np.fromfile(path, np.uint8)
    except OSError as error:
        raise DataError(f"cannot read {path}: {error.strerror or error}") from error
    if len(values) == 0 or len(values) % RECORD:
        raise DataError(f"{path} is cut off or no CIFAR-10 batch ({len(values)} bytes); fetch it again")
    return values.reshape(-1, RECORD)


def _read_pickles(folder: Path, train: bool) -> tuple[Images, npt.NDArray[Any]]:
    """torchvision unpickles them, but only after their MD5 sums proved that they are the published ones."""
    from torchvision.datasets import CIFAR10

    try:
        pictures = CIFAR10(folder.parent, train, download=False)
    except RuntimeError as error:
        raise DataError(f"the files in {folder} are not the published CIFAR-10 ones; fetch them again") from error
    return np.asarray(pictures.data).transpose(0, 3, 1, 2), np.asarray(pictures.targets)
