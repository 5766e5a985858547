"""The real torchvision, with its way to the network replaced."""

import gzip
import socket
import sys
from pathlib import Path
from typing import Self
from urllib.error import URLError

import pytest

from gan.data.base import DataError, Wanted
from gan.data.downloads import download
from gan.data.named import SETS
from gan.data.named_set import SetFiles
from tests.gan.data.writing import write_digits

Told = list[tuple[str, int, int]]


@pytest.fixture
def told() -> Told:
    return []


@pytest.fixture
def wanted(told: Told) -> Wanted:
    return Wanted(progress=lambda *step: told.append(step))


def files_of(name: str) -> SetFiles:
    files = SETS[name].files
    assert files is not None
    return files


@pytest.fixture
def utils(monkeypatch: pytest.MonkeyPatch) -> object:
    """torchvision's download helpers without a network."""
    from torchvision.datasets import utils

    def refuse(*_: object, **__: object) -> None:
        raise URLError("no route to host")

    monkeypatch.setattr(utils.urllib.request, "urlopen", refuse)
    return utils


@pytest.mark.parametrize("name", [name for name in SETS if SETS[name].files and name != "celeba"])
def test_no_network(name: str, tmp_path: Path, wanted: Wanted, told: Told, utils: object) -> None:
    with pytest.raises(DataError, match="no route to host") as caught:
        download(name, files_of(name), tmp_path / "new", wanted)
    assert "\n" not in str(caught.value)
    assert told == [(f"downloading {name}", 0, 0)]


def test_missing_torchvision(tmp_path: Path, wanted: Wanted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torchvision", None)
    with pytest.raises(DataError, match=r"torchvision.* is not installed"):
        download("mnist", files_of("mnist"), tmp_path, wanted)


def test_progress_bars_become_progress_and_come_back(
    tmp_path: Path, wanted: Wanted, told: Told, utils: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Response:
        """Ten bytes, three at a time."""

        url, length = "http://some.where/file", 10

        def __init__(self) -> None:
            self.left = b"0123456789"

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            assert socket.getdefaulttimeout() is not None

        def read(self, _: int) -> bytes:
            part, self.left = self.left[:3], self.left[3:]
            return part

    bars = utils.tqdm  # type: ignore[attr-defined]
    monkeypatch.setattr(utils.urllib.request, "urlopen", lambda *_: Response())  # type: ignore[attr-defined]
    with pytest.raises(DataError, match="corrupted"):
        download("svhn", files_of("svhn"), tmp_path, wanted)
    assert told[1:] == [("downloading svhn", done, 10) for done in (3, 6, 9, 10)]
    assert utils.tqdm is bars  # type: ignore[attr-defined]
    assert socket.getdefaulttimeout() is None


def test_files_that_are_there_already_are_not_fetched(tmp_path: Path, wanted: Wanted, utils: object) -> None:
    folder = tmp_path / "MNIST" / "raw"
    write_digits(folder, zipped=False)
    for part in ("images-idx3", "labels-idx1"):
        contents = (folder / f"train-{part}-ubyte").read_bytes()
        (folder / f"t10k-{part}-ubyte").write_bytes(contents)
        (folder / f"train-{part}-ubyte.gz").write_bytes(gzip.compress(contents))
    download("mnist", files_of("mnist"), tmp_path, wanted)
