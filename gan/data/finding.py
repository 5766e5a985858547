"""Where the files of a named set may lie, and which of them is taken."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from gan import places
from gan.data.base import DataError, Wanted
from gan.data.downloads import download

T = TypeVar("T")

FOLDERS: Mapping[str, tuple[str, ...]] = {
    "mnist": ("mnist", "MNIST/raw", "MNIST"),
    "fashion-mnist": ("fashion-mnist", "FashionMNIST/raw", "FashionMNIST"),
    "kmnist": ("kmnist", "KMNIST/raw", "KMNIST"),
    "cifar10": (
        *("cifar10", "cifar10/cifar-10-batches-bin", "cifar-10-batches-bin"),
        *("cifar10/cifar-10-batches-py", "cifar-10-batches-py"),
    ),
    "svhn": ("svhn", "SVHN"),
    "celeba": ("celeba/img_align_celeba", "img_align_celeba"),
}
"""Folders that may hold a set's files, below a folder of data sets: our own and torchvision's layout."""


def find_or_download(name: str, wanted: Wanted, found_in: Callable[[Path], T | None], files: str) -> T:
    """What ``found_in`` finds in the first folder that has it; if none has, the set is downloaded.

    ``files`` tells people what is looked for. Raises :class:`DataError` if the set cannot be had.
    """
    found = _first(name, wanted, found_in)
    if found is not None:
        return found
    try:
        download(name, places.datasets_folder(), wanted)
    except DataError as error:
        raise DataError(_missing(name, wanted, files, str(error))) from error
    found = _first(name, wanted, found_in)
    if found is None:
        raise DataError(_missing(name, wanted, files, "what arrived is something else"))
    return found


def is_found(name: str, found_in: Callable[[Path], T | None]) -> bool:
    """Whether one of the usual folders has the set."""
    return any(found_in(folder) is not None for folder in _candidates(name, None))


def _first(name: str, wanted: Wanted, found_in: Callable[[Path], T | None]) -> T | None:
    for folder in _candidates(name, wanted.data_dir):
        found = found_in(folder)
        if found is not None:
            return found
    return None


def _candidates(name: str, data_dir: Path | None) -> Iterator[Path]:
    for base in _bases(data_dir):
        yield from (base / folder for folder in FOLDERS[name])
        if base == data_dir and not _belongs_to_another(name, base):
            yield base.resolve()


def _bases(data_dir: Path | None) -> Iterator[Path]:
    if data_dir is not None:
        yield data_dir
    yield places.datasets_folder()
    yield places.DEBIAN_DATASETS


def _belongs_to_another(name: str, data_dir: Path) -> bool:
    """Sets of one family have the same file names; then the folder's name must not be that of another."""
    folder = data_dir.resolve()
    called = folder.parent.name if folder.name == "raw" else folder.name
    return any(called == own.split("/")[0] for other, owns in FOLDERS.items() if other != name for own in owns)


def _missing(name: str, wanted: Wanted, files: str, reason: str) -> str:
    searched = ", ".join(map(str, _bases(wanted.data_dir)))
    target = places.datasets_folder() / FOLDERS[name][0]
    return (
        f"{name} is not on this computer (looked for {files} in {searched}) "
        f"and cannot be downloaded ({reason}); put the files into {target}, "
        "or choose another set such as sprites"
    )
