"""The discriminator chooses: settings, what it makes of a sample, and random points for tools."""

import os
from pathlib import Path

import numpy as np
import pytest

from app.session.choosing import Choosing
from app.session.random_points import RandomPoints
from app.toolkit.workspace import Workspace
from gan import places
from gan.__main__ import main
from gan.errors import LatentariumError
from gan.explore.acceptance import USUAL_SHARE, Basis
from gan.explore.choosing import SURVEYED
from gan.explore.latent import Latent, sample_z
from gan.layers.edits import parse_edit
from gan.model.checkpoint import discriminator_beside
from gan.render import Renderer
from gan.request import RenderRequest
from gan.train.run import Run
from tests.app.judged import COUNT, make_judged_run
from tests.app.layouts import CLASSES, LAYOUTS, save_layout
from tests.gan.data.writing import write_digits
from tests.gan.tiny import COLOUR, make_run, save_judge, save_tiny


@pytest.fixture
def told(judged_workspace: Workspace) -> list[str]:
    """What people are told."""
    told: list[str] = []
    judged_workspace.session.failed.connect(told.append)
    return told


@pytest.fixture
def points(judged_workspace: Workspace) -> RandomPoints:
    return judged_workspace.random_points()


@pytest.fixture
def drawn(points: RandomPoints) -> list[Latent]:
    drawn: list[Latent] = []
    points.drawn.connect(drawn.append)
    return drawn


def test_random_points_are_those_of_the_seed_until_somebody_chooses(
    choosing: Choosing, points: RandomPoints, drawn: list[Latent]
) -> None:
    points.ask(5, 3)
    assert np.array_equal(drawn[0], sample_z(5, 8, 3)) and choosing.current is None
    choosing.set_enabled(True)
    points.ask(5, 3)
    stream = sample_z(400, 8, 3)
    numbers = [int(np.flatnonzero((stream == z).all(axis=1))[0]) for z in drawn[1]]
    assert len(numbers) == 5 and numbers == sorted(numbers) and numbers != list(range(5))


def test_the_window_chooses_as_the_command_line_does(
    choosing: Choosing, points: RandomPoints, drawn: list[Latent], judged_run: Run, tmp_path: Path
) -> None:
    choosing.set_enabled(True)
    points.ask(6, 11)
    words = ("generate", judged_run.folder, "--count", 6, "--seed", 11, "--choose", USUAL_SHARE, "--device", "cpu")
    assert main([*map(str, words), "--out", str(tmp_path / "a.npy")]) == 0
    images = Renderer("cpu").render(RenderRequest(judged_run.snapshot_path(20), drawn[0])).images
    assert np.array_equal(np.load(tmp_path / "a.npy"), images[..., 0])


def test_a_sample_is_judged_once_until_something_is_another(
    choosing: Choosing, judged_workspace: Workspace, points: RandomPoints, drawn: list[Latent], judged_run: Run
) -> None:
    jobs: list[object] = []
    choosing.surveying.started.connect(jobs.append)
    choosing.survey()
    choosing.survey()
    choosing.set_share(0.5)
    choosing.set_enabled(True)
    points.ask(1, 0)
    first = choosing.current
    assert first is not None and (len(jobs), len(first.survey.sample), first.step) == (1, SURVEYED, 20)
    assert first.survey.basis is Basis.RATIO
    judged_workspace.session.edits.add(parse_edit("block1:0=0"))
    assert choosing.is_outdated
    points.ask(1, 0)
    second = choosing.current
    assert second is not first and not choosing.is_outdated
    save_judge(judged_run.discriminator_path, seed=1, step=30)
    os.utime(judged_run.discriminator_path, (1, 1))
    assert choosing.is_outdated
    choosing.survey()
    assert choosing.current is not None and choosing.current.step == 30 and not choosing.is_outdated


def test_the_same_points_are_not_chosen_again(
    choosing: Choosing, points: RandomPoints, drawn: list[Latent], judged_workspace: Workspace
) -> None:
    jobs: list[object] = []
    points.job.started.connect(jobs.append)
    choosing.set_enabled(True)
    for seed in (1, 1, 2):
        points.ask(3, seed)
    assert len(jobs) == 2 and np.array_equal(drawn[0], drawn[1]) and not np.array_equal(drawn[1], drawn[2])
    choosing.set_share(0.9)
    points.ask(3, 2)
    judged_workspace.session.edits.add(parse_edit("block1:0=0"))
    points.ask(3, 2)
    assert len(jobs) == 4


def test_edits_and_the_class_are_judged_as_they_are_drawn(prompt_workspace: Workspace, tmp_path: Path) -> None:
    layout = LAYOUTS[CLASSES]
    path = save_layout(tmp_path, CLASSES)
    config = type(COLOUR)(layout.picture_size.sides, layout.channels, z_dim=8, ngf=4, ndf=4)
    save_judge(discriminator_beside(path), config)
    prompt_workspace.open(str(path))
    choosing, edits = prompt_workspace.choosing, prompt_workspace.session.edits
    scores = []
    for change in (lambda: None, lambda: edits.step_class(1), lambda: edits.add(parse_edit("block1:0=0"))):
        change()
        choosing.survey()
        assert choosing.current is not None and choosing.current.survey.basis is Basis.ORDER
        scores.append(choosing.current.survey.sample.scores)
    assert not np.array_equal(scores[0], scores[1]) and not np.array_equal(scores[1], scores[2])


