"""The preview of what the networks will see."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette, QTransform
from pytestqt.qtbot import QtBot

from app.toolkit.workspace import Workspace
from app.train.training.preview_dialog import PreviewDialog
from app.train.training.range_choice import NUMBERS
from gan.model.config import ModelConfig
from gan.train.config import TrainConfig
from tests.gan.data.writing import write_deep, write_digits, write_picture, write_pictures

CONFIG = TrainConfig(data="", model=ModelConfig(16, 3))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_pictures(tmp_path / "own", 20)
    (tmp_path / "own" / "00003b.png").write_bytes(b"no picture")
    return tmp_path / "own"


@pytest.fixture
def dialog(prompt_workspace: Workspace, qtbot: QtBot) -> PreviewDialog:
    dialog = PreviewDialog(prompt_workspace.background)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def follow(dialog: PreviewDialog, qtbot: QtBot, config: TrainConfig) -> None:
    dialog.caption.setText("waiting")
    dialog.follow(config)
    qtbot.waitUntil(lambda: dialog.caption.text() != "waiting", timeout=10_000)


def test_it_shows_pictures_and_names_what_cannot_be_read(dialog: PreviewDialog, qtbot: QtBot, folder: Path) -> None:
    follow(dialog, qtbot, replace(CONFIG, data=str(folder)))
    assert (dialog.view.image.width(), dialog.view.image.height()) == (8 * 16 + 7 * 2, 3 * 16 + 2 * 2)
    assert dialog.caption.text().startswith("20 of 21 files, 16×16 colour. 1 of those looked at cannot be read")
    assert "00003b.png: not a picture" in dialog.caption.text()


def test_colours_are_said_in_the_language_of_the_window(
    dialog: PreviewDialog, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    german = {"grey": "grau", "colour": "farbig"}
    monkeypatch.setattr("gan.words._Spoken.lookup", staticmethod(lambda text: german.get(text, text)))
    follow(dialog, qtbot, replace(CONFIG, data=str(folder)))
    assert dialog.caption.text().startswith("20 of 21 files, 16×16 farbig.")


def test_it_follows_the_choices(dialog: PreviewDialog, qtbot: QtBot, tmp_path: Path) -> None:
    write_picture(tmp_path / "tall" / "a.png", (0, 0, 0), (10, 40))
    config = replace(CONFIG, data=str(tmp_path / "tall"))
    follow(dialog, qtbot, config)
    assert dialog.view.image.pixelColor(1, 8).red() == 0
    follow(dialog, qtbot, replace(config, crop="whole"))
    assert dialog.view.image.pixelColor(1, 8).red() == 255


def test_mirrored_pictures_are_seen_mirrored(dialog: PreviewDialog, qtbot: QtBot) -> None:
    config = TrainConfig(data="sprites", model=ModelConfig(32, 3))
    follow(dialog, qtbot, config)
    plain = dialog.view.image
    follow(dialog, qtbot, replace(config, mirror=True))
    mirrored = dialog.view.image
    first, second = (0, 0, 32, 32), (34, 0, 32, 32)
    assert mirrored.copy(*first) == plain.copy(*first)
    assert mirrored.copy(*second).convertToFormat(plain.format()) == plain.copy(*second).transformed(
        QTransform.fromScale(-1, 1)
    )


def test_what_has_to_be_downloaded_first(
    dialog: PreviewDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("gan.places.DEBIAN_DATASETS", tmp_path / "none")
    follow(dialog, qtbot, TrainConfig(data="mnist", model=ModelConfig(28, 1)))
    assert dialog.view.image.isNull() and dialog.missing.isVisible()
    assert "not on this computer, and are downloaded when a run starts" in dialog.missing.words.text()
    write_digits(tmp_path / "stick" / "mnist", count=20)
    dialog.missing.take(tmp_path / "stick")
    qtbot.waitUntil(lambda: not dialog.view.image.isNull(), timeout=10_000)
    assert not dialog.missing.isVisible()


def test_pictures_that_were_moved_are_named_anew(dialog: PreviewDialog, qtbot: QtBot, tmp_path: Path) -> None:
    write_pictures(tmp_path / "moved", 3)
    told: list[str] = []
    dialog.moved.connect(told.append)
    follow(dialog, qtbot, replace(CONFIG, data=str(tmp_path / "own")))
    assert dialog.missing.isVisible() and dialog.view.image.isNull()
    dialog.missing.take(tmp_path / "moved")
    assert told == [str(tmp_path / "moved")]
    follow(dialog, qtbot, replace(CONFIG, data=told[0]))
    assert not dialog.missing.isVisible() and not dialog.view.image.isNull()


def test_deep_pictures_can_be_stretched_otherwise(dialog: PreviewDialog, qtbot: QtBot, tmp_path: Path) -> None:
    write_deep(tmp_path / "deep" / "a.png", 0, 4095)
    config = replace(CONFIG, data=str(tmp_path / "deep"))
    dialog.value_range_chosen.connect(lambda chosen: dialog.follow(replace(config, value_range=chosen)))
    follow(dialog, qtbot, config)
    assert "The value 0 becomes black, 4095 white." in dialog.caption.text()
    assert dialog.range_choice.isVisible() and not dialog.range_choice.numbers.isVisible()
    assert dialog.view.image.pixelColor(15, 8).red() == 255
    choose(dialog, qtbot, "type")
    qtbot.waitUntil(lambda: dialog.view.image.pixelColor(15, 8).red() == 16)
    choose(dialog, qtbot, NUMBERS)
    qtbot.waitUntil(lambda: dialog.range_choice.numbers.isVisible())
    dialog.range_choice.numbers.setText("0..8190")
    dialog.range_choice.numbers.editingFinished.emit()
    qtbot.waitUntil(lambda: dialog.view.image.pixelColor(15, 8).red() == 128)


def choose(dialog: PreviewDialog, qtbot: QtBot, value: str) -> None:
    box = dialog.range_choice.box
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_8_bits_need_no_choice(dialog: PreviewDialog, qtbot: QtBot, folder: Path) -> None:
    follow(dialog, qtbot, replace(CONFIG, data=str(folder)))
    assert not dialog.range_choice.isVisible()


def test_few_pictures_and_what_does_not_count(dialog: PreviewDialog, qtbot: QtBot, folder: Path) -> None:
    (folder / "@eaDir").mkdir()
    write_picture(folder / "@eaDir" / "a.png")
    follow(dialog, qtbot, replace(CONFIG, data=str(folder)))
    assert "Not counted: 1 in helper folders such as @eaDir." in dialog.caption.text()
    assert "21 pictures: an epoch is one step, so 20 epochs are 20 steps" in dialog.caption.text()
    dialog.follow(replace(CONFIG, data=str(folder), epochs=None, minutes=5))
    assert "an epoch is" not in dialog.caption.text()


def test_the_gaps_are_as_dark_as_the_window(dialog: PreviewDialog, qtbot: QtBot, folder: Path) -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor(32, 32, 32))
    dialog.setPalette(palette)
    follow(dialog, qtbot, replace(CONFIG, data=str(folder)))
    shown = dialog.view.image
    assert shown.pixelColor(16, 0) == shown.pixelColor(shown.width() - 1, shown.height() - 1) == QColor(32, 32, 32)
