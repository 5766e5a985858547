"""What results say that they were found on."""

from pathlib import Path

import pytest

from app.session.edits import EditState
from app.session.origin import Origin
from app.session.session import Session
from app.toolkit.workspace import Workspace
from gan.layers.edits import parse_edit
from gan.request import BatchStatistics
from tests.gan.tiny import save_tiny

MUTED, LOUD = parse_edit("block2:1=0"), parse_edit("block1:3=2")


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        (EditState(), "mnist, step 5"),
        (EditState((MUTED,)), "mnist, step 5, with 1 edit"),
        (EditState((MUTED, LOUD)), "mnist, step 5, with 2 edits"),
        (EditState((), BatchStatistics(4)), "mnist, step 5, with BatchNorm by a batch of 4"),
        (EditState((LOUD,), BatchStatistics(4)), "mnist, step 5, with 1 edit and BatchNorm by a batch of 4"),
    ],
)
def test_it_is_said_in_words(changes: EditState, text: str) -> None:
    origin = Origin(Path("a.safetensors"), "mnist, step 5", changes)
    assert origin.text == text and origin.unchanged.text == "mnist, step 5"


def test_another_file_and_other_changes_are_another_origin(
    session: Session, workspace: Workspace, tmp_path: Path
) -> None:
    first = session.origin
    told: list[Origin | None] = []
    session.network_changed.connect(lambda: told.append(session.origin))
    session.edits.add(MUTED)
    edited = session.origin
    session.undo_stack.undo()
    workspace.open(str(save_tiny(tmp_path / "other.safetensors", seed=4)))
    assert edited != first and session.origin not in (first, edited)
    assert told[0] == edited and told[1] == first and told[-1] == session.origin


def test_before_a_model_is_open_there_is_none(empty_workspace: Workspace) -> None:
    assert empty_workspace.session.origin is None
