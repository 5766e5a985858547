"""No test here reaches the network or data sets that happen to be installed."""

from pathlib import Path

import pytest

from gan import places
from gan.data import finding
from gan.data.base import DataError, Wanted
from gan.data.named_set import SetFiles


@pytest.fixture(autouse=True)
def nothing_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Data sets of this computer are out of sight."""
    monkeypatch.setattr(places, "DEBIAN_DATASETS", tmp_path / "debian")


@pytest.fixture(autouse=True)
def asked_for(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of sets that would have been downloaded; there is no network."""
    names: list[str] = []

    def refuse(name: str, files: SetFiles, folder: Path, wanted: Wanted) -> None:
        names.append(name)
        raise DataError("no network")

    monkeypatch.setattr(finding, "download", refuse)
    return names
