"""Files of strangers are worked out in the process of the test; what is found in them, tests say themselves."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.toolkit.workspace import Workspace
from app.window.imports import child, process
from app.window.imports.readings_dialog import ReadingsDialog
from app.window.main_window import MainWindow
from app.window.preferences import Preferences
from app.window.rooms import ROOMS
from tests.app.window.imports.strangers import KINDS, finder, readings, save_stranger


def _run_here(path: Path, folder: Path, still_wanted: Callable[[], None]) -> None:
    still_wanted()
    child.work_out(path, folder)


@pytest.fixture(autouse=True)
def worked_out_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "run_child", _run_here)


@pytest.fixture
def stranger(tmp_path: Path) -> Path:
    return save_stranger(tmp_path / "netG.pth")


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Says what every file is found to be."""

    def say(*kinds: str, useless: bool = False) -> None:
        monkeypatch.setattr(child, "import_generator", finder(readings(*kinds, useless=useless)))

    return say


@pytest.fixture
def open_readings(found: Callable[..., None]) -> None:
    """Every file has two readings that are about as likely, and a third."""
    found(*KINDS)


@pytest.fixture
def window(workspace: Workspace, qtbot: QtBot) -> Iterator[MainWindow]:
    """The whole window on the tiny model; it does not ask what becomes of its work."""
    window = MainWindow(workspace, ROOMS, Preferences())
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.imports.shut_down()


@pytest.fixture
def wait(window: MainWindow, qtbot: QtBot) -> Callable[[], None]:
    """Until nothing is worked out any more."""
    return lambda: qtbot.waitUntil(lambda: not window.imports.jobs.busy, timeout=60_000)


@pytest.fixture
def ask(window: MainWindow, wait: Callable[[], None]) -> Callable[[Path], ReadingsDialog]:
    """Open a file whose reading has to be chosen; returns the dialog."""

    def ask(path: Path) -> ReadingsDialog:
        assert window.open(str(path))
        wait()
        assert window.import_talk.readings is not None
        return window.import_talk.readings

    return ask
