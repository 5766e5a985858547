"""Nothing that was done in a window is lost, however it ends, and the title says what is saved."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.arguments import Page
from app.explore.favourites.favourites_panel import FavouritesPanel
from app.window.main_window import MainWindow
from app.window.preferences import Preferences
from app.window.rooms import ROOMS
from app.window.session_files import snapshot
from app.window.work_banner import titled_work, written_at
from gan.explore.latent import sample_z
from gan.layers.edits import Edit
from gan.model.config import ModelConfig
from gan.places import state_folder
from gan.sources import FIRST_MODEL
from tests.app.conftest import make_workspace
from tests.gan.tiny import make_run, save_tiny

OpenWindow = Callable[..., MainWindow]


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[OpenWindow]:
    """Starts windows as the program does, each on the work of the last; they are shut down in the end."""
    windows: list[MainWindow] = []

    def start(target: Path | None = None, *, remember: bool = True) -> MainWindow:
        window = MainWindow(make_workspace(), ROOMS, Preferences(remember))
        qtbot.addWidget(window)
        windows.append(window)
        window.show()
        window.open_first(None if target is None else str(target))
        return window

    yield start
    for window in filter(MainWindow.isVisible, windows):
        window.shut_down()


def end(window: MainWindow) -> None:
    window.close()
    window.shut_down()


def work_in(window: MainWindow) -> None:
    """Something in several parts, with and without the undo stack."""
    window.session.set_z(sample_z(1, 8, 5)[0])
    window.session.edits.add(Edit("block1", (1,), 0.5))
    window.workspace.actions["favourites.keep"].run()
    note = window.panel("favourites", FavouritesPanel).note
    note.insert("a note")
    note.textEdited.emit("a note")
    window.show_page(Page.LAYERS)


def everything(window: MainWindow) -> dict[str, object]:
    now = snapshot(window.workspace, window.page)
    assert now is not None
    return {"z": now.z.tolist(), "model": str(now.source.path), **now.parts}


def kept_files() -> list[Path]:
    return list((state_folder() / "work").glob("work-*.json"))


def crash(window: MainWindow) -> Path:
    """Leave the files as they are when the window is killed now; returns what it has left."""
    window.work.flush()
    left = state_folder() / "work" / "crashed-123.json"
    left.write_bytes(kept_files()[0].read_bytes())
    end(window)
    kept_files()[0].unlink()
    return left


def test_a_closed_window_comes_back_as_it_was(open_window: OpenWindow, tiny_model: Path) -> None:
    first = open_window(tiny_model)
    work_in(first)
    before = everything(first)
    end(first)
    second = open_window()
    assert everything(second) == before and second.page is Page.LAYERS
    assert second.windowTitle() == "tiny, step 20[*] – Latentarium" and second.work_banner.isHidden()


def test_a_change_is_in_the_file_a_moment_later(open_window: OpenWindow, tiny_model: Path, qtbot: QtBot) -> None:
    window = open_window(tiny_model)
    window.session.set_component(3, 1.25)
    qtbot.waitUntil(lambda: bool(kept_files()), timeout=10_000)
    assert json.loads(kept_files()[0].read_text())["z"][3] == 1.25


def test_a_window_that_was_killed_is_offered_and_restored(open_window: OpenWindow, tiny_model: Path) -> None:
    first = open_window(tiny_model)
    work_in(first)
    before, left = everything(first), crash(first)
    second = open_window()
    assert "ended unexpectedly" in second.work_banner.label.text() and second.work_banner.isVisible()
    assert everything(second) != before, "nothing is restored before a person has said so"
    second.work_banner.buttons[0].click()
    assert everything(second) == before and not second.work_banner.isVisible() and not left.exists()


def test_start_fresh_keeps_the_work_among_the_earlier(open_window: OpenWindow, tiny_model: Path) -> None:
    first = open_window(tiny_model)
    work_in(first)
    before, left = everything(first), crash(first)
    second = open_window()
    second.work_banner.buttons[1].click()
    assert not left.exists() and not second.work_banner.isVisible()
    (earlier,) = second.work.earlier()
    second.work.open_kept(earlier)
    assert everything(second) == {**before, "view": everything(second)["view"]}


def test_an_offer_without_an_answer_comes_again(open_window: OpenWindow, tiny_model: Path) -> None:
    first = open_window(tiny_model)
    work_in(first)
    crash(first)
    for _ in range(2):
        window = open_window()
        assert window.work_banner.isVisible()
        window.session.set_component(0, 1.0)
        end(window)


def test_two_windows_keep_their_own_work(open_window: OpenWindow, tiny_model: Path) -> None:
    windows = [open_window(tiny_model), open_window(tiny_model)]
    for number, window in enumerate(windows):
        window.session.set_component(0, 1.5 + number)
        window.work.flush()
    assert sorted(json.loads(path.read_text())["z"][0] for path in kept_files()) == [1.5, 2.5]


def test_work_whose_generator_is_gone_is_kept_and_told(open_window: OpenWindow, tiny_model: Path) -> None:
    first = open_window(tiny_model)
    work_in(first)
    before = everything(first)
    end(first)
    bytes_before = tiny_model.read_bytes()
    tiny_model.unlink()
    second = open_window()
    assert "Open recent" in second.banner.label.text() and str(tiny_model) in second.banner.label.text()
    assert second.session.model is not None and second.session.model.source.name == FIRST_MODEL
    tiny_model.write_bytes(bytes_before)
    (earlier,) = second.work.earlier()
    second.work.open_kept(earlier)
    assert everything(second)["favourites"] == before["favourites"]


def test_a_snapshot_that_its_run_has_not_kept_gives_way_to_a_near_one(open_window: OpenWindow, tmp_path: Path) -> None:
    run = make_run(tmp_path / "run")
    first = open_window(run.folder)
    work_in(first)
    before = everything(first)
    end(first)
    newest = run.snapshots()[-1].path
    newest.rename(newest.with_name(newest.name.replace("1", "2", 1)))
    second = open_window()
    assert everything(second)["favourites"] == before["favourites"] and not second.banner.isVisible()
    assert second.session.model is not None and second.session.model.source.run is not None


def test_a_generator_that_goes_meanwhile_loses_no_work(open_window: OpenWindow, tiny_model: Path) -> None:
    window = open_window(tiny_model)
    window.work.flush()
    tiny_model.unlink()
    window.session.set_component(2, 0.75)
    window.work.flush()
    assert json.loads(kept_files()[0].read_text())["z"][2] == 0.75


def test_another_architecture_does_not_take_the_edits_with_it(
    open_window: OpenWindow, tiny_model: Path, tmp_path: Path
) -> None:
    window = open_window(tiny_model)
    work_in(window)
    window.work.flush()
    window.open(str(save_tiny(tmp_path / "five.safetensors", ModelConfig(16, 3, z_dim=5, ngf=4, ndf=4))))
    (earlier,) = window.work.earlier()
    assert json.loads(earlier.read_text())["edits"] == ["block1:1=0.5"]


def test_another_architecture_does_not_pass_for_saving(
    open_window: OpenWindow, tiny_model: Path, tmp_path: Path
) -> None:
    window = open_window(tiny_model)
    window.opening.save_session(tmp_path / "faces.json")
    work_in(window)
    assert window.isWindowModified()
    window.open(str(save_tiny(tmp_path / "five.safetensors", ModelConfig(16, 3, z_dim=5, ngf=4, ndf=4))))
    assert window.session.undo_stack.count() == 0 and window.isWindowModified()


def test_without_remembering_no_trace_is_left(open_window: OpenWindow, tiny_model: Path) -> None:
    window = open_window(tiny_model, remember=False)
    work_in(window)
    window.work.flush()
    end(window)
    assert not state_folder().exists()


def test_the_title_names_the_session_and_marks_changes(
    open_window: OpenWindow, tiny_model: Path, tmp_path: Path
) -> None:
    window = open_window(tiny_model)
    assert window.windowTitle() == "tiny, step 20 – Latentarium" and not window.isWindowModified()
    window.session.set_component(0, 1.0)
    assert window.windowTitle() == "tiny, step 20[*] – Latentarium" and window.isWindowModified()
    window.opening.save_session(tmp_path / "faces.json")
    assert window.windowTitle() == "faces – tiny, step 20 – Latentarium" and not window.isWindowModified()
    assert "faces.json" in window.banner.label.text() and window.banner.buttons[0].text() == "Show in folder"
    window.session.set_component(0, 2.0)
    assert window.windowTitle() == "faces[*] – tiny, step 20 – Latentarium"
    window.session.undo_stack.undo()
    assert not window.isWindowModified()
    end(window)
    assert open_window().windowTitle() == "faces – tiny, step 20 – Latentarium"


def test_a_session_that_is_opened_does_not_take_the_place_of_unsaved_work(
    open_window: OpenWindow, tiny_model: Path, tmp_path: Path
) -> None:
    window = open_window(tiny_model)
    window.opening.save_session(tmp_path / "saved.json")
    work_in(window)
    before = everything(window)
    assert window.open(str(tmp_path / "saved.json"))
    (earlier,) = window.work.earlier()
    assert json.loads(earlier.read_text())["favourites"] == before["favourites"]


def test_what_was_opened_is_in_the_menu(open_window: OpenWindow, tiny_model: Path, tmp_path: Path) -> None:
    window = open_window(tiny_model)
    window.opening.save_session(tmp_path / "s.json")
    window.open("mnist")
    assert window.recent.paths() == [tmp_path / "s.json", tiny_model]
    (tmp_path / "s.json").unlink()
    assert window.recent.paths() == [tiny_model]


def test_earlier_work_is_told_apart_by_its_generator(open_window: OpenWindow, tiny_model: Path, tmp_path: Path) -> None:
    window = open_window(tiny_model)
    work_in(window)
    window.work.flush()
    window.open(str(save_tiny(tmp_path / "five.safetensors", ModelConfig(16, 3, z_dim=5, ngf=4, ndf=4))))
    (earlier,) = window.work.earlier()
    assert titled_work(earlier) == f"Work of {written_at(earlier)}  ·  tiny"
    earlier.write_text("{")
    assert titled_work(earlier) == f"Work of {written_at(earlier)}"
