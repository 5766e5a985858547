"""The latent vector as a table that lives as long as the window."""

import json
from pathlib import Path

import numpy as np
import pytest

from app.explore.latent.latent_model import VALUE_LIMIT, Column, LatentModel
from app.explore.latent.sensitivity import Sensitivity
from app.explore.latent.tool import LATENT
from app.session.session import Session
from app.toolkit.workspace import Workspace
from gan.errors import LatentariumError
from gan.explore.latent import LARGEST_SEED, sample_z
from gan.model.config import ModelConfig
from tests.app.judged import make_judged_run
from tests.gan.tiny import save_tiny


@pytest.fixture
def latent(workspace: Workspace) -> LatentModel:
    return LatentModel(
        workspace.session, Sensitivity(workspace.session, workspace.background), workspace.random_points()
    )


def test_a_random_point_is_that_of_a_seed(latent: LatentModel, session: Session) -> None:
    told: list[int] = []
    latent.seed_changed.connect(told.append)
    latent.randomise()
    assert latent.seed is not None and set(told) == {latent.seed} and 0 <= latent.seed <= LARGEST_SEED
    assert np.array_equal(session.z, sample_z(1, 8, latent.seed)[0])


def test_values_have_a_limit_and_can_be_undone(latent: LatentModel, session: Session) -> None:
    before = session.z
    assert latent.setData(latent.index(3, Column.VALUE), 1000.0)
    assert session.z[3] == VALUE_LIMIT
    session.undo_stack.undo()
    assert np.array_equal(session.z, before)


def test_what_is_locked_stays(latent: LatentModel, session: Session) -> None:
    held = session.z[2]
    latent.toggle_lock(2)
    assert not latent.setData(latent.index(2, Column.VALUE), 1.0)
    for move in (lambda: latent.go_to_seed(9), latent.reset, lambda: latent.scale(1.5)):
        move()
        assert session.z[2] == held


def test_another_latent_space_has_no_locks_and_no_pins(
    latent: LatentModel, workspace: Workspace, tmp_path: Path
) -> None:
    latent.toggle_lock(2)
    latent.toggle_pin(3)
    workspace.open(str(save_tiny(tmp_path / "alike.safetensors", seed=3)))
    assert latent.is_locked(2) and latent.is_pinned(3)
    workspace.open(str(save_tiny(tmp_path / "five.safetensors", ModelConfig(16, 3, z_dim=5, ngf=4, ndf=4))))
    assert latent.rowCount() == 5 and not latent.is_locked(2) and not latent.is_pinned(3)


def test_before_a_model_is_open_there_is_nowhere_to_go(empty_workspace: Workspace) -> None:
    workspace = empty_workspace
    latent = LatentModel(
        workspace.session, Sensitivity(workspace.session, workspace.background), workspace.random_points()
    )
    latent.randomise()
    latent.reset()
    assert latent.rowCount() == 0 and not empty_workspace.session.undo_stack.canUndo()


def test_a_seed_is_known_only_where_it_draws_the_point(latent: LatentModel, session: Session) -> None:
    latent.go_to_seed(31)
    told: list[int | None] = []
    latent.seed_changed.connect(told.append)
    session.set_component(2, 1.25)
    assert latent.seed is None and told == [None]
    session.undo_stack.undo()
    assert latent.seed == 31
    latent.toggle_lock(0)
    latent.go_to_seed(32)
    assert latent.seed is None, "a locked dimension is not the one that the seed draws"


def test_locks_and_pins_are_saved_with_the_session(workspace: Workspace) -> None:
    latent: LatentModel = LATENT.start(workspace)
    told: list[bool] = []
    workspace.parts.changed.connect(lambda: told.append(True))
    latent.toggle_lock(2)
    latent.toggle_pin(5)
    saved = json.loads(json.dumps(workspace.parts.to_json()))
    assert len(told) == 2 and saved["sliders"] == {"locked": [2], "pinned": [5]}
    latent.toggle_lock(2)
    latent.toggle_pin(1)
    latent.from_json(saved, 8)()
    assert [row for row in range(8) if latent.is_locked(row)] == [2]
    assert [row for row in range(8) if latent.is_pinned(row)] == [5]
    with pytest.raises(LatentariumError):
        latent.from_json(saved, 4)


def test_d_chooses_random_points_and_what_is_locked_stays(prompt_workspace: Workspace, tmp_path: Path) -> None:
    """Of the hinge loss the best are kept, so each is better than most of the sample, with what is locked."""
    prompt_workspace.open(str(make_judged_run(tmp_path, pictures=False, loss="hinge").folder))
    session, choosing = prompt_workspace.session, prompt_workspace.choosing
    latent = LatentModel(session, Sensitivity(session, prompt_workspace.background), prompt_workspace.random_points())
    latent.toggle_lock(2)
    held = session.z[2]
    choosing.set_enabled(True)
    for _ in range(4):
        latent.randomise()
        assert session.undo_stack.undoText() == "go to a random point that D chose" and session.z[2] == held
        assert latent.seed is None and choosing.current is not None
        asked = choosing.asked()
        with asked.renderers.lent() as renderer:
            _, scores = renderer.judging(asked.request, asked.judge)(session.z[None])
        assert scores[0] >= choosing.current.survey.rule(choosing.share).threshold - 1e-4
    choosing.set_enabled(False)
    latent.toggle_lock(2)
    latent.randomise()
    assert latent.seed is not None
