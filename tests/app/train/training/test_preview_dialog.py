"""The preview of what the networks will see."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QTransform
from pytestqt.qtbot import QtBot

from app.session.session import Session
from app.train.training.preview_dialog import PreviewDialog
from app.train.training.training_panel import TrainingPanel
from gan.model.config import ModelConfig
from gan.train.config import TrainConfig
from tests.gan.data.writing import write_picture, write_pictures

CONFIG = TrainConfig(data="", model=ModelConfig(16, 3))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_pictures(tmp_path / "own", 20)
    (tmp_path / "own" / "00003b.png").write_bytes(b"no picture")
    return tmp_path / "own"


@pytest.fixture
def dialog(empty_session: Session, qtbot: QtBot) -> PreviewDialog:
    dialog = PreviewDialog(empty_session)
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
    assert dialog.view.image.isNull() and "is not on this computer yet" in dialog.view._placeholder


def test_an_older_answer_is_dropped(dialog: PreviewDialog, qtbot: QtBot, folder: Path) -> None:
    follow(dialog, qtbot, replace(CONFIG, data=str(folder)))
    shown = dialog.view.image
    dialog._job = None
    dialog._fail(object(), "too late")  # type: ignore[arg-type]
    assert dialog.view.image == shown


def test_the_form_opens_it(empty_session: Session, qtbot: QtBot, folder: Path) -> None:
    panel = TrainingPanel(empty_session)
    qtbot.addWidget(panel)
    panel.show()
    panel.set_data(str(folder))
    panel.form.preview_button.click()
    preview = panel._preview
    qtbot.waitUntil(lambda: "20 of 21 files, 64×64" in preview.caption.text(), timeout=10_000)
    panel.form._fields["image_size"].set_value(32)
    qtbot.waitUntil(lambda: "20 of 21 files, 32×32" in preview.caption.text(), timeout=10_000)
    preview.close()


def test_a_form_with_an_error_says_so_beside_start(empty_session: Session, qtbot: QtBot) -> None:
    panel = TrainingPanel(empty_session)
    qtbot.addWidget(panel)
    panel.show()
    assert panel.problem_label.isHidden()
    panel.form.limit_edit.setText("soon")
    assert panel.problem_label.text() == "'soon' is not a number of minutes" and not panel.start_button.isEnabled()
