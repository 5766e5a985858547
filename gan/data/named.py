"""The named sets: what they are, and how each one's own files are read."""

import importlib.util
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt

from gan.data import sprites
from gan.data.base import DataError, DataInfo, Images, ImageSet, Wanted
from gan.data.finding import find_or_download, is_found
from gan.data.idx import read_idx
from gan.data.packing import pack_folder

DIGITS = tuple("0123456789")
LABEL_NAMES: Mapping[str, tuple[str, ...]] = {
    "mnist": DIGITS,
    "fashion-mnist": (
        *("T-shirt", "trousers", "pullover", "dress", "coat"),
        *("sandal", "shirt", "sneaker", "bag", "ankle boot"),
    ),
    "kmnist": ("o", "ki", "su", "tsu", "na", "ha", "ma", "ya", "re", "wo"),
    "cifar10": ("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"),
    "svhn": DIGITS,
}
CIFAR_RECORD = 1 + 3 * 32 * 32
CELEBA_TRAINING = 162_770

_INFOS = (
    DataInfo(
        "sprites", "Sprites", sprites.IMAGE_SIZE, 3, True,
        "20,000 coloured shapes, drawn by this program from factors that are known; nothing to download.",
    ),
    DataInfo(
        "mnist", "MNIST", 28, 1, True,
        "60,000 handwritten digits by Y. LeCun, C. Cortes and C. Burges (CC BY-SA 3.0).",
    ),
    DataInfo(
        "fashion-mnist", "Fashion-MNIST", 28, 1, True,
        "60,000 grey pictures of clothes by Zalando Research (MIT licence).",
    ),
    DataInfo(
        "kmnist", "Kuzushiji-MNIST", 28, 1, True,
        "60,000 cursive Japanese characters by the Center for Open Data in the Humanities (CC BY-SA 4.0).",
    ),
    DataInfo(
        "cifar10", "CIFAR-10", 32, 3, True,
        "50,000 small photographs of ten kinds of things by A. Krizhevsky (2009; no licence stated).",
    ),
    DataInfo(
        "svhn", "Street View House Numbers", 32, 3, True,
        "73,257 digits cut from photographs of houses by Y. Netzer and others (non-commercial use only).",
    ),
    DataInfo(
        "celeba", "CelebA", 64, 3, False,
        "162,770 aligned faces by Z. Liu and others, cropped to the middle (non-commercial research only).",
    ),
)  # fmt: skip
NAMED_SETS: Mapping[str, DataInfo] = MappingProxyType({info.name: info for info in _INFOS})
"""Every set that has a name of its own, in the order in which people meet them."""

PICTURE_COUNTS: Mapping[str, int] = MappingProxyType(
    {
        "sprites": sprites.COUNT,
        "mnist": 60_000,
        "fashion-mnist": 60_000,
        "kmnist": 60_000,
        "cifar10": 50_000,
        "svhn": 73_257,
        "celeba": CELEBA_TRAINING,
    }
)
"""How many pictures the training part of each set holds."""


def load_named(name: str, wanted: Wanted) -> ImageSet:
    """The training part of a set; its size and channels may still have to be converted.

    Raises :class:`DataError` if it is not there and cannot be downloaded, or is damaged.
    """
    return _LOADERS[name](wanted)


def is_here(name: str) -> bool:
    """Whether a set needs no download."""
    if name not in _FOUND_BY:
        return True
    return is_found(name, _FOUND_BY[name])


def _load_sprites(wanted: Wanted) -> ImageSet:
    count = min(sprites.COUNT, wanted.limit or sprites.COUNT)
    images, factors = sprites.make_sprites(count, wanted.image_size, wanted.channels, report=wanted.report)
    return ImageSet(
        name="sprites",
        images=images,
        labels=factors["shape"],
        label_names=sprites.SHAPE_NAMES,
        factors=MappingProxyType(factors),
        source="drawn by this program",
    )


def _load_idx(name: str, wanted: Wanted) -> ImageSet:
    pictures_path, labels_path = find_or_download(name, wanted, _idx_pair, "train-images-idx3-ubyte(.gz)")
    images, labels = read_idx(pictures_path, 3), read_idx(labels_path, 1)
    if images.shape[1] != images.shape[2] or not images.size:
        raise DataError(f"{pictures_path} holds no square pictures (its sizes are {images.shape}); fetch it again")
    return _labelled(name, images[:, None], labels, wanted, pictures_path)


def _idx_pair(folder: Path) -> tuple[Path, Path] | None:
    pictures, labels = _idx_file(folder, "train-images", 3), _idx_file(folder, "train-labels", 1)
    return (pictures, labels) if pictures and labels else None


def _idx_file(folder: Path, part: str, dimensions: int) -> Path | None:
    names = (f"{part}{dot}idx{dimensions}-ubyte{end}" for dot in "-." for end in ("", ".gz"))
    return next((folder / name for name in names if (folder / name).is_file()), None)


