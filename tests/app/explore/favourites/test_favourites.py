"""Kept points, which live as long as the window and are saved with the session."""

import json
from pathlib import Path

import numpy as np
import pytest

from app.explore.favourites.favourites import Favourite, Favourites
from app.explore.favourites.tool import FAVOURITES
from app.session.edits import EditState
from app.session.session import Session
from app.toolkit.workspace import Workspace
from gan.errors import LatentariumError
from gan.explore.latent import sample_z
from gan.layers.edits import Edit
from gan.model.config import ModelConfig
from gan.request import BatchStatistics
from tests.app.layouts import CLASSES, save_layout
from tests.gan.tiny import save_tiny

POINTS = sample_z(2, 8, 7)


@pytest.fixture
def favourites(session: Session) -> Favourites:
    return Favourites(session)


def test_names_are_given_where_there_are_none(favourites: Favourites) -> None:
    favourites.add(POINTS[0], "Point 2")
    favourites.add(POINTS[0])
    favourites.add(POINTS[1])
    assert [kept.name for kept in favourites.current] == ["Point 2", "Point 1", "Point 3"]
    favourites.rename(0, "  ")
    assert favourites.current[0].name == "Point 2"


def test_without_the_panel_points_are_kept_and_offered(workspace: Workspace) -> None:
    favourites = FAVOURITES.start(workspace)
    told: list[bool] = []
    workspace.points.changed.connect(lambda: told.append(True))
    action = workspace.actions["favourites.keep"]
    assert action.can() and action.shortcut == "Ctrl+D"
    action.run()
    (offered,) = workspace.points.all()
    assert told and offered.name == "Point 1" and np.array_equal(offered.vector, workspace.session.z)
    assert workspace.parts.to_json()["favourites"] == favourites.to_json()["favourites"]


def test_before_a_model_is_open_there_is_nothing_to_keep(empty_workspace: Workspace) -> None:
    favourites = FAVOURITES.start(empty_workspace)
    assert not empty_workspace.actions["favourites.keep"].can()
    favourites.keep()
    assert favourites.current == ()


def test_what_was_saved_comes_back(favourites: Favourites) -> None:
    favourites.show((Favourite("best", POINTS[0], "wide"), Favourite("other", POINTS[1])))
    saved = json.loads(json.dumps(favourites.to_json()))
    assert saved["favourites"][0] == {"name": "best", "note": "wide", "z": POINTS[0].tolist()}
    favourites.show(())
    restore = favourites.from_json(saved, 8)
    assert not favourites.named()
    restore()
    assert [(kept.name, kept.note) for kept in favourites.current] == [("best", "wide"), ("other", "")]
    assert favourites.points.tobytes() == POINTS.tobytes()
    assert json.loads(json.dumps(favourites.to_json())) == saved


def test_a_session_without_them_leaves_them_as_they_are(favourites: Favourites) -> None:
    favourites.add(POINTS[0])
    favourites.from_json({}, 8)()
    assert len(favourites.current) == 1
    favourites.from_json({"favourites": []}, 8)()
    assert favourites.current == ()


@pytest.mark.parametrize("values", [{"name": "a", "note": "", "z": [0.0] * 5}, {"name": "a", "z": [0.0] * 8}])
def test_what_does_not_belong_there_is_refused(favourites: Favourites, values: dict[str, object]) -> None:
    with pytest.raises(LatentariumError):
        favourites.from_json({"favourites": [values]}, 8)


def test_edits_are_saved_with_a_favourite(favourites: Favourites, session: Session) -> None:
    session.edits.add(Edit("block1", (1,), 0.5))
    session.edits.set_batch(BatchStatistics(8))
    favourites.keep()
    saved = json.loads(json.dumps(favourites.to_json()))
    assert saved["favourites"][0]["edits"] == ["block1:1=0.5"] and saved["favourites"][0]["batch"] == 8
    favourites.show(())
    favourites.from_json(saved, 8)()
    assert favourites.current[0].changes == session.edits.state


def test_those_of_another_latent_space_are_saved_too(
    favourites: Favourites, workspace: Workspace, tmp_path: Path, tiny_model: Path
) -> None:
    favourites.add(POINTS[0], "of eight")
    workspace.open(str(save_tiny(tmp_path / "five.safetensors", ModelConfig(16, 3, z_dim=5, ngf=4, ndf=4))))
    saved = json.loads(json.dumps(favourites.to_json()))
    other = Favourites(workspace.session)
    other.from_json(saved, 5)()
    assert other.current == ()
    workspace.open(str(tiny_model))
    assert [named.name for named in other.named()] == ["of eight"]


def test_a_favourite_keeps_its_class(empty_workspace: Workspace, tmp_path: Path) -> None:
    empty_workspace.open(str(save_layout(tmp_path, CLASSES)))
    session = empty_workspace.session
    favourites = Favourites(session)
    session.edits.choose_class(7)
    favourites.keep()
    session.edits.choose_class(1)
    favourites.go_to(0)
    assert session.edits.chosen_class == 7
    saved = json.loads(json.dumps(favourites.to_json()))
    favourites.from_json(saved, 12)()
    assert favourites.current[0].changes == EditState(chosen_class=7)
