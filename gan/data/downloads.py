"""Named sets from the network, by torchvision, which checks what arrives against known MD5 sums."""

import http.client
import socket
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from gan.data.base import DataError, Wanted

SILENCE_SECONDS = 30.0
REASON_LENGTH = 200
CIFAR10_BINARY = (
    "https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz",
    "c32a1d4ab5d03f1284b67883e8d87530",
)
"""The version without pickles, which torchvision has no class for."""

_FAILURES = (
    *(ImportError, RuntimeError, OSError, EOFError, zlib.error),
    *(http.client.HTTPException, tarfile.TarError, zipfile.BadZipFile),
)


def download(name: str, folder: Path, wanted: Wanted) -> None:
    """Fetch the set called ``name`` into ``folder``, in torchvision's layout.

    Raises :class:`DataError` with the reason alone, which the caller puts into a sentence.
    """
    wanted.report(f"downloading {name}", 0, 0)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _reporting(name, wanted):
            _fetch(name, folder)
    except _FAILURES as error:
        raise DataError(_reason(error)) from error


def _fetch(name: str, folder: Path) -> None:
    from torchvision import datasets
    from torchvision.datasets import utils

    match name:
        case "mnist":
            datasets.MNIST(folder, download=True)
        case "fashion-mnist":
            datasets.FashionMNIST(folder, download=True)
        case "kmnist":
            datasets.KMNIST(folder, download=True)
        case "cifar10":
            url, md5 = CIFAR10_BINARY
            utils.download_and_extract_archive(url, folder / "cifar10", md5=md5, remove_finished=True)
        case "svhn":
            url, filename, md5 = datasets.SVHN.split_list["train"]
            utils.download_url(url, folder / "svhn", filename, md5)
        case "celeba":
            datasets.CelebA(folder, download=True)
        case _:
            raise RuntimeError("no address is known for it")


@contextmanager
def _reporting(name: str, wanted: Wanted) -> Iterator[None]:
    """Turn torchvision's progress bars into calls of ``wanted.progress``; give up a silent connection."""
    from torchvision.datasets import utils

    bars, silence = utils.tqdm, socket.getdefaulttimeout()
    utils.tqdm = partial(_Bar, partial(wanted.report, f"downloading {name}"))
    socket.setdefaulttimeout(SILENCE_SECONDS)
    try:
        yield
    finally:
        utils.tqdm = bars
        socket.setdefaulttimeout(silence)


class _Bar:
    """As much of tqdm as torchvision uses. Counts bytes."""

    def __init__(self, report: Callable[[int, int], None], total: int | None = None, **_: Any) -> None:
        self._report, self._done, self._total = report, 0, total or 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """There is nothing to close."""

    def update(self, count: int) -> None:
        """``count`` more bytes have arrived."""
        self._done += count
        self._report(self._done, self._total)


def _reason(error: BaseException) -> str:
    if isinstance(error, ImportError):
        return f"{error.name or error} is not installed"
    text = " ".join(str(error).split()).rstrip(".") or type(error).__name__
    return text if len(text) <= REASON_LENGTH else text[: REASON_LENGTH - 1] + "…"
