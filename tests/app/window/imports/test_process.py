"""The process that works a file out: it is ended when nobody waits, and its end without a result is told."""

import importlib
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from app.window.imports import process
from gan.program import FOLDER
from tests.app.window.imports.strangers import save_stranger

PACKAGE = "tests.app.window.imports"


class UnwantedError(Exception):
    pass


@pytest.fixture(autouse=True)
def in_another_process(worked_out_here: None) -> Iterator[None]:
    """As it is outside of tests."""
    importlib.reload(process)
    yield


def test_who_waits_no_longer_ends_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_CHILD", f"{PACKAGE}.sleeper")
    mark = tmp_path / "netG.process"

    def still_wanted() -> None:
        if mark.exists() and mark.read_text():
            raise UnwantedError

    started = time.monotonic()
    with pytest.raises(UnwantedError):
        process.work_out(tmp_path / "netG.pth", still_wanted)
    assert not psutil.pid_exists(int(mark.read_text())) and time.monotonic() - started < 60


def test_an_end_without_a_result_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_CHILD", f"{PACKAGE}.is_not_there")
    with pytest.raises(process.ImportingError, match=r"netG.pth cannot be opened: .*No module named"):
        process.work_out(tmp_path / "netG.pth", lambda: None)


@pytest.mark.slow
def test_it_leaves_readings_with_pictures(tmp_path: Path) -> None:
    found = process.work_out(save_stranger(tmp_path / "netG.pth"), lambda: None)
    assert found.candidates and found.choices[0] is found.candidates[0]
    assert found.candidates[0].picture.is_file() and found.candidates[0].checkpoint.config.z_dim == 8
    found.discard()
    assert not found.candidates[0].picture.exists()


def test_it_knows_no_qt() -> None:
    code = "import sys, app.window.imports.child; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], cwd=FOLDER, check=False).returncode == 0
