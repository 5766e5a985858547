"""A map that outlives its panel."""

from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.explore.map.map_panel import MapPanel
from app.explore.map.tool import MAP
from app.toolkit.workspace import Workspace
from gan.explore.latent import sample_z
from gan.layers.edits import Edit
from gan.render import Renderer
from tests.gan.tiny import save_tiny

COUNT = 120


@pytest.fixture(autouse=True)
def fewer_points(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.explore.map.latent_map.COUNT", COUNT)


def test_its_pictures_are_those_of_the_edited_generator(prompt_workspace: Workspace, tiny_model: Path) -> None:
    prompt_workspace.open(str(tiny_model))
    session, latent_map = prompt_workspace.session, MAP.start(prompt_workspace)
    session.edits.add(Edit("block2", (1,), 0.25))
    latent_map.draw(3)
    drawn = latent_map.current
    assert drawn is not None and np.array_equal(drawn.points, sample_z(COUNT, 8, 3))
    assert drawn.places.shape == (COUNT, 2) and np.abs(drawn.places).max() == 1
    network = session.network
    assert network is not None and drawn.request.edits == network.edits
    session.set_z(drawn.points[5])
    network = session.network
    assert network is not None and not latent_map.is_outdated
    assert np.array_equal(Renderer("cpu").render(network).images[0], drawn.pictures[5])


def test_a_panel_that_is_built_late_shows_it(prompt_workspace: Workspace, tiny_model: Path, qtbot: QtBot) -> None:
    prompt_workspace.open(str(tiny_model))
    latent_map = MAP.start(prompt_workspace)
    latent_map.draw(0)
    assert MAP.panel is not None
    panel = MAP.panel.build(prompt_workspace, latent_map)
    qtbot.addWidget(panel)
    assert isinstance(panel, MapPanel) and len(panel.view.on_screen()) == COUNT and panel.all_button.isEnabled()


def test_one_that_is_being_drawn_ends_with_its_generator(workspace: Workspace, tmp_path: Path) -> None:
    latent_map = MAP.start(workspace)
    latent_map.draw(0)
    workspace.open(str(save_tiny(tmp_path / "other.safetensors", seed=4)))
    assert not latent_map.drawing.busy and latent_map.current is None


def test_before_a_model_is_open_there_is_nothing_to_draw(empty_workspace: Workspace) -> None:
    latent_map = MAP.start(empty_workspace)
    latent_map.draw(0)
    assert not latent_map.drawing.busy and not latent_map.is_outdated
