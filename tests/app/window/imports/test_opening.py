"""A stranger's file is opened beside the window's work, and what cannot be opened changes nothing."""

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from torch import nn

from app.widgets.file_dialogs import MODELS
from app.window.imports import child, process
from app.window.imports.report_dialog import ReportDialog
from app.window.main_window import MainWindow
from app.window.statistics_offer import QUESTION
from gan.importing.opening import imports_folder
from gan.model.checkpoint import discriminator_beside, load_discriminator
from tests.app.window.imports.strangers import finder, layout_of, readings, save_stranger
from tests.app.window.test_main_window import drop, folder_of_pictures

Wait = Callable[[], None]


def model_name(window: MainWindow) -> str:
    assert window.session.model is not None
    return window.session.model.source.name


def test_a_dropped_file_is_worked_out_and_opened(
    window: MainWindow, found: Callable[..., None], stranger: Path, wait: Wait
) -> None:
    found("uniform")
    drop(window, stranger)
    assert model_name(window) == "tiny" and window.import_bar.isVisible()
    assert window.import_bar.job_bar.label.text() == "Working out what netG.pth holds…"
    wait()
    assert model_name(window) == "netG.pth" and not window.import_bar.isVisible()
    assert "netG.pth" in window.windowTitle()
    assert window.status_bar.model_label.text().endswith("read from netG.pth")
    assert window.recent.paths()[:1] == [stranger]
    assert window.session.z.shape == (layout_of("uniform").z_dim,)


def test_a_word_says_so_and_leads_to_the_report(
    window: MainWindow, found: Callable[..., None], stranger: Path, wait: Wait, qtbot: QtBot
) -> None:
    found("uniform")
    window.open(str(stranger))
    wait()
    assert window.banner.isVisible() and window.banner.message.startswith("Opened netG.pth: ")
    (button,) = window.banner.buttons
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    (report,) = window.findChildren(ReportDialog)
    assert report.isVisible() and report.windowTitle() == "Where this generator comes from"


def test_a_network_that_nobody_here_has_built_draws(window: MainWindow, stranger: Path, qtbot: QtBot) -> None:
    window.open(str(stranger))
    qtbot.waitUntil(lambda: not window.imports.jobs.busy, timeout=120_000)
    if window.import_talk.readings is not None:
        window.import_talk.readings.accept()
        qtbot.waitUntil(lambda: not window.imports.jobs.busy)
    assert model_name(window) == "netG.pth"
    assert window.session.model is not None and window.session.model.config.z_dim == 8


