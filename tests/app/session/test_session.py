"""The session: what it renders, what it keeps, what it says."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app.session.interpolation import Endpoint
from app.session.open_model import OpenModel
from app.session.session import Session
from app.session.wanted import Wanted
from app.toolkit.workspace import Workspace
from gan.errors import UsageError
from gan.explore.latent import sample_z
from gan.images import Picture
from gan.layers.edits import Edit
from gan.model.checkpoint import save_generator
from gan.model.config import ModelConfig
from gan.render import Renderer
from gan.request import RenderRequest, RenderResult
from gan.sources import find_model
from tests.gan.tiny import save_tiny


def picture_of(path: Path, z: Any) -> Picture:
    return Renderer("cpu").render(RenderRequest(path, np.asarray(z, np.float32)[None])).images[0]


@pytest.fixture
def results(session: Session) -> list[RenderResult]:
    seen: list[RenderResult] = []
    session.rendered.connect(seen.append)
    return seen


def test_opening_a_model_draws_the_point_of_seed_0(session: Session) -> None:
    assert session.model is not None
    assert np.array_equal(session.z, sample_z(1, session.model.config.z_dim, 0)[0])


def test_a_moved_slider_gives_another_picture(session: Session, results: list[RenderResult], tiny_model: Path) -> None:
    session.set_component(3, 2.5)
    assert session.z[3] == 2.5
    assert np.array_equal(results[-1].images[0], picture_of(tiny_model, session.z))


def test_z_is_handed_out_as_a_copy(session: Session) -> None:
    before = session.z
    session.z[:] = 99
    assert np.array_equal(session.z, before)


def test_a_point_of_another_space_is_refused(session: Session) -> None:
    before = session.z
    with pytest.raises(ValueError, match="a point of 3 numbers in a space of 8"):
        session.set_z(np.zeros(3, np.float32))
    assert np.array_equal(session.z, before) and not session.undo_stack.count()


def test_watched_layers_come_with_the_picture_until_nobody_watches(
    session: Session, results: list[RenderResult]
) -> None:
    session.watch("one", Wanted(("block1.act", "block2.norm")))
    session.watch("two", Wanted(("block1.act",)))
    assert set(results[-1].maps) == {"block1.act", "block2.norm"}
    session.watch("one", Wanted())
    assert set(results[-1].maps) == {"block1.act"}


def test_another_latent_size_draws_a_new_point(workspace: Workspace, session: Session, tmp_path: Path) -> None:
    from gan.model.networks import Generator

    config = ModelConfig(16, 3, z_dim=5, ngf=4, ndf=4)
    path = tmp_path / "other.safetensors"
    save_generator(path, Generator(config).state_dict(), config, {})
    session.set_z(np.ones(8, np.float32))
    workspace.open(str(path))
    assert session.z.shape == (5,)
    assert session.interpolation.endpoint(Endpoint.B).shape == (5,)


def test_the_same_latent_size_keeps_the_point(workspace: Workspace, tiny_model: Path, tmp_path: Path) -> None:
    session = workspace.session
    session.set_z(np.ones(8, np.float32))
    copy = tmp_path / "copy.safetensors"
    copy.write_bytes(tiny_model.read_bytes())
    workspace.open(str(copy))
    assert np.array_equal(session.z, np.ones(8))


def test_latency_is_measured_once_the_picture_is_painted(session: Session, results: list[RenderResult]) -> None:
    measured: list[float] = []
    session.latency_measured.connect(measured.append)
    session.set_component(0, 0.5)
    session.picture_painted(results[-1].request.generation)
    assert measured == [], "the first picture waits for torch and says nothing about the slider"
    session.set_component(0, 1.0)
    assert measured == []
    session.picture_painted(results[-1].request.generation)
    session.picture_painted(results[-1].request.generation)
    assert len(measured) == 1 and 0 < measured[0] < 10_000


def test_requests_that_waited_for_torch_say_nothing_of_the_slider(
    session: Session, results: list[RenderResult]
) -> None:
    measured: list[float] = []
    session.latency_measured.connect(measured.append)
    session.set_component(0, 0.5)
    session.set_component(0, 1.0)
    for result in results[-2:]:
        session.picture_painted(result.request.generation)
    assert measured == []


def test_followers_of_the_model_hear_of_the_one_before(session: Session, tmp_path: Path) -> None:
    heard: list[tuple[OpenModel | None, OpenModel]] = []
    first = session.model
    session.follow_model(lambda before, now: heard.append((before, now)))
    assert heard == [(None, first)]
    other = find_model(str(save_tiny(tmp_path / "other.safetensors")))
    session.open(OpenModel(other, heard[0][1].checkpoint))
    assert heard[1][0] is first and heard[1][1].source == other


def test_what_cannot_be_done_is_told(session: Session) -> None:
    told: list[str] = []
    session.failed.connect(told.append)

    def refuse() -> None:
        raise UsageError("take another folder")

    assert not session.attempt(refuse) and told == ["take another folder"]
    assert session.attempt(lambda: None) and len(told) == 1


def test_pictures_have_one_thread_while_somebody_computes_beside_them(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []
    monkeypatch.setattr(session._service, "set_threads", threads.append)
    session.share_cores("jobs", True)
    session.share_cores("training", True)
    session.share_cores("jobs", False)
    session.share_cores("training", False)
    assert threads == [1, 1, 1, 0]


def test_the_network_is_what_is_open_with_its_edits(session: Session) -> None:
    session.edits.add(Edit("block1", (0,), 0.0))
    network = session.network
    assert network is not None and session.model is not None
    assert (network.model, network.edits) == (session.model.source.path, session.edits.current)


def test_there_is_no_network_before_a_model_is_open(prompt_workspace: Workspace) -> None:
    assert prompt_workspace.session.network is None