def _load_cifar10(wanted: Wanted) -> ImageSet:
    folder = find_or_download("cifar10", wanted, _cifar10_folder, "cifar-10-batches-bin/data_batch_1.bin")
    images, labels = _read_cifar10_pickles(folder) if _has_pickles(folder) else _read_cifar10_binary(folder)
    return _labelled("cifar10", images, labels, wanted, folder)


def _cifar10_folder(folder: Path) -> Path | None:
    return folder if _cifar10_batches(folder)[0].is_file() or _has_pickles(folder) else None


def _cifar10_batches(folder: Path) -> list[Path]:
    return [folder / f"data_batch_{number}.bin" for number in range(1, 6)]


def _has_pickles(folder: Path) -> bool:
    return folder.name == "cifar-10-batches-py" and (folder / "data_batch_1").is_file()


def _read_cifar10_binary(folder: Path) -> tuple[Images, npt.NDArray[Any]]:
    """Records of a label and 32 x 32 red, then green, then blue values."""
    records = np.concatenate([_read_records(path) for path in _cifar10_batches(folder)])
    return records[:, 1:].reshape(-1, 3, 32, 32), records[:, 0]


def _read_records(path: Path) -> npt.NDArray[np.uint8]:
    try:
        values = np.fromfile(path, np.uint8)
    except OSError as error:
        raise DataError(f"cannot read {path}: {error.strerror or error}") from error
    if len(values) == 0 or len(values) % CIFAR_RECORD:
        raise DataError(f"{path} is cut off or no CIFAR-10 batch ({len(values)} bytes); fetch it again")
    return values.reshape(-1, CIFAR_RECORD)


def _read_cifar10_pickles(folder: Path) -> tuple[Images, npt.NDArray[Any]]:
    """torchvision unpickles them, but only after their MD5 sums proved that they are the published ones."""
    from torchvision.datasets import CIFAR10

    try:
        pictures = CIFAR10(folder.parent, download=False)
    except RuntimeError as error:
        raise DataError(f"the files in {folder} are not the published CIFAR-10 ones; fetch them again") from error
    return np.asarray(pictures.data).transpose(0, 3, 1, 2), np.asarray(pictures.targets)


def _load_svhn(wanted: Wanted) -> ImageSet:
    if importlib.util.find_spec("scipy") is None:  # torchvision would say so only after the download
        raise DataError("svhn is stored in MATLAB files, which need scipy: pip install scipy")
    folder = find_or_download("svhn", wanted, _svhn_folder, "train_32x32.mat")
    from torchvision.datasets import SVHN

    try:
        pictures = SVHN(folder, "train", download=False)
    except RuntimeError as error:
        raise DataError(f"{folder / 'train_32x32.mat'} is not the published file; fetch it again") from error
    return _labelled("svhn", pictures.data, pictures.labels, wanted, folder)


def _svhn_folder(folder: Path) -> Path | None:
    return folder if (folder / "train_32x32.mat").is_file() else None


def _load_celeba(wanted: Wanted) -> ImageSet:
    """The aligned pictures are 178 x 218, so the middle square is 178; the training part comes first."""
    folder = find_or_download("celeba", wanted, _celeba_folder, "img_align_celeba/000001.jpg")
    pack = pack_folder(
        folder,
        wanted.image_size,
        wanted.channels,
        limit=min(CELEBA_TRAINING, wanted.limit or CELEBA_TRAINING),
        progress=wanted.progress,
        cancelled=wanted.cancelled,
    )
    return ImageSet("celeba", pack.images, source=str(folder), unreadable=pack.unreadable)


def _celeba_folder(folder: Path) -> Path | None:
    return folder if (folder / "000001.jpg").is_file() else None


def _labelled(name: str, images: Images, labels: npt.NDArray[Any], wanted: Wanted, source: Path) -> ImageSet:
    if len(images) != len(labels):
        raise DataError(f"{source} has {len(images)} pictures but {len(labels)} labels; fetch it again")
    names = LABEL_NAMES[name]
    if labels.max() >= len(names):
        raise DataError(
            f"{source} has the label {labels.max()}, but {name} has only {len(names)} kinds; fetch it again"
        )
    chosen = np.array(images[: wanted.limit], np.uint8, order="C")
    return ImageSet(name, chosen, labels[: wanted.limit].astype(np.int64), names, source=str(source))


_FOUND_BY: Mapping[str, Callable[[Path], object | None]] = {
    "mnist": _idx_pair,
    "fashion-mnist": _idx_pair,
    "kmnist": _idx_pair,
    "cifar10": _cifar10_folder,
    "svhn": _svhn_folder,
    "celeba": _celeba_folder,
}

_LOADERS: Mapping[str, Callable[[Wanted], ImageSet]] = {
    "sprites": _load_sprites,
    "mnist": partial(_load_idx, "mnist"),
    "fashion-mnist": partial(_load_idx, "fashion-mnist"),
    "kmnist": partial(_load_idx, "kmnist"),
    "cifar10": _load_cifar10,
    "svhn": _load_svhn,
    "celeba": _load_celeba,
}
