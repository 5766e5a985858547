"""The chooser between classes beside the seed."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.explore.latent.class_choice import ClassChoice
from app.explore.latent.latent_model import LatentModel
from app.explore.latent.latent_panel import LatentPanel
from app.explore.latent.sensitivity import Sensitivity
from app.session.edits import Edits
from app.session.session import Session
from app.toolkit.workspace import Workspace
from app.window.main_window import MainWindow
from gan.model.architecture import Condition
from gan.model.layout import Layout
from tests.app.layouts import CLASSES, LAYOUTS, save_layout


@pytest.fixture
def panel(session: Session, workspace: Workspace, qtbot: QtBot) -> LatentPanel:
    latent = LatentModel(session, Sensitivity(session, workspace.background), workspace.random_points())
    panel = LatentPanel(session, latent)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def test_it_is_there_only_for_a_generator_with_classes(
    panel: LatentPanel, workspace: Workspace, tiny_model: Path, tmp_path: Path
) -> None:
    assert panel.class_choice.isHidden()
    workspace.open(str(save_layout(tmp_path, CLASSES)))
    assert panel.class_choice.isVisible()
    workspace.open(str(tiny_model))
    assert panel.class_choice.isHidden()


def test_mouse_and_arrow_keys_choose(
    panel: LatentPanel, workspace: Workspace, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    workspace.open(str(save_layout(tmp_path, CLASSES)))
    buttons = panel.class_choice.buttons
    qtbot.waitUntil(lambda: buttons.button("4").x() > buttons.button("3").x())
    qtbot.mouseClick(buttons.button("3"), Qt.MouseButton.LeftButton)
    assert session.edits.chosen_class == 3
    buttons.button("3").setFocus()
    qtbot.keyClick(buttons.button("3"), Qt.Key.Key_Right)
    assert session.edits.chosen_class == 4
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert buttons.current == "0"


def test_it_has_room_for_ten_classes_in_the_narrowest_panel(
    panel: LatentPanel, workspace: Workspace, tmp_path: Path
) -> None:
    before = panel.minimumSizeHint().width()
    workspace.open(str(save_layout(tmp_path, CLASSES)))
    assert panel.minimumSizeHint().width() == before


def test_many_classes_are_a_list(session: Session, qtbot: QtBot) -> None:
    layout = LAYOUTS[CLASSES]
    many = Layout(layout.z_dim, layout.blocks, condition=Condition(1000, 4))
    edits = Edits(session.undo_stack)
    choice = ClassChoice(edits)
    qtbot.addWidget(choice)
    edits.set_config(many)
    choice.show()
    assert choice.box.isVisible() and choice.buttons.isHidden() and choice.box.count() == 1000
    choice.box.activated.emit(700)
    assert edits.chosen_class == 700 and choice.box.currentText() == "700"
    edits.set_config(replace(many, condition=Condition(10, 4)))
    assert choice.buttons.isVisible() and edits.chosen_class == 0


def test_keys_step_through_classes(
    window: MainWindow, workspace: Workspace, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    workspace.open(str(save_layout(tmp_path, CLASSES)))
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_F7)
    qtbot.keyClick(window, Qt.Key.Key_F7)
    assert session.edits.chosen_class == 2
    qtbot.keyClick(window, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert session.edits.chosen_class == 1
