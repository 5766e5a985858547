"""The window in Chinese: nothing that it shows is left in English."""

import errno
import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.languages import Language
from app.layers.arithmetic.sum_view import SumView
from app.learn.lessons.lesson import DIGITS
from app.toolkit.workspace import Workspace
from app.translations import speak
from app.window.imports.child import work_out
from app.window.imports.results import read_summary
from app.window.main_window import MainWindow
from app.window.preferences import Preferences
from app.window.rooms import ROOMS
from gan.data.listing import list_pictures
from gan.data.missing import look_in
from gan.device_text import device_text
from gan.errors import LatentariumError
from gan.files import whole_file
from gan.layers.toys import toy
from gan.layers.transposed import Geometry
from gan.model.checkpoint import read_checkpoint
from gan.model.config import ModelConfig
from gan.sources import find_model
from gan.train import events
from gan.words import Relayed, tr
from tests.app.window.dialogs import make_dialogs
from tests.app.words import english_words, half_width, said
from tests.gan.tiny import make_run, save_tiny

NAME = re.compile(r"[\w-]*[/.\d][\w/.-]*", re.ASCII)
"""Of a file or a set."""


@pytest.fixture
def window(chinese: None, empty_workspace: Workspace, qtbot: QtBot) -> MainWindow:
    """All panels of it, on the bundled digits, whose log has been read."""
    window = MainWindow(empty_workspace, ROOMS, Preferences())
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(empty_workspace.runs.controller.replayed):
        empty_workspace.open(DIGITS)
    return window


def left_over(texts: Iterable[tuple[str, str]]) -> list[str]:
    return sorted({f"{place}: {text}" for place, text in texts if english_words(text)})


def test_nothing_is_left_in_english_nor_with_its_punctuation(window: MainWindow) -> None:
    texts = [*in_panels(window), *around_panels(window), *in_dialogs(window)]
    assert len(texts) > 1000
    assert "\n".join(left_over(texts)) == ""
    assert "\n".join(sorted({f"{place}: {text}" for place, text in texts if half_width(text)})) == ""


def in_panels(window: MainWindow) -> Iterator[tuple[str, str]]:
    for name, dock in window.docks.items():
        yield name, dock.windowTitle()
        yield from said(dock.panel)


def around_panels(window: MainWindow) -> Iterator[tuple[str, str]]:
    window.menus.refresh()
    menus = window.menu_bar.findChildren(QMenu)
    for part in (
        window.menu_bar,
        window.status_bar,
        window.page_switch,
        window.purpose_strip,
        window.model_choice,
        *menus,
    ):
        yield from said(part)
    yield from (("why not", action.why_not()) for action in window.workspace.actions)
    for command in window._commands():
        yield "palette", f"{command.title} {command.note}"


def in_dialogs(window: MainWindow) -> Iterator[tuple[str, str]]:
    before, help_ = set(QApplication.topLevelWidgets()), window.help
    for show in (window.show_settings, window.show_shortcuts, window.show_palette, help_.show_log, help_.show_about):
        show()
    for dialog in [*(set(QApplication.topLevelWidgets()) - before), *make_dialogs(window)]:
        yield type(dialog).__name__, dialog.windowTitle()
        yield from said(dialog)
        dialog.close()


def test_what_other_processes_say_is_told_in_chinese(chinese: None, tmp_path: Path) -> None:
    run = make_run(tmp_path / "run")
    speak(Language.ENGLISH)
    run.append(
        events.Failed(
            tr("the pictures in {data} are all of one class, {name}; classes need at least two", data="42", name="7")
        )
    )
    (tmp_path / "netG.pth").write_bytes(b"GIF89a")
    work_out(tmp_path / "netG.pth", tmp_path)
    speak(Language.CHINESE)
    said = [event.message for event in run.events() if isinstance(event, events.Failed)]
    summary = read_summary(tmp_path)
    assert summary is not None and summary.problem is not None
    for words in (*said, Relayed.by(summary.problem)):
        assert re.search("[一-鿿]", words) and english_words(NAME.sub("", words)) == []


def _missing(folder: Path) -> object:
    return find_model(str(folder / "0.safetensors"))


def _cut_off(folder: Path) -> object:
    model = save_tiny(folder / "0.safetensors", ModelConfig(16, 1, z_dim=4, ngf=4, ndf=4))
    model.write_bytes(model.read_bytes()[:2000])
    return read_checkpoint(model)


def _no_model(folder: Path) -> object:
    (folder / "0.safetensors").write_text("hello")
    return read_checkpoint(folder / "0.safetensors")


def _full_disk(folder: Path) -> None:
    with whole_file(folder / "0.png"):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _no_pictures(folder: Path) -> object:
    return list_pictures(folder)


def _wrong_folder(folder: Path) -> None:
    look_in("cifar10", folder)


@pytest.mark.parametrize("fail", [_missing, _cut_off, _no_model, _full_disk, _no_pictures, _wrong_folder])
def test_what_often_goes_wrong_is_told_in_chinese(
    chinese: None, tmp_path: Path, fail: Callable[[Path], object]
) -> None:
    with pytest.raises(LatentariumError) as told:
        fail(tmp_path)
    words = NAME.sub("", str(told.value))
    assert re.search("[一-鿿]", words) and english_words(words) == []


def test_arithmetic_is_told_with_chinese_punctuation(chinese: None, qtbot: QtBot) -> None:
    one, geometry = np.ones((2, 2), np.float32), Geometry(2, 2, 0)
    convolution, view = toy(one, one, geometry), SumView()
    qtbot.addWidget(view)
    view.show_pixel(convolution, 0, (1, 1), flipped=True)
    told = [text for _, text in said(view)]
    assert any("：" in text for text in told) and any("（" in text for text in told)
    assert [text for text in told if " (" in text or "</b>:" in text] == []


def test_a_log_names_the_device_in_chinese(chinese: None) -> None:
    assert device_text("cpu (1 thread)") == "CPU（1 个线程）"
    assert device_text("cuda:0 (NVIDIA H100)") == "cuda:0 (NVIDIA H100)"
