"""Directions that are found, kept and offered to other tools."""

import json
from pathlib import Path

import numpy as np
import pytest

from app.explore.directions.found_directions import FoundDirections
from app.explore.directions.tool import DIRECTIONS
from app.session.session import Session
from app.toolkit.workspace import Workspace
from gan.errors import UsageError
from gan.explore.directions import Directions
from gan.explore.planes import random_directions
from gan.model.config import ModelConfig
from tests.gan.tiny import save_tiny

TWO = Directions("sefa", random_directions(2, 8, 3), np.array([0.3, 0.1], np.float32), ("slant", "weight"), "tiny")


@pytest.fixture
def found(workspace: Workspace) -> FoundDirections:
    return FoundDirections(workspace.session, workspace.background)


def names(found: FoundDirections) -> list[str]:
    return [direction.name for direction in found.named()]


def test_another_name_can_be_undone(found: FoundDirections, session: Session) -> None:
    found.show(TWO)
    found.rename(1, " width ")
    found.rename(0, " ")
    assert names(found) == ["slant", "width"] and session.undo_stack.undoText() == "rename weight"
    session.undo_stack.undo()
    assert names(found) == ["slant", "weight"]


def test_they_are_offered_to_other_tools(workspace: Workspace) -> None:
    found, _ = DIRECTIONS.start(workspace)
    told: list[bool] = []
    workspace.directions.changed.connect(lambda: told.append(True))
    found.show(TWO)
    offered = workspace.directions.all()
    assert told and [direction.name for direction in offered] == ["slant", "weight"]
    assert np.array_equal([direction.vector for direction in offered], TWO.vectors)
    found.show(None)
    assert workspace.directions.all() == []


def test_finding_them_ends_with_their_latent_space(
    found: FoundDirections, workspace: Workspace, tmp_path: Path
) -> None:
    found.find("sefa")
    workspace.open(str(save_tiny(tmp_path / "five.safetensors", ModelConfig(16, 3, z_dim=5, ngf=4, ndf=4))))
    assert not found.search.busy and found.current is None


def test_before_a_model_is_open_there_is_nothing_to_find(empty_workspace: Workspace) -> None:
    found = FoundDirections(empty_workspace.session, empty_workspace.background)
    found.find("sefa")
    assert not found.search.busy


def test_what_was_saved_comes_back(found: FoundDirections) -> None:
    found.show(TWO)
    saved = json.loads(json.dumps(found.to_json()))
    found.show(None)
    restore = found.from_json(saved, 8)
    assert found.current is None
    restore()
    assert found.current is not None and found.current.vectors.tobytes() == TWO.vectors.tobytes()
    assert json.loads(json.dumps(found.to_json())) == saved and set(saved["directions"]) == {
        "method",
        "model",
        "names",
        "shares",
        "vectors",
    }


def test_none_come_back_as_none(found: FoundDirections) -> None:
    saved = found.to_json()
    found.show(TWO)
    found.from_json({}, 8)()
    assert found.current is TWO
    found.from_json(saved, 8)()
    assert saved == {"directions": None} and found.current is None


def test_those_of_another_latent_space_are_refused(found: FoundDirections) -> None:
    found.show(TWO)
    with pytest.raises(UsageError):
        found.from_json(found.to_json(), 5)
