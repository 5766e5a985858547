"""What channels do to the picture, measured beside the window."""

from pathlib import Path

import pytest

from app.layers.channels.channel_ranking import ChannelRanking
from app.session.session import Session
from app.toolkit.workspace import Workspace
from app.work.background import Background, Job
from gan.model.config import ModelConfig
from tests.app.work.test_latest_job import Later
from tests.gan.generators import save_drawing_generator


@pytest.fixture
def jobs(ranking: ChannelRanking) -> list[Job]:
    seen: list[Job] = []
    ranking.started.connect(seen.append)
    return seen


@pytest.fixture
def later(tiny_config: ModelConfig, tmp_path: Path) -> str:
    """Another snapshot of the generator."""
    return str(save_drawing_generator(tmp_path / "later.safetensors", tiny_config, seed=1))


def test_it_is_measured_once_for_a_file(ranking: ChannelRanking, session: Session, jobs: list[Job]) -> None:
    told: list[str] = []
    ranking.measured.connect(told.append)
    for layer in ("block2.act", "block2.act", "block1.act"):
        ranking.measure(layer)
    assert told == ["block2.act", "block2.act", "block1.act"] and len(jobs) == 2
    measured = ranking.of("block2.act")
    assert session.model is not None and measured is not None
    assert measured.origin.path == session.model.source.path and measured.effects.shape == (4,)


def test_of_another_snapshot_the_newest_is_known(
    ranking: ChannelRanking, workspace: Workspace, jobs: list[Job], tiny_model: Path, later: str
) -> None:
    ranking.measure("block2.act")
    first = ranking.of("block2.act")
    workspace.open(later)
    assert ranking.of("block2.act") is first
    ranking.measure("block2.act")
    second = ranking.of("block2.act")
    assert first is not None and second is not None and second.origin != first.origin
    workspace.open(str(tiny_model))
    ranking.measure("block2.act")
    assert ranking.of("block2.act") is first and len(jobs) == 2


def test_another_architecture_is_measured_anew(
    ranking: ChannelRanking, workspace: Workspace, colour_model: Path
) -> None:
    ranking.measure("block2.act")
    workspace.open(str(colour_model))
    assert ranking.of("block2.act") is None


def test_what_another_architecture_left_behind_is_not_heard(workspace: Workspace, colour_model: Path) -> None:
    executor = Later()
    told: list[str] = []
    ranking = ChannelRanking(workspace.session, Background(executor))
    ranking.measured.connect(told.append)
    ranking.given_up.connect(lambda: told.append("given up"))
    ranking.measure("block2.act")
    workspace.open(str(colour_model))
    executor.run_one()
    assert not told and ranking.of("block2.act") is None


def test_a_broken_file_is_told(ranking: ChannelRanking, session: Session, tiny_model: Path) -> None:
    told: list[str] = []
    session.failed.connect(told.append)
    ranking.given_up.connect(lambda: told.append("given up"))
    tiny_model.unlink()
    ranking.measure("block1.act")
    assert "there is no file" in told[0] and told[1:] == ["given up"]


def test_without_a_model_there_is_nothing_to_measure(empty_workspace: Workspace) -> None:
    ranking = ChannelRanking(empty_workspace.session, empty_workspace.background)
    ranking.measure("block1.act")
    assert not empty_workspace.background.computing
