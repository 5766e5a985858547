from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.layers.weights.weights_panel import NONE_AT_HAND, WeightsPanel
from app.toolkit.workspace import Workspace
from gan.layers.brushes import Reach
from gan.model.checkpoint import read_tensor
from gan.model.kinds import FULLY_CONNECTED, KINDS
from gan.train.config import TrainConfig
from gan.train.twins import Twins, make_twins
from tests.gan.tiny import GREY, save_tiny

LINEAR = replace(GREY, kind=FULLY_CONNECTED.name)


@pytest.fixture
def panel(prompt_workspace: Workspace, qtbot: QtBot) -> WeightsPanel:
    panel = WeightsPanel(prompt_workspace.session, prompt_workspace.background)
    qtbot.addWidget(panel)
    panel.resize(920, 460)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


@pytest.fixture
def linear(tmp_path: Path) -> Path:
    return save_tiny(tmp_path / "linear.safetensors", LINEAR)


@pytest.fixture
def twins(tmp_path: Path) -> Twins:
    twins = make_twins(tmp_path / "pair", TrainConfig(data="mnist", model=GREY))
    for number, (_, run) in enumerate(twins):
        save_tiny(run.snapshot_path(10), run.config.model, seed=number)
    return twins


def test_brushes_of_a_linear_layer_beside_kernels_that_come_with_the_program(
    panel: WeightsPanel, prompt_workspace: Workspace, linear: Path
) -> None:
    prompt_workspace.open(str(linear))
    brushes, kernels = (panel.views[reach] for reach in (Reach.PICTURE, Reach.KERNEL))
    assert brushes.name.text() == "linear (open)"
    assert brushes.mosaic.maps is not None and brushes.mosaic.maps.shape == (64, 28, 28)
    assert kernels.mosaic.maps is not None and kernels.mosaic.maps.shape == (64, 4, 4)
    assert brushes.facts.text().startswith("50,176 weights, each used once: 64 for every one of 28 × 28 pixels")
    assert "each used at 196 places" in kernels.facts.text()
    assert panel.twins_button.isHidden()


def test_a_pixel_brings_its_own_brushes_to_the_front(
    panel: WeightsPanel, prompt_workspace: Workspace, linear: Path
) -> None:
    prompt_workspace.open(str(linear))
    weight = read_tensor(linear, "block4.linear.weight")
    for pixel in ((3, 4), (20, 9)):
        prompt_workspace.session.inspection.choose_pixel(pixel)
        strongest = int(np.abs(weight[pixel[0] * 28 + pixel[1]]).argmax())
        maps = panel.views[Reach.PICTURE].mosaic.maps
        assert maps is not None and np.array_equal(maps[0], weight[:, strongest].reshape(28, 28))
        assert f"for pixel {pixel[0]}, {pixel[1]}" in panel.views[Reach.PICTURE].facts.text()
        assert panel.picture.mark == pixel


def test_a_dcgan_alone_says_where_its_counterpart_is_trained(
    panel: WeightsPanel, prompt_workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    prompt_workspace.open(str(save_tiny(tmp_path / "g.safetensors")))
    assert panel.views[Reach.PICTURE].message.text() == NONE_AT_HAND[Reach.PICTURE]
    assert panel.views[Reach.KERNEL].name.text() == "g (open)"
    with qtbot.waitSignal(panel.twins_wanted):
        panel.twins_button.click()


@pytest.mark.parametrize("kind", KINDS)
def test_twins_stand_beside_each_other(
    panel: WeightsPanel, prompt_workspace: Workspace, twins: Twins, kind: str
) -> None:
    prompt_workspace.open(str(twins.runs[kind].folder))
    names = {reach: view.name.text() for reach, view in panel.views.items()}
    own, other = (Reach.PICTURE, Reach.KERNEL) if kind == FULLY_CONNECTED.name else (Reach.KERNEL, Reach.PICTURE)
    assert names[own] == f"{kind} (open)"
    assert names[other] == next(each.title for each in KINDS.values() if each.name != kind)


def test_another_model_replaces_what_was_read_and_nobody_looks_reads_nothing(
    panel: WeightsPanel, prompt_workspace: Workspace, linear: Path, tmp_path: Path
) -> None:
    prompt_workspace.open(str(linear))
    panel.hide()
    prompt_workspace.open(str(save_tiny(tmp_path / "other.safetensors", LINEAR, seed=3)))
    assert panel.views[Reach.PICTURE].name.text() == "linear (open)"
    panel.show()
    assert panel.views[Reach.PICTURE].name.text() == "other (open)"


def test_a_file_that_is_gone_is_told_of(panel: WeightsPanel, prompt_workspace: Workspace, linear: Path) -> None:
    panel.hide()
    prompt_workspace.open(str(linear))
    linear.unlink()
    panel.show()
    assert "linear.safetensors" in panel.views[Reach.PICTURE].message.text()
