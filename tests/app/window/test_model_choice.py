"""The generators that can be opened, with pictures of theirs."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QAction, QImage
from pytestqt.qtbot import QtBot

from app.window.main_window import MainWindow
from app.window.model_choice import THUMBNAIL, ModelChoice, sample_icon
from gan.images import grid, save_png
from gan.places import BUNDLED_MODELS
from gan.sources import bundled_models
from tests.gan.tiny import make_run


def entries(choice: ModelChoice) -> Iterator[QAction]:
    choice.fill()
    return (action for action in choice.choices.actions() if not action.isSeparator())


def test_bundled_models_are_shown_with_their_pictures(window: MainWindow) -> None:
    found = {action.text(): action for action in entries(window.model_choice)}
    assert list(found)[: len(bundled_models())] == list(bundled_models())
    for name in bundled_models():
        assert found[name].icon().actualSize(window.size()).width() == THUMBNAIL
    assert {"&Open model…", "Open &run…"} <= set(found)


def test_the_button_says_what_is_open(window: MainWindow) -> None:
    assert window.model_choice.isVisible() and window.model_choice.text() == "Model: tiny"
    window.open("sprites")
    assert window.model_choice.text() == "Model: sprites" and not window.model_choice.icon().isNull()
    assert "sprites" in window.model_choice.accessibleDescription()


def test_the_choices_stay_in_the_window(window: MainWindow) -> None:
    choice = window.model_choice
    choice.choices.popup(choice.mapToGlobal(choice.rect().bottomLeft()))
    assert choice.choices.geometry().right() == choice.mapToGlobal(choice.rect().topRight()).x()
    choice.choices.close()


def test_a_choice_opens_it(qtbot: QtBot, tmp_path: Path) -> None:
    opened: list[str] = []
    run = make_run(tmp_path / "run & more")
    choice = ModelChoice(opened.append, lambda: [run.folder], [])
    qtbot.addWidget(choice)
    found = {action.text(): action for action in entries(choice)}
    found["sprites"].trigger()
    found["run && more"].trigger()
    assert opened == ["sprites", str(run.folder)]


def test_what_was_opened_last_can_be_opened_again(window: MainWindow, tmp_path: Path) -> None:
    run = make_run(tmp_path / "mine")
    window.open(str(run.folder))
    window.open("mnist")
    next(action for action in entries(window.model_choice) if action.text() == "mine").trigger()
    assert window.session.model is not None and window.session.model.source.run is not None
    assert window.session.model.source.run.folder == run.folder


def test_a_thumbnail_is_a_corner_of_the_newest_sample(tmp_path: Path, qapp: object) -> None:
    run = make_run(tmp_path / "run")
    side = run.config.model.picture_size.width
    for step, value in ((8_000, 10), (9_000, 200)):
        save_png(run.sample_path(step), grid(np.full((9, side, side, 1), value, np.uint8), background=0))
    image: QImage = sample_icon(run.folder, 2 * side + 2).pixmap(2 * side + 2).toImage()
    assert image.width() == 2 * side + 2
    assert (image.pixelColor(0, 0).red(), image.pixelColor(side, 0).red()) == (200, 0)
    assert image.pixelColor(2 * side + 1, 2 * side + 1).red() == 200


@pytest.mark.parametrize("damage", ["no samples", "no run", "broken"])
def test_without_samples_there_is_no_picture(tmp_path: Path, qapp: object, damage: str) -> None:
    run = make_run(tmp_path / "run")
    if damage == "no run":
        assert sample_icon(tmp_path / "nowhere", 30).isNull()
        return
    if damage == "no samples":
        shutil.rmtree(run.sample_path(0).parent)
    if damage == "broken":
        run.sample_path(9_000).write_bytes(b"no picture")
    assert sample_icon(run.folder, 30).isNull()


def test_every_bundled_model_has_samples() -> None:
    assert all(list((BUNDLED_MODELS / name / "samples").glob("step-*.png")) for name in bundled_models())
