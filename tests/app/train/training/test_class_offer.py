"""Whether the classes of the chosen pictures can be learned."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from app.toolkit.workspace import Workspace
from app.train.training.class_offer import ClassOffer
from app.train.training.training import Training
from app.train.training.training_panel import TrainingPanel
from gan.images import save_png


@pytest.fixture
def panel(workspace: Workspace, qtbot: QtBot) -> TrainingPanel:
    training = Training(workspace.runs.controller, workspace.memory)
    panel = TrainingPanel(workspace.session, workspace.runs, workspace.background, training)
    qtbot.addWidget(panel)
    return panel


@pytest.fixture
def box(panel: TrainingPanel) -> QCheckBox:
    found = panel.findChild(QCheckBox, "labels")
    assert isinstance(found, QCheckBox)
    return found


def folder_of(tmp_path: Path, *names: str) -> str:
    for name in names:
        (tmp_path / "pictures" / name).parent.mkdir(parents=True, exist_ok=True)
        save_png(tmp_path / "pictures" / name, np.zeros((16, 16, 3), np.uint8))
    return str(tmp_path / "pictures")


def test_a_set_with_labels_says_how_many_classes_it_has(panel: TrainingPanel, box: QCheckBox) -> None:
    panel.form.set_data("fashion-mnist")
    assert box.isEnabled() and box.text() == "Learn classes (10)"
    assert "T-shirt, trousers, pullover" in box.parentWidget().toolTip()  # type: ignore[union-attr]
    box.setChecked(True)
    assert panel.form.config().labels


def test_a_set_without_labels_says_so_and_cannot_be_asked_for_them(panel: TrainingPanel, box: QCheckBox) -> None:
    box.setChecked(True)
    panel.form.set_data("celeba")
    assert not box.isEnabled() and not box.isChecked() and box.text() == "Learn classes (these pictures have none)"
    assert "into a folder of its own" in box.parentWidget().toolTip()  # type: ignore[union-attr]
    assert not panel.form.config().labels


def test_folders_are_classes(panel: TrainingPanel, box: QCheckBox, tmp_path: Path, qtbot: QtBot) -> None:
    panel.form.set_data(folder_of(tmp_path, "cat/1.png", "dog/1.png", "dog/2.png"))
    assert box.text() in ("Learn classes", "Learn classes (2)") and box.isEnabled()
    qtbot.waitUntil(lambda: box.text() == "Learn classes (2)")
    panel.form.set_data(folder_of(tmp_path / "other", "1.png", "2.png"))
    qtbot.waitUntil(lambda: box.text() == "Learn classes (these pictures have none)")


def test_nothing_is_said_of_pictures_that_are_gone(workspace: Workspace, tmp_path: Path) -> None:
    offer, told = ClassOffer(workspace.background), list[object]()
    offer.found.connect(told.append)
    offer.ask(str(tmp_path / "nowhere"))
    offer.ask("mnist")
    offer.ask("mnist")
    assert told == [None, tuple("0123456789")]
