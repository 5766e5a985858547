"""Which training pictures are at hand."""

from pathlib import Path

from app.explore.nearest.nearest import SHOWN, NearestPictures
from app.toolkit.workspace import Workspace
from gan.measure.neighbours import CLOSENESS, Neighbour
from tests.app.explore.nearest.conftest import COUNT
from tests.gan.data.writing import write_picture
from tests.gan.tiny import make_run, make_shaped_run, save_tiny


def test_they_are_asked_of_the_current_picture(nearest: NearestPictures) -> None:
    found: list[list[Neighbour]] = []
    nearest.found.connect(found.append)
    nearest.ask()
    assert found == [], "nothing is at hand yet"
    nearest.read(CLOSENESS["pixels"])
    assert nearest.count == COUNT
    nearest.ask()
    assert [len(each) for each in found] == [SHOWN]


def test_reading_says_how_far_it_is(nearest: NearestPictures) -> None:
    told: list[tuple[int, int]] = []
    nearest.reading.started.connect(lambda job: job.progressed.connect(lambda *counts: told.append(counts)))
    nearest.read(CLOSENESS["pixels"])
    assert told[-1] == (COUNT, COUNT)


def test_snapshots_of_one_run_learned_from_the_same_pictures(
    nearest: NearestPictures, workspace: Workspace, tmp_path: Path
) -> None:
    nearest.read(CLOSENESS["pixels"])
    run = workspace.runs.controller.run
    assert run is not None
    workspace.open(str(run.snapshot_path(10)))
    assert nearest.count == COUNT
    workspace.open(str(save_tiny(tmp_path / "other.safetensors")))
    assert nearest.count == 0


def test_pictures_that_are_gone_are_told(nearest: NearestPictures, workspace: Workspace, tmp_path: Path) -> None:
    told: list[tuple[str, str]] = []
    gone = str(tmp_path / "no-folder")
    nearest.missing.connect(lambda *words: told.append(words))
    workspace.open(str(make_run(tmp_path / "gone", data=gone).folder))
    nearest.read(CLOSENESS["pixels"])
    assert len(told) == 1 and told[0][0] == gone and "neither a data set nor a folder" in told[0][1]
    assert nearest.count == 0


def test_pictures_are_those_that_the_networks_saw(
    nearest: NearestPictures, workspace: Workspace, tmp_path: Path
) -> None:
    for name in "abc":
        write_picture(tmp_path / "tall" / f"{name}.png", (200, 200, 200), (10, 40))
    workspace.open(str(make_shaped_run(tmp_path / "shaped", tmp_path / "tall").folder))
    workspace.session.render()
    found: list[list[Neighbour]] = []
    nearest.found.connect(found.append)
    nearest.read(CLOSENESS["pixels"])
    nearest.ask()
    assert nearest.count == 2
    picture = found[0][0].picture
    assert (picture[14, 0, 0], picture[14, 14, 0]) == (0, 200)


def test_a_discriminator_that_was_not_kept_cannot_be_asked(nearest: NearestPictures, workspace: Workspace) -> None:
    told: list[str] = []
    workspace.session.failed.connect(told.append)
    nearest.read(CLOSENESS["discriminator"])
    assert len(told) == 1 and "was not kept" in told[0]