def test_scores_are_compared_with_real_pictures(choosing: Choosing, told: list[str]) -> None:
    choosing.survey()
    choosing.compare(True)
    current = choosing.current
    assert current is not None and current.survey.of_real is not None and len(current.survey.of_real) == COUNT
    assert current.survey.basis is Basis.CALIBRATED and current.survey.slope > 0 and told == []
    choosing.compare(False)
    assert choosing.current is not None and choosing.current.survey.basis is Basis.RATIO


def test_other_snapshots_keep_real_pictures_and_what_was_judged_as_outdated(
    choosing: Choosing, judged_workspace: Workspace, judged_run: Run, tmp_path: Path
) -> None:
    choosing.compare(True)
    first = choosing.current
    judged_workspace.open(str(judged_run.snapshot_path(10)))
    assert choosing.current is first and choosing.is_outdated and choosing.compares
    choosing.survey()
    assert choosing.current is not first and not choosing.is_outdated
    judged_workspace.open(str(save_tiny(tmp_path / "other.safetensors")))
    assert choosing.current is None and not choosing.compares and choosing.real.current is None


def test_pictures_that_are_gone_are_told_and_not_compared_with(
    choosing: Choosing, judged_workspace: Workspace, told: list[str], tmp_path: Path
) -> None:
    (tmp_path / "gone").mkdir()
    run = make_judged_run(tmp_path / "gone")
    (tmp_path / "gone" / "real").rename(tmp_path / "elsewhere")
    missing: list[str] = []
    choosing.real.missing.connect(lambda data, reason: missing.append(data))
    judged_workspace.open(str(run.folder))
    choosing.compare(True)
    assert missing == [str(tmp_path / "gone" / "real")] and not choosing.compares and told == []


def test_where_nobody_can_choose_points_are_those_of_the_seed(
    choosing: Choosing,
    judged_workspace: Workspace,
    points: RandomPoints,
    drawn: list[Latent],
    told: list[str],
    tmp_path: Path,
) -> None:
    choosing.set_enabled(True)
    judged_workspace.open(str(save_tiny(tmp_path / "alone.safetensors")))
    assert choosing.enabled and not choosing.active
    assert choosing.reason.startswith("There is no discriminator beside alone.safetensors")
    points.ask(2, 0)
    assert np.array_equal(drawn[-1], sample_z(2, 8, 0)) and told == []
    choosing.survey()
    assert len(told) == 1 and "no discriminator" in told[0]


def test_a_discriminator_of_other_pictures_is_told(choosing: Choosing, told: list[str], judged_run: Run) -> None:
    save_judge(judged_run.discriminator_path, COLOUR)
    choosing.survey()
    assert len(told) == 1 and "judges pictures of 16×16" in told[0] and choosing.current is None


def test_a_run_gets_a_discriminator_while_it_is_looked_at(
    judged_workspace: Workspace, choosing: Choosing, judged_run: Run, tmp_path: Path
) -> None:
    kept = judged_run.discriminator_path.rename(tmp_path / "kept.safetensors")
    judged_workspace.open(str(judged_run.folder))
    assert "has kept no discriminator" in choosing.reason
    kept.rename(judged_run.discriminator_path)
    judged_workspace.runs.timeline.refresh()
    assert choosing.reason == ""


def test_before_a_model_is_open_nothing_happens(empty_workspace: Workspace) -> None:
    drawn: list[Latent] = []
    points = empty_workspace.random_points()
    points.drawn.connect(drawn.append)
    empty_workspace.choosing.set_enabled(True)
    points.ask(1, 0)
    assert drawn == [] and empty_workspace.choosing.reason == "Open a model first."


def test_settings_are_kept_with_the_session(choosing: Choosing) -> None:
    changes: list[None] = []
    choosing.set_by_hand.connect(lambda: changes.append(None))
    choosing.set_enabled(True)
    choosing.set_share(0.1)
    choosing.set_share(7.0)
    choosing.set_share(0.1)
    saved = choosing.to_json()
    assert len(changes) == 4 and saved == {"choosing": {"enabled": True, "share": 0.1}}
    choosing.set_enabled(False)
    choosing.set_share(0.9)
    choosing.from_json({}, 8)()
    assert choosing.share == 0.9
    choosing.from_json(saved, 8)()
    assert (choosing.enabled, choosing.share) == (True, 0.1)


@pytest.mark.parametrize("broken", [7, {"share": 0}, {"share": 2.0}, {"share": "all"}, {"enabled": 1}, []])
def test_broken_settings_are_refused(choosing: Choosing, broken: object) -> None:
    with pytest.raises(LatentariumError):
        choosing.from_json({"choosing": broken}, 8)
    assert choosing.share == USUAL_SHARE


def test_real_pictures_of_an_excerpt_make_way_for_the_whole_set(
    prompt_workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "DEBIAN_DATASETS", tmp_path / "debian")
    run = make_run(tmp_path / "clothes", data="fashion-mnist")
    save_judge(run.discriminator_path)
    prompt_workspace.open(str(run.folder))
    choosing = prompt_workspace.choosing
    choosing.compare(True)
    used = choosing.real.current
    assert used is not None and used.name == "fashion-mnist-excerpt" and "come with the program" in used.note
    choosing.compare(False)
    assert not choosing.real.is_superseded
    write_digits(places.datasets_folder() / "fashion-mnist", count=20)
    assert choosing.real.is_superseded
    choosing.compare(True)
    assert choosing.real.current is not None and choosing.real.current.name == "fashion-mnist"
