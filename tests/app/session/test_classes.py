"""The class that is drawn is a part of what the network is made to do."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.session.edits import EditState
from app.session.session import Session
from app.toolkit.workspace import Workspace
from gan.images import Picture
from gan.layers.edits import parse_edit
from gan.request import BatchStatistics
from tests.app.layouts import CLASSES, save_layout


@pytest.fixture
def workspace(empty_workspace: Workspace, tmp_path: Path) -> Workspace:
    """On a generator with ten classes."""
    empty_workspace.open(str(save_layout(tmp_path, CLASSES)))
    return empty_workspace


@pytest.fixture
def pictures(session: Session) -> list[Picture]:
    """The live ones."""
    shown: list[Picture] = []
    session.rendered.connect(lambda result: shown.append(result.images[0]))
    session.render()
    return shown


def test_each_class_has_its_picture(session: Session, pictures: list[Picture]) -> None:
    assert session.edits.chosen_class == 0 and session.edits.classes == 10
    for number in range(1, 10):
        session.edits.choose_class(number)
    assert len({picture.tobytes() for picture in pictures}) == 10


def test_it_can_be_undone(session: Session, pictures: list[Picture]) -> None:
    session.edits.choose_class(7)
    assert session.undo_stack.undoText() == "draw class 7"
    session.undo_stack.undo()
    assert session.edits.chosen_class == 0
    assert np.array_equal(pictures[0], pictures[-1])


def test_after_the_last_comes_the_first(session: Session) -> None:
    session.edits.step_class(-1)
    assert session.edits.chosen_class == 9
    session.edits.step_class(1)
    assert session.edits.chosen_class == 0


def test_a_class_that_there_is_not(session: Session) -> None:
    session.edits.choose_class(10)
    session.edits.choose_class(-1)
    assert session.edits.chosen_class == 0 and not session.undo_stack.count()


def test_it_is_no_change_of_the_network(session: Session) -> None:
    session.edits.choose_class(4)
    session.edits.set_batch(BatchStatistics(4))
    assert session.origin is not None
    assert session.edits.state.text == "BatchNorm by a batch of 4"
    assert session.origin.text == "ten classes, class 4, with BatchNorm by a batch of 4"
    assert session.origin.unchanged.text == "ten classes, class 4"
    session.edits.reset()
    assert session.edits.state == EditState(chosen_class=4)


def test_it_stays_where_it_fits(workspace: Workspace, session: Session, tiny_model: Path, tmp_path: Path) -> None:
    session.edits.choose_class(4)
    workspace.open(str(save_layout(tmp_path, "perceptron")))
    assert session.edits.chosen_class is None and session.edits.classes == 0
    session.edits.choose_class(1)
    session.edits.step_class(1)
    assert session.edits.chosen_class is None
    workspace.open(str(tmp_path / f"{CLASSES}.safetensors"))
    assert session.edits.chosen_class == 0


def test_every_sheet_draws_it(session: Session, pictures: list[Picture], qtbot: QtBot) -> None:
    panel = QWidget()
    qtbot.addWidget(panel)
    panel.show()
    sheet = session.sheets.open(panel)
    drawn: list[Picture] = []
    sheet.rendered.connect(drawn.append)
    sheet.show(session.z[None])
    session.edits.choose_class(5)
    assert np.array_equal(drawn[-1][0], pictures[-1])
    sheet.show(session.z[None], EditState(chosen_class=0))
    assert np.array_equal(drawn[-1][0], pictures[0])


def test_a_state_of_another_generator_is_fitted(session: Session) -> None:
    muted = parse_edit("block1:1=0")
    fitted = session.edits.fitting(EditState((muted, parse_edit("block9:1=0")), chosen_class=99))
    assert fitted == EditState((muted,), chosen_class=0)
    assert session.edits.fitting(EditState(chosen_class=9)).chosen_class == 9


def test_what_is_saved_says_it_only_where_there_are_classes(session: Session) -> None:
    session.edits.choose_class(6)
    assert session.edits.to_json() == {"edits": [], "batch": None, "chosen_class": 6}
    assert EditState().to_json() == {"edits": [], "batch": None}
