"""Opening a folder of pictures, before and after the panel is there."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.arguments import Page
from app.toolkit.workspace import Workspace
from app.train.training.tool import TRAINING, is_pictures
from app.train.training.training import Training
from app.train.training.training_panel import TrainingPanel
from gan.errors import LatentariumError
from tests.gan.data.writing import write_pictures, write_zip
from tests.gan.tiny import make_run


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    write_pictures(tmp_path / "own", 2)
    return tmp_path / "own"


@pytest.fixture
def training(prompt_workspace: Workspace) -> Training:
    training = TRAINING.start(prompt_workspace)
    assert isinstance(training, Training)
    return training


@pytest.fixture
def wanted(prompt_workspace: Workspace) -> list[object]:
    """Pages and panels that are asked for."""
    seen: list[object] = []
    prompt_workspace.page_wanted.connect(seen.append)
    prompt_workspace.panel_wanted.connect(seen.append)
    return seen


def build(workspace: Workspace, training: Training, qtbot: QtBot) -> TrainingPanel:
    assert TRAINING.panel is not None
    panel = TRAINING.panel.build(workspace, training)
    qtbot.addWidget(panel)
    assert isinstance(panel, TrainingPanel)
    return panel


def test_only_a_folder_that_is_no_model_is_one_of_pictures(
    pictures: Path, tiny_model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = make_run(tmp_path / "run")
    assert is_pictures(str(pictures))
    assert not any(map(is_pictures, ("mnist", str(tiny_model), str(run.folder), str(tmp_path / "gone"))))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mnist").mkdir()
    assert not is_pictures("mnist")


def test_files_that_hold_pictures(pictures: Path, tmp_path: Path) -> None:
    write_zip(tmp_path / "own.zip", pictures)
    np.save(tmp_path / "pictures.npy", np.zeros((3, 8, 8), np.uint8))
    np.save(tmp_path / "points.npy", np.zeros((3, 100), np.float32))
    (tmp_path / "notes.txt").write_text("no pictures")
    assert is_pictures(str(tmp_path / "own.zip")) and is_pictures(str(tmp_path / "pictures.npy"))
    assert not is_pictures(str(tmp_path / "points.npy")) and not is_pictures(str(tmp_path / "notes.txt"))


def test_a_panel_that_is_built_afterwards_has_them(
    prompt_workspace: Workspace, training: Training, wanted: list[object], pictures: Path, qtbot: QtBot
) -> None:
    prompt_workspace.open(str(pictures))
    assert wanted == [Page.TRAIN, "training"]
    panel = build(prompt_workspace, training, qtbot)
    assert panel.form.data() == str(pictures)


def test_a_panel_that_is_there_takes_them(
    prompt_workspace: Workspace,
    training: Training,
    pictures: Path,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    panel = build(prompt_workspace, training, qtbot)
    monkeypatch.chdir(tmp_path)
    prompt_workspace.open("own")
    assert panel.form.data() == str(pictures)


def test_pictures_that_are_gone_when_the_panel_is_built_are_told_of(
    prompt_workspace: Workspace, training: Training, pictures: Path, qtbot: QtBot
) -> None:
    told: list[str] = []
    prompt_workspace.session.failed.connect(told.append)
    prompt_workspace.open(str(pictures))
    pictures.rename(pictures.with_name("moved"))
    panel = build(prompt_workspace, training, qtbot)
    assert panel.form.data() != str(pictures) and "is neither a data set nor a folder" in told[0]


def test_a_folder_without_pictures_shows_nothing(
    prompt_workspace: Workspace, training: Training, wanted: list[object], tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(LatentariumError, match="no pictures in"):
        prompt_workspace.open(str(tmp_path / "empty"))
    assert wanted == []


@pytest.mark.parametrize(("folder", "shown"), [("own", 2), ("", 0), ("gone", 0)])
def test_the_menu_asks_for_a_folder(
    prompt_workspace: Workspace,
    training: Training,
    wanted: list[object],
    pictures: Path,
    monkeypatch: pytest.MonkeyPatch,
    folder: str,
    shown: int,
) -> None:
    told: list[str] = []
    prompt_workspace.session.failed.connect(told.append)
    chosen = str(pictures.with_name(folder)) if folder else ""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: chosen)
    prompt_workspace.actions["open.pictures"].run()
    assert len(wanted) == shown and len(told) == (folder == "gone")
