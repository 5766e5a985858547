"""Named sets from the network, by torchvision, which checks what arrives against known MD5 sums."""

import socket
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from gan.data.base import DataError, Wanted
from gan.data.named_set import SetFiles
from gan.words import tr

SILENCE_SECONDS = 30.0
REASON_LENGTH = 200


def download(name: str, files: SetFiles, folder: Path, wanted: Wanted) -> None:
    """Fetch the ``files`` of the set called ``name`` into ``folder``, a folder of data sets.

    Raises :class:`DataError` with the reason alone, which the caller puts into a sentence.
    """
    wanted.report(tr("downloading {name}", name=name), 0, 0)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _reporting(name, wanted):
            files.fetch(folder)
    except _failures() as error:
        raise DataError(_reason(error)) from error


def _failures() -> tuple[type[Exception], ...]:
    """What can go wrong; asked once something has, as a window that opens is to import none of this."""
    import http.client
    import tarfile
    import zipfile

    of_python = ImportError, RuntimeError, OSError, EOFError, zlib.error
    return (*of_python, http.client.HTTPException, tarfile.TarError, zipfile.BadZipFile)


def by_torchvision(kind: str) -> Callable[[Path], None]:
    """Fetches what torchvision's class ``kind`` stands for, in its layout."""

    def fetch(folder: Path) -> None:
        from torchvision import datasets

        getattr(datasets, kind)(folder, download=True)

    return fetch


def archive(below: str, url: str, md5: str) -> Callable[[Path], None]:
    """Fetches an archive and unpacks it into the folder ``below``."""

    def fetch(folder: Path) -> None:
        from torchvision.datasets import utils

        utils.download_and_extract_archive(url, folder / below, md5=md5, remove_finished=True)

    return fetch


@contextmanager
def _reporting(name: str, wanted: Wanted) -> Iterator[None]:
    """Turn torchvision's progress bars into calls of ``wanted.progress``; give up a silent connection."""
    from torchvision.datasets import utils

    bars, silence = utils.tqdm, socket.getdefaulttimeout()
    utils.tqdm = partial(_Bar, partial(wanted.report, tr("downloading {name}", name=name)))
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
