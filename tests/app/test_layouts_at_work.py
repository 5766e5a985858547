"""What is worked out beside the window, on generators of any architecture."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.explore.directions.found_directions import FoundDirections
from app.explore.inversion.inversion import Inversion
from app.explore.latent.sensitivity import Sensitivity
from app.explore.map import latent_map
from app.explore.map.latent_map import LatentMap
from app.layers.channels.channel_ranking import ChannelRanking
from app.session.session import Session
from app.toolkit.workspace import Workspace
from app.work.exports import Export, Look, What, export_job
from gan.explore import discovery
from gan.explore.latent import bound
from gan.explore.methods import METHODS
from gan.images import PNG_COMMENT, Picture
from gan.layers.catalogue import layers_of
from gan.layers.edits import Edit
from gan.request import RenderResult
from tests.app.layouts import LAYOUTS, save_layout


@pytest.fixture(params=LAYOUTS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def workspace(prompt_workspace: Workspace, kind: str, tmp_path: Path) -> Workspace:
    """Jobs are done at once; on a generator of ``kind``, which draws its class 2 if it has classes."""
    prompt_workspace.open(str(save_layout(tmp_path, kind)))
    prompt_workspace.session.edits.choose_class(2)
    return prompt_workspace


@pytest.fixture(autouse=True)
def few_samples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discovery, "SAMPLES", 100)


@pytest.fixture
def told(session: Session) -> list[str]:
    """What went wrong."""
    words: list[str] = []
    session.failed.connect(words.append)
    return words


@pytest.fixture
def pictures(session: Session) -> list[Picture]:
    """The live ones."""
    shown: list[Picture] = []
    session.rendered.connect(lambda result: shown.append(result.images[0]))
    session.render()
    return shown


def test_the_z_of_its_own_picture(workspace: Workspace, told: list[str], pictures: list[Picture], kind: str) -> None:
    inversion = Inversion(workspace.session, workspace.background)
    inversion.find(pictures[-1])
    assert not told and inversion.found is not None and inversion.is_of_here
    assert np.array_equal(inversion.found.picture, pictures[-1])
    assert np.abs(workspace.session.z).max() <= bound(LAYOUTS[kind].distribution)


def test_a_picture_from_a_file(workspace: Workspace, told: list[str], pictures: list[Picture], tmp_path: Path) -> None:
    Image.fromarray(np.full((40, 40, 3), 200, np.uint8)).save(tmp_path / "grey.png")
    inversion = Inversion(workspace.session, workspace.background)
    inversion.find(tmp_path / "grey.png")
    assert not told and inversion.target is not None and inversion.target.shape == pictures[-1].shape


@pytest.mark.parametrize("method", METHODS)
def test_directions(workspace: Workspace, told: list[str], method: str, kind: str) -> None:
    directions = FoundDirections(workspace.session, workspace.background)
    directions.find(method)
    if method == "sefa" and not LAYOUTS[kind].is_chain:
        assert len(told) == 1 and directions.current is None
    else:
        assert not told and directions.current is not None and directions.is_of_here


def test_directions_of_another_class_are_of_elsewhere(workspace: Workspace, kind: str) -> None:
    directions = FoundDirections(workspace.session, workspace.background)
    directions.find(next(iter(METHODS)))
    workspace.session.edits.choose_class(1)
    assert directions.is_of_here == (LAYOUTS[kind].condition is None)


def test_sensitivity(workspace: Workspace, told: list[str]) -> None:
    sensitivity = Sensitivity(workspace.session, workspace.background)
    sensitivity.measure()
    assert not told and sensitivity.current is not None and sensitivity.is_of_here
    assert len(sensitivity.current) == len(workspace.session.z)


def test_a_map(workspace: Workspace, told: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(latent_map, "COUNT", 40)
    drawn = LatentMap(workspace.session, workspace.background, workspace.random_points())
    drawn.draw(0)
    assert not told and drawn.current is not None and not drawn.is_outdated


def test_every_layer_can_be_ranked_and_muted(
    workspace: Workspace, told: list[str], pictures: list[Picture], kind: str
) -> None:
    session, ranking = workspace.session, ChannelRanking(workspace.session, workspace.background)
    plain = pictures[-1]
    for layer in layers_of(LAYOUTS[kind]):
        ranking.measure(layer.name)
        measured = ranking.of(layer.name)
        assert measured is not None and len(measured.effects) == layer.shape[0]
        session.edits.add(Edit(session.edits.target_of(layer), (), inverted=True))
        assert session.edits.factors(layer) is not None
        assert not np.array_equal(pictures[-1], plain)
        session.undo_stack.undo()
        assert np.array_equal(pictures[-1], plain)
    assert not told


@pytest.mark.parametrize(("what", "suffix"), [(What.PICTURE, "png"), (What.STRIP, "png"), (What.FILM, "mp4")])
def test_exports(
    workspace: Workspace, pictures: list[Picture], what: What, suffix: str, kind: str, tmp_path: Path
) -> None:
    session, target = workspace.session, tmp_path / f"export.{suffix}"
    assert session.network is not None
    job = export_job(Export(what, target, session.network, session.interpolation.path, "cpu", Look(1, frames=5)))
    failed: list[str] = []
    job.failed.connect(failed.append)
    job.run()
    assert not failed and target.stat().st_size > 0
    if what is What.PICTURE:
        with Image.open(target) as image:
            assert np.array_equal(np.atleast_3d(np.asarray(image)), pictures[-1])
            told = [f"class {name}" in image.info[PNG_COMMENT] for name in LAYOUTS[kind].class_names]
            assert [number for number, named in enumerate(told) if named] == ([2] if told else [])


def test_a_film_as_gif(workspace: Workspace, tmp_path: Path) -> None:
    session, target = workspace.session, tmp_path / "export.gif"
    assert session.network is not None
    job = export_job(Export(What.FILM, target, session.network, session.interpolation.path, "cpu", Look(2, frames=5)))
    job.run()
    assert target.exists()


def test_only_batch_norm_takes_the_statistics_of_a_batch(
    workspace: Workspace, told: list[str], session: Session, kind: str
) -> None:
    from app.layers.strip.generator_strip import GeneratorStrip

    results: list[RenderResult] = []
    session.rendered.connect(results.append)
    strip = GeneratorStrip(session)
    has_batch_norm = LAYOUTS[kind].has_batch_norm
    assert strip.tools.norm.isEnabled() == has_batch_norm
    assert ("has no BatchNorm" in strip.tools.norm.toolTip()) != has_batch_norm
    strip.deleteLater()
