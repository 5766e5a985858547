"""Classes that a run has learned go by their names, wherever the window speaks of them."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.explore.latent.class_choice import ClassChoice
from app.session.edits import Edits, EditState
from app.session.session import Session
from app.toolkit.workspace import Workspace
from gan.model.config import ModelConfig
from tests.gan.tiny import save_tiny

CONFIG = ModelConfig(16, 1, z_dim=8, ngf=4, ndf=4, class_names=("shirt", "ankle boot", "R&B"))


@pytest.fixture
def workspace(empty_workspace: Workspace, tmp_path: Path) -> Workspace:
    empty_workspace.open(str(save_tiny(tmp_path / "clothes.safetensors", CONFIG)))
    return empty_workspace


@pytest.fixture
def choice(session: Session, qtbot: QtBot) -> ClassChoice:
    choice = ClassChoice(session.edits)
    qtbot.addWidget(choice)
    choice.show()
    return choice


def test_long_names_are_a_list(workspace: Workspace, session: Session, choice: ClassChoice) -> None:
    assert choice.buttons.isHidden()
    assert [choice.box.itemText(row) for row in range(choice.box.count())] == ["shirt", "ankle boot", "R&B"]
    choice.box.activated.emit(1)
    assert session.edits.chosen_class == 1 and session.undo_stack.undoText() == "draw class ankle boot"


def test_short_names_are_buttons(workspace: Workspace, session: Session, choice: ClassChoice) -> None:
    session.edits.set_config(replace(CONFIG, class_names=("a", "R&B")))
    assert choice.buttons.isVisible() and choice.buttons.button("1").text() == "R&&B"
    assert choice.buttons.button("1").accessibleName() == "Class R&B"


def test_pictures_and_findings_are_named_by_the_class(workspace: Workspace, session: Session) -> None:
    session.edits.choose_class(1)
    assert session.origin is not None and session.origin.text.endswith("class ankle boot")
    assert session.network is not None
    assert session.network.network_text == "generator clothes.safetensors, class ankle boot, unchanged"
    session.edits.step_class(-1)
    assert session.edits.state.class_text == "class shirt"
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert session.edits.state.class_text == "class shirt"


def test_what_a_session_holds_gets_its_name_back(workspace: Workspace, session: Session) -> None:
    session.edits.choose_class(2)
    saved = session.edits.to_json()
    assert saved == {"edits": [], "batch": None, "chosen_class": 2}
    session.edits.choose_class(0)
    session.edits.from_json(saved, 8)()
    assert session.edits.state == EditState(chosen_class=2) and session.edits.state.class_text == "class R&B"


def test_another_generators_classes_have_its_names(session: Session, choice: ClassChoice, workspace: Workspace) -> None:
    session.edits.set_config(replace(CONFIG, class_names=("one and only", "another one")))
    assert session.edits.state.class_text == "class one and only"
    assert [choice.box.itemText(row) for row in range(choice.box.count())] == ["one and only", "another one"]


def test_other_names_are_offered_even_if_the_chosen_one_stays(session: Session, qtbot: QtBot) -> None:
    edits = Edits(session.undo_stack)
    choice = ClassChoice(edits)
    qtbot.addWidget(choice)
    for last in ("last of many", "very last one"):
        edits.set_config(replace(CONFIG, class_names=("first", last)))
        assert choice.box.itemText(1) == last
