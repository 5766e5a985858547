"""Saving and copying the picture, without its panel."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from app.explore.picture.shown_picture import ShownPicture
from app.explore.picture.tool import PICTURE
from app.toolkit.workspace import Workspace


@pytest.fixture
def picture(workspace: Workspace) -> ShownPicture:
    picture: ShownPicture = PICTURE.start(workspace)
    workspace.session.render()
    return picture


def save(workspace: Workspace, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    workspace.actions["picture.save"].run()


def test_without_a_picture_there_is_nothing_to_take_along(empty_workspace: Workspace) -> None:
    PICTURE.start(empty_workspace)
    assert not any(empty_workspace.actions[name].can() for name in ("picture.save", "picture.copy"))


def test_it_goes_to_the_clipboard(workspace: Workspace, picture: ShownPicture) -> None:
    assert workspace.actions["picture.copy"].can()
    workspace.actions["picture.copy"].run()
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (28, 28)
    assert image.pixel(14, 14) == picture.image.pixel(14, 14)


def test_it_is_saved_as_png(
    workspace: Workspace, picture: ShownPicture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(workspace, tmp_path / "mine", monkeypatch)
    assert QImage(str(tmp_path / "mine.png")).pixel(14, 14) == picture.image.pixel(14, 14)


def test_a_failure_is_told(
    workspace: Workspace, picture: ShownPicture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    workspace.session.failed.connect(told.append)
    save(workspace, tmp_path / "nowhere" / "a.png", monkeypatch)
    assert told == [f"cannot write {tmp_path / 'nowhere' / 'a.png'}; choose another folder"]
