"""The files of SVHN, which are MATLAB's and read by torchvision with scipy."""

import importlib.util
from pathlib import Path
from typing import Any

import numpy.typing as npt

from gan.data.base import DataError, Images


def require_scipy() -> None:
    """Raises :class:`DataError` without it; torchvision would say so only after the download."""
    if importlib.util.find_spec("scipy") is None:
        raise DataError("svhn is stored in MATLAB files, which need scipy: pip install scipy")


def found_in(folder: Path) -> Path | None:
    """``folder`` if the training part lies in it."""
    return folder if _file(folder, "train").is_file() else None


def has_test_part(folder: Path) -> bool:
    """Whether the other part does, too."""
    return _file(folder, "test").is_file()


def read(folder: Path, part: str = "train") -> tuple[Images, npt.NDArray[Any]]:
    """Pictures and labels of one part. Raises :class:`DataError`."""
    from torchvision.datasets import SVHN

    try:
        pictures = SVHN(folder, part, download=False)
    except RuntimeError as error:
        raise DataError(f"{_file(folder, part)} is not the published file; fetch it again") from error
    return pictures.data, pictures.labels


def fetch(folder: Path) -> None:
    """The training part alone; torchvision's class would write it beside the folder of our layout."""
    from torchvision.datasets import SVHN, utils

    url, filename, md5 = SVHN.split_list["train"]
    utils.download_url(url, folder / "svhn", filename, md5)


def _file(folder: Path, part: str) -> Path:
    return folder / f"{part}_32x32.mat"