def test_the_second_time_nothing_is_worked_out(
    window: MainWindow,
    found: Callable[..., None],
    stranger: Path,
    tiny_model: Path,
    wait: Wait,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found("uniform")
    window.open(str(stranger))
    wait()
    window.open(str(tiny_model))
    monkeypatch.setattr(child, "import_generator", None)
    window.open(str(stranger))
    wait()
    assert model_name(window) == "netG.pth"


def test_what_was_kept_and_is_damaged_is_made_anew(
    window: MainWindow, found: Callable[..., None], stranger: Path, tiny_model: Path, wait: Wait
) -> None:
    found("uniform")
    window.open(str(stranger))
    wait()
    window.open(str(tiny_model))
    for path in imports_folder().iterdir():
        start = path.read_bytes()[:100]
        path.unlink()  # the picture's thread may have mapped it
        path.write_bytes(start)
    window.open(str(stranger))
    wait()
    assert model_name(window) == "netG.pth"


def test_useless_statistics_are_asked_about(
    window: MainWindow, found: Callable[..., None], stranger: Path, wait: Wait
) -> None:
    found("uniform", useless=True)
    window.open(str(stranger))
    wait()
    assert window.banner.isVisible() and window.banner.message == QUESTION


class _Hostile:
    def __reduce__(self) -> tuple[object, ...]:
        import os

        return os.system, ("touch harmed",)


def _lfs_pointer(path: Path) -> None:
    path.write_text("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n")


@pytest.mark.parametrize(
    "write",
    [
        lambda path: path.write_bytes(pickle.dumps({"main.0.weight": _Hostile()})),
        lambda path: path.write_bytes(b""),
        _lfs_pointer,
    ],
    ids=["runs code", "empty", "pointer"],
)
def test_what_is_refused_is_one_line_and_what_is_open_stays(
    window: MainWindow, tmp_path: Path, write: Callable[[Path], object], wait: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "netG.pth"
    write(path)
    window.open(str(path))
    wait()
    assert model_name(window) == "tiny"
    assert window.banner.isVisible() and str(path) in window.banner.message and "\n" not in window.banner.message
    assert not (tmp_path / "harmed").exists() and not imports_folder().exists()
    assert path not in window.recent.paths()


def test_a_folder_is_pictures_whatever_its_name(window: MainWindow, tmp_path: Path) -> None:
    folder_of_pictures(tmp_path / "x.pth")
    window.open(str(tmp_path / "x.pth"))
    assert not window.imports.jobs.busy and window.page.value == "train"


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Work that ends only when it is not wanted any more; the folders that it had are listed then."""
    ended: list[Path] = []

    def run(path: Path, folder: Path, still_wanted: Callable[[], None]) -> None:
        import time

        try:
            while True:
                still_wanted()
                time.sleep(0.01)
        finally:
            ended.append(folder)

    monkeypatch.setattr(process, "run_child", run)
    return ended


def test_another_open_ends_it(
    window: MainWindow, stranger: Path, endless: list[Path], qtbot: QtBot, tmp_path: Path
) -> None:
    from tests.gan.tiny import save_tiny

    window.open(str(stranger))
    assert window.open(str(save_tiny(tmp_path / "other.safetensors")))
    assert not window.import_bar.isVisible()
    qtbot.waitUntil(lambda: len(endless) == 1)
    qtbot.waitUntil(lambda: not endless[0].exists())
    assert model_name(window) == "other"


def test_a_button_ends_it(window: MainWindow, stranger: Path, endless: list[Path], qtbot: QtBot) -> None:
    window.open(str(stranger))
    qtbot.mouseClick(window.import_bar.job_bar.cancel_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.imports.jobs.busy)
    assert len(endless) == 1 and model_name(window) == "tiny" and not window.banner.isVisible()


def test_of_two_files_the_second_is_opened(
    window: MainWindow, stranger: Path, tmp_path: Path, wait: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = save_stranger(tmp_path / "second.pt", seed=1)
    by_name = {"netG.pth": readings("uniform"), "second.pt": readings("nearest")}
    monkeypatch.setattr(child, "import_generator", finder(by_name))
    window.open(str(stranger))
    window.open(str(second))
    wait()
    assert model_name(window) == "second.pt"
    assert window.session.model is not None and window.session.model.config == layout_of("nearest")


def test_the_end_of_the_window_ends_it(window: MainWindow, stranger: Path, endless: list[Path], qtbot: QtBot) -> None:
    window.open(str(stranger))
    qtbot.waitUntil(lambda: window.import_bar.isVisible())
    window.imports.shut_down()
    window.workspace.background.shut_down()
    assert all(not folder.exists() for folder in endless)


def test_dialogs_show_what_can_be_opened() -> None:
    for suffix in ("safetensors", "pth", "pt", "ckpt", "bin", "pkl"):
        assert f"*.{suffix}" in MODELS


def test_edits_and_steps_taken_back_do_not_mind(
    window: MainWindow, found: Callable[..., None], stranger: Path, wait: Wait
) -> None:
    from gan.layers.edits import Edit

    found("uniform")
    window.session.edits.add(Edit("block1", (1,), 0.5))
    window.session.set_z(window.session.sample(1, 3)[0])
    window.open(str(stranger))
    wait()
    while window.session.undo_stack.canUndo():
        window.session.undo_stack.undo()
    assert model_name(window) == "netG.pth" and len(window.session.z) == layout_of("uniform").z_dim


def test_a_discriminator_beside_it_comes_along(window: MainWindow, tmp_path: Path, wait: Wait) -> None:
    torch.manual_seed(0)
    save_stranger(tmp_path / "netG.pth")
    layers = [nn.Conv2d(1, 8, 4, 2, 1), nn.LeakyReLU(0.2), nn.Conv2d(8, 8, 4, 2, 1), nn.LeakyReLU(0.2)]
    torch.save(nn.Sequential(*layers, nn.Conv2d(8, 1, 4)).state_dict(), tmp_path / "netD.pth")
    window.open(str(tmp_path / "netG.pth"))
    wait()
    if window.import_talk.readings is not None:
        window.import_talk.readings.accept()
        wait()
    assert window.session.model is not None
    joined = discriminator_beside(window.session.model.source.path)
    assert load_discriminator(joined).config.picture_shape == (1, 16, 16)
