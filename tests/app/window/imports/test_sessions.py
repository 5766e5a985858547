"""Sessions of what was imported open again, from the library, or from the stranger's file once more."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from app.window.imports.readings_dialog import ReadingsDialog
from app.window.main_window import MainWindow
from gan.importing.opening import imports_folder
from gan.model.architecture import Architecture
from gan.session_file import SessionFile, reference_to, save_session
from gan.sources import ModelSource
from tests.app.window.imports.strangers import layout_of

Wait = Callable[[], None]


def config(window: MainWindow) -> Architecture:
    assert window.session.model is not None
    return window.session.model.config


@pytest.fixture
def saved(
    window: MainWindow,
    open_readings: None,
    ask: Callable[[Path], ReadingsDialog],
    stranger: Path,
    wait: Wait,
    tmp_path: Path,
    tiny_model: Path,
) -> Path:
    """A session with the second reading of a file, which is not open any more."""
    dialog = ask(stranger)
    dialog.list.setCurrentRow(1)
    dialog.accept()
    wait()
    window.session.set_z(window.session.sample(1, 5)[0])
    window.opening.save_session(tmp_path / "mine.json")
    window.open(str(tiny_model))
    window.banner.hide()
    return tmp_path / "mine.json"


def empty_library() -> None:
    for path in imports_folder().iterdir():
        path.unlink()


def check_it_is_back(window: MainWindow) -> None:
    assert config(window) == layout_of("opacity") and window.work.saved_as is not None
    assert (window.session.z == window.session.sample(1, 5)[0]).all()
    assert window.session.model is not None and window.session.model.source.name == "netG.pth"
    assert window.imports.original is not None


def test_it_opens_from_the_library(window: MainWindow, saved: Path) -> None:
    window.open(str(saved))
    assert not window.imports.jobs.busy
    check_it_is_back(window)


def test_it_is_worked_out_again_without_a_question(window: MainWindow, saved: Path, wait: Wait) -> None:
    empty_library()
    window.open(str(saved))
    wait()
    assert window.import_talk.readings is None and not window.banner.isVisible()
    check_it_is_back(window)


def test_another_choice_meanwhile_does_not_change_it(
    window: MainWindow, saved: Path, stranger: Path, wait: Wait
) -> None:
    window.open(str(stranger))
    wait()
    window.workspace.actions["import.readings"].run()
    wait()
    assert window.import_talk.readings is not None
    window.import_talk.readings.list.setCurrentRow(0)
    window.import_talk.readings.accept()
    wait()
    assert config(window) == layout_of("uniform")
    window.open(str(saved))
    check_it_is_back(window)


def test_without_the_strangers_file_there_is_one_line(
    window: MainWindow, saved: Path, stranger: Path, wait: Wait
) -> None:
    empty_library()
    stranger.unlink()
    window.open(str(saved))
    assert not window.imports.jobs.busy
    assert window.banner.isVisible() and "this session's generator is gone" in window.banner.message


def test_a_file_that_is_read_otherwise_by_now_is_one_line(
    window: MainWindow, saved: Path, found: Callable[..., None], wait: Wait
) -> None:
    empty_library()
    found("nearest")
    window.open(str(saved))
    wait()
    assert window.banner.isVisible() and "is not read as it was" in window.banner.message
    assert window.session.model is not None and window.session.model.source.name == "tiny"


def test_one_that_names_a_strangers_file_waits_for_it(
    window: MainWindow, found: Callable[..., None], stranger: Path, tmp_path: Path, wait: Wait
) -> None:
    found("uniform")
    window.open(str(stranger))
    wait()
    z = window.session.sample(1, 7)[0]
    path = tmp_path / "named.json"
    save_session(path, SessionFile(reference_to(ModelSource("netG", stranger)), z))
    empty_library()
    window.open(str(path))
    assert window.imports.jobs.busy
    wait()
    assert config(window) == layout_of("uniform") and (window.session.z == z).all()


@pytest.mark.parametrize("origin", [None, 3, [], {"path": 3}, {"path": "\0"}, {"path": "/nowhere", "config": []}])
def test_an_origin_that_makes_no_sense_is_left_out(window: MainWindow, saved: Path, origin: object) -> None:
    values = json.loads(saved.read_text())
    values["imported"] = origin
    saved.write_text(json.dumps(values))
    window.open(str(saved))
    assert config(window) == layout_of("opacity")


def test_the_layout_in_an_origin_may_be_nonsense(window: MainWindow, saved: Path, wait: Wait) -> None:
    values = json.loads(saved.read_text())
    values["imported"]["config"] = {"blocks": 3}
    saved.write_text(json.dumps(values))
    empty_library()
    window.open(str(saved))
    assert not window.imports.jobs.busy and "this session's generator is gone" in window.banner.message
