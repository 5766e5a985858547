"""The session: what it renders, what it keeps, what it says."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app.session.session import Endpoint, Session
from gan.errors import UsageError
from gan.explore.latent import Mode, sample_z
from gan.images import Picture
from gan.model.checkpoint import save_generator
from gan.model.config import ModelConfig
from gan.render import Renderer
from gan.request import RenderRequest, RenderResult
from gan.sources import ModelSource
from gan.train import events
from gan.train.config import TrainConfig
from gan.train.run import Run


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


@pytest.mark.parametrize("mode", list(Mode))
def test_the_ends_of_the_way_are_exactly_a_and_b(
    session: Session, results: list[RenderResult], tiny_model: Path, mode: Mode
) -> None:
    a, b = sample_z(2, 8, 5)
    session.set_endpoint(Endpoint.A, a)
    session.set_endpoint(Endpoint.B, b)
    for t, end in ((0.0, a), (1.0, b)):
        session.interpolate(t, mode)
        assert np.array_equal(session.z, end)
        assert np.array_equal(results[-1].images[0], picture_of(tiny_model, end))


def test_positions_beyond_the_ends_are_the_ends(session: Session) -> None:
    session.interpolate(1.7)
    assert session.t == 1.0


def test_endpoint_pictures_are_those_of_a_and_b(session: Session, tiny_model: Path) -> None:
    seen: list[Picture] = []
    session.endpoints_rendered.connect(seen.append)
    session.set_endpoint(Endpoint.B, np.full(8, 0.5, np.float32))
    expected = [picture_of(tiny_model, session.endpoint(end)) for end in Endpoint]
    # A batch of two may differ from single pictures in the last bit of the arithmetic.
    assert np.abs(seen[-1].astype(int) - np.stack(expected).astype(int)).max() <= 1


def test_watched_layers_come_with_the_picture_until_nobody_watches(
    session: Session, results: list[RenderResult]
) -> None:
    session.watch("one", ("block1.act", "block2.norm"))
    session.watch("two", ("block1.act",))
    assert set(results[-1].maps) == {"block1.act", "block2.norm"}
    session.watch("one", ())
    assert set(results[-1].maps) == {"block1.act"}


def test_a_broken_file_changes_nothing(session: Session, tmp_path: Path) -> None:
    before = session.model
    broken = tmp_path / "broken.safetensors"
    broken.write_bytes(b"\x10\x00\x00\x00\x00\x00\x00\x00{}")
    with pytest.raises(Exception, match=r"not a whole \.safetensors file"):
        session.open_path(str(broken))
    assert session.model is before


def test_an_unknown_name_says_what_there_is(session: Session) -> None:
    with pytest.raises(UsageError, match="no run folder"):
        session.open_path("no-such-model")


def test_another_latent_size_draws_a_new_point(session: Session, tmp_path: Path) -> None:
    from gan.model.networks import Generator

    config = ModelConfig(16, 3, z_dim=5, ngf=4, ndf=4)
    path = tmp_path / "other.safetensors"
    save_generator(path, Generator(config).state_dict(), config, {})
    session.set_z(np.ones(8, np.float32))
    session.open_path(str(path))
    assert session.z.shape == (5,)
    assert session.endpoint(Endpoint.B).shape == (5,)


def test_the_same_latent_size_keeps_the_point(session: Session, tiny_model: Path, tmp_path: Path) -> None:
    session.set_z(np.ones(8, np.float32))
    copy = tmp_path / "copy.safetensors"
    copy.write_bytes(tiny_model.read_bytes())
    session.open_path(str(copy))
    assert np.array_equal(session.z, np.ones(8))


class TestFollowing:
    @pytest.fixture
    def run(self, session: Session, tmp_path: Path, tiny_model: Path) -> Run:
        run = Run.create(tmp_path / "run", TrainConfig())
        for step in (10, 20):
            run.snapshot_path(step).parent.mkdir(exist_ok=True)
            run.snapshot_path(step).write_bytes(tiny_model.read_bytes())
        session.training.attach(run)
        return run

    def arrive(self, session: Session, run: Run, *steps: int) -> None:
        saved = [events.SnapshotSaved(step, run.relative(run.snapshot_path(step))) for step in steps]
        session.training.arrived.emit(saved)

    def shown(self, session: Session) -> ModelSource:
        assert session.model is not None
        return session.model.source

    def test_a_new_snapshot_goes_under_the_sliders(self, session: Session, run: Run) -> None:
        z = session.z
        self.arrive(session, run, 10, 20)
        assert self.shown(session).path == run.snapshot_path(20)
        assert np.array_equal(session.z, z)

    def test_it_does_not_while_following_is_off(self, session: Session, run: Run, tiny_model: Path) -> None:
        session.follower.set_following(False)
        self.arrive(session, run, 10)
        assert self.shown(session).path == tiny_model

    def test_turning_it_on_shows_the_newest_at_once(self, session: Session, run: Run) -> None:
        session.follower.set_following(False)
        session.follower.set_following(True)
        assert self.shown(session).path == run.snapshot_path(20)

    def test_a_snapshot_that_is_gone_is_told_and_changes_nothing(
        self, session: Session, run: Run, tiny_model: Path
    ) -> None:
        told: list[str] = []
        session.failed.connect(told.append)
        run.snapshot_path(20).unlink()
        self.arrive(session, run, 20)
        assert len(told) == 1 and "there is no file" in told[0]
        assert self.shown(session).path == tiny_model


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
