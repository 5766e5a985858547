"""The Discriminator dock: score, heat maps, layers, and why there is none."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from torch import nn

from app.layers.discriminator.discriminator_panel import DiscriminatorPanel, percent_text
from app.layers.discriminator.opinion_watch import OpinionWatch
from app.session.session import Session
from app.toolkit.workspace import Workspace
from gan.images import from_uint8
from gan.importing.discriminators import work_out
from gan.layers.edits import parse_edit
from gan.model.checkpoint import (
    STATE_FORMAT,
    discriminator_beside,
    load_discriminator,
    load_generator,
    read_weights,
    save_discriminator,
    write_tensors,
)
from gan.model.config import ModelConfig
from gan.model.discriminators import Discriminator
from gan.model.networks import telling
from gan.request import RenderResult
from gan.train.config import TrainConfig
from gan.train.run import Run
from tests.app.layers.channels.test_channel_panel import choose
from tests.gan.generators import save_drawing_generator
from tests.gan.importing.test_discriminators import state_dict
from tests.gan.tiny import save_judge


@pytest.fixture
def run(tmp_path: Path, tiny_config: ModelConfig) -> Run:
    """A run with two snapshots, and the discriminator of the second."""
    run = Run.create(tmp_path / "run", TrainConfig(model=tiny_config))
    for step in (10, 20):
        save_drawing_generator(run.snapshot_path(step), tiny_config, seed=step)
    torch.manual_seed(0)
    network = Discriminator(tiny_config)
    for parameter in network.parameters():
        torch.nn.init.normal_(parameter, 0.0, 0.2)
    save_discriminator(run.discriminator_path, network.state_dict(), tiny_config, {"step": 20})
    return run


@pytest.fixture
def opinion(session: Session) -> OpinionWatch:
    return OpinionWatch(session)


@pytest.fixture
def results(opinion: OpinionWatch) -> list[RenderResult]:
    seen: list[RenderResult] = []
    opinion.arrived.connect(seen.append)
    return seen


@pytest.fixture
def panel(
    workspace: Workspace, opinion: OpinionWatch, run: Run, results: list[RenderResult], qtbot: QtBot
) -> DiscriminatorPanel:
    workspace.runs.open_run(run.folder)
    panel = DiscriminatorPanel(workspace.session, opinion)
    qtbot.addWidget(panel)
    panel.resize(950, 480)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def test_the_score_is_the_networks_own(panel: DiscriminatorPanel, session: Session, run: Run) -> None:
    picture = load_generator(run.snapshot_path(20))(torch.from_numpy(session.z[None]))
    logit = float(load_discriminator(run.discriminator_path)(picture))
    shown = float(panel.logit.text().removeprefix("score ").replace("−", "-"))
    assert shown == pytest.approx(logit, abs=0.05)
    assert panel.gauge.value() == pytest.approx(1000 / (1 + np.exp(-logit)), abs=15)
    assert panel.score.text().endswith("%")
    assert any("Probability that the picture is real" in label.text() for label in panel.findChildren(QLabel))
    assert panel.gradient.maps is not None and panel.gradient.maps.shape == (1, 28, 28)
    assert panel.guided.maps is not None and not np.array_equal(panel.guided.maps, panel.gradient.maps)


@pytest.mark.parametrize(
    ("percent", "text"),
    [(1e-7, "< 0.01%"), (0.25, "0.25%"), (1, "1%"), (50.4, "50%"), (99.672, "99.67%"), (99.9999, "> 99.99%")],
)
def test_percents_never_round_to_none_or_all(percent: float, text: str) -> None:
    assert percent_text(percent) == text


def test_it_follows_sliders_and_edits(panel: DiscriminatorPanel, session: Session, results: list[RenderResult]) -> None:
    first = panel.logit.text()
    session.set_component(0, 3.0)
    second = panel.logit.text()
    session.edits.add(parse_edit("block1:0-3=0"))
    assert results[-1].request.edits == session.edits.current
    assert len({first, second, panel.logit.text()}) == 3


def test_its_layers_in_the_grid(panel: DiscriminatorPanel, results: list[RenderResult]) -> None:
    assert [panel.layer.itemData(i) for i in range(panel.layer.count())] == [
        *("block1.conv", "block1.act", "block2.conv", "block2.norm", "block2.act", "score.conv")
    ]
    choose(panel.layer, "block2.norm")
    opinion = results[-1].opinion
    assert opinion is not None and panel.grid.maps is not None
    assert np.array_equal(panel.grid.maps, opinion.maps["block2.norm"])
    assert panel.caption.text() == "8 × 7 × 7, batch normalisation"
    choose(panel.layer, "score.conv")
    assert panel.grid.maps.shape == (1, 1, 1)


def test_its_age_is_said(panel: DiscriminatorPanel, workspace: Workspace) -> None:
    assert panel.age.text() == "discriminator of step 20, like the generator"
    workspace.runs.timeline.move_to(0)
    assert panel.age.text().startswith("discriminator of step 20,")


def test_a_file_on_its_own_has_none(panel: DiscriminatorPanel, workspace: Workspace, tiny_model: Path) -> None:
    assert not panel.reason.isVisible()
    workspace.open(str(tiny_model))
    assert panel.reason.isVisible() and "file on its own" in panel.reason.text()


def test_one_that_strangers_made_has_its_own_layers(
    panel: DiscriminatorPanel, workspace: Workspace, run: Run, results: list[RenderResult], tiny_model: Path
) -> None:
    network = nn.Sequential(
        nn.Conv2d(1, 6, 4, 2, 1), nn.ReLU(), nn.Conv2d(6, 5, 4, 2, 1), nn.ReLU(), nn.Conv2d(5, 1, 7)
    )
    found = work_out(state_dict(network), (1, 28, 28))
    save_discriminator(discriminator_beside(tiny_model), found.weights, found.layout, {})
    workspace.open(str(tiny_model))
    assert panel.reason.isHidden() and panel.grid.maps is not None and panel.grid.maps.shape == (6, 14, 14)
    layers = [panel.layer.itemData(place) for place in range(panel.layer.count())]
    assert layers == ["block1.conv", "block1.act", "block2.conv", "block2.act", "score.conv"]
    choose(panel.layer, "block2.conv")
    assert results[-1].opinion is not None and panel.grid.maps.shape == (5, 7, 7)
    assert panel.age.text() == "discriminator of unknown age"
    workspace.runs.open_run(run.folder)
    assert panel.layer.currentData() == "block1.act" and panel.grid.maps.shape == (4, 14, 14)


def test_a_broken_file_is_told_when_its_generator_is_opened(
    panel: DiscriminatorPanel, workspace: Workspace, tiny_model: Path
) -> None:
    discriminator_beside(tiny_model).write_bytes(b"nothing")
    workspace.open(str(tiny_model))
    assert panel.reason.isVisible() and "is not a whole .safetensors file" in panel.reason.text()


def test_a_run_that_kept_none_says_so(panel: DiscriminatorPanel, workspace: Workspace, run: Run) -> None:
    run.discriminator_path.unlink()
    workspace.runs.open_run(run.folder)
    assert panel.reason.isVisible() and "has kept no discriminator" in panel.reason.text()


def test_it_is_read_from_the_state_of_a_run_that_kept_no_other(
    panel: DiscriminatorPanel, workspace: Workspace, run: Run, results: list[RenderResult]
) -> None:
    asked = results[-1].opinion
    weights = read_weights(run.discriminator_path)
    run.discriminator_path.unlink()
    tensors = {f"discriminator.{name}": tensor for name, tensor in weights.items()} | {"ema.scale": torch.ones(1)}
    write_tensors(run.state_path, tensors, {"format": STATE_FORMAT, "counters": json.dumps({"step": 25})})
    workspace.runs.open_run(run.folder)
    told = results[-1].opinion
    assert asked is not None and told is not None and not panel.reason.isVisible()
    assert told.logit == pytest.approx(asked.logit, abs=1e-5)
    assert panel.age.text() == "discriminator of step 25, generator of step 20"


def test_the_discriminator_of_another_architecture_has_other_layers(
    panel: DiscriminatorPanel, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    told: list[str] = []
    workspace.session.failed.connect(told.append)
    choose(panel.layer, "block2.norm")
    config = ModelConfig(16, 1, z_dim=8, ngf=4, ndf=4)
    run = Run.create(tmp_path / "small", TrainConfig(model=config))
    save_drawing_generator(run.snapshot_path(1), config)
    save_discriminator(run.discriminator_path, Discriminator(config).state_dict(), config, {"step": 1})
    workspace.runs.open_run(run.folder)
    assert panel.layer.currentData() == "block1.act" and panel.caption.text() == "4 × 8 × 8, leaky ReLU, slope 0.2"
    assert not told


def test_a_broken_file_is_told(panel: DiscriminatorPanel, session: Session, run: Run) -> None:
    told: list[str] = []
    session.failed.connect(told.append)
    run.discriminator_path.write_bytes(b"nothing")
    session.set_component(0, 1.0)
    assert len(told) == 1 and "is not a whole .safetensors file" in told[0]


def test_hidden_it_asks_nothing(panel: DiscriminatorPanel, session: Session, results: list[RenderResult]) -> None:
    panel.hide()
    count = len(results)
    session.set_component(0, 2.0)
    assert len(results) == count
    panel.show()
    assert len(results) == count + 1


def test_heat_maps_say_what_their_colours_stand_for(panel: DiscriminatorPanel) -> None:
    for view in (panel.gradient, panel.guided):
        assert view.maps is not None
        legend, largest = panel.legends[view], float(np.abs(view.maps).max())
        assert legend.isVisible()
        assert float(legend.high.text()) == pytest.approx(largest, rel=0.01)
        assert legend.low.text() == f"−{legend.high.text()}"


def test_the_opinion_is_of_the_class_that_is_drawn(
    workspace: Workspace, opinion: OpinionWatch, results: list[RenderResult], tiny_config: ModelConfig, tmp_path: Path
) -> None:
    told = replace(tiny_config, class_names=("bag", "shirt"))
    run = Run.create(tmp_path / "told", TrainConfig(labels=True, model=told))
    save_drawing_generator(run.snapshot_path(10), told)
    save_judge(run.discriminator_path, told)
    workspace.runs.open_run(run.folder)
    opinion.watch(())
    workspace.session.edits.choose_class(1)
    result, discriminator = results[-1], load_discriminator(run.discriminator_path)
    picture = from_uint8(torch.from_numpy(result.images).permute(0, 3, 1, 2))
    with telling(1, discriminator):  # type: ignore[arg-type]
        expected = float(discriminator(picture))
    assert result.request.chosen_class == 1 and result.opinion is not None
    assert result.opinion.logit == pytest.approx(expected, abs=1e-3)
    assert abs(expected - float(discriminator(picture))) > 0.01
