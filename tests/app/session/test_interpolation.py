"""From A to B: the ends, the way between them, and their pictures."""

from pathlib import Path

import numpy as np
import pytest

from app.session.interpolation import Endpoint, Interpolation
from app.session.session import Session
from app.toolkit.workspace import Workspace
from gan.errors import UsageError
from gan.explore.latent import Mode, sample_z
from gan.render import Renderer
from gan.request import RenderRequest, RenderResult
from tests.gan.tiny import save_tiny


@pytest.fixture
def way(session: Session) -> Interpolation:
    return session.interpolation


@pytest.mark.parametrize("mode", list(Mode))
def test_the_ends_of_the_way_are_exactly_a_and_b(session: Session, way: Interpolation, mode: Mode) -> None:
    a, b = sample_z(2, 8, 5)
    way.set_endpoint(Endpoint.A, a)
    way.set_endpoint(Endpoint.B, b)
    way.set_mode(mode)
    for t, end in ((0.0, a), (1.0, b)):
        way.go(t)
        assert np.array_equal(session.z, end)


def test_positions_beyond_the_ends_are_the_ends(way: Interpolation) -> None:
    way.go(1.7)
    assert way.t == 1.0


def test_pictures_are_those_of_a_and_b(way: Interpolation, tiny_model: Path) -> None:
    seen: list[RenderResult] = []
    way.rendered.connect(seen.append)
    way.set_endpoint(Endpoint.B, np.full(8, 0.5, np.float32))
    renderer = Renderer("cpu")
    alone = [renderer.render(RenderRequest(tiny_model, way.endpoint(end)[None])).images[0] for end in Endpoint]
    # A batch of two may differ from single pictures in the last bit of the arithmetic.
    assert np.abs(seen[-1].images.astype(int) - np.stack(alone).astype(int)).max() <= 1


def test_maps_come_as_long_as_they_are_watched(way: Interpolation) -> None:
    seen: list[RenderResult] = []
    way.rendered.connect(seen.append)
    way.watch(("block1.act",))
    assert seen[-1].maps["block1.act"].shape[0] == 2
    way.watch(())
    assert seen[-1].maps == {}


def test_setting_an_end_and_the_mode_is_undone(session: Session, way: Interpolation) -> None:
    before, z = way.way, session.z
    way.set_endpoint(Endpoint.A, np.ones(8, np.float32))
    way.go(0.5)
    between = session.z
    way.set_mode(Mode.LERP)
    assert not np.array_equal(session.z, between)
    assert session.undo_stack.undoText() == "join A and B by lerp"
    session.undo_stack.undo()
    assert way.mode is Mode.SLERP and np.array_equal(session.z, between)
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert way.way is before and np.array_equal(session.z, z)


def test_another_latent_space_has_other_ends(workspace: Workspace, way: Interpolation, tmp_path: Path) -> None:
    from gan.model.config import ModelConfig

    workspace.open(str(save_tiny(tmp_path / "five.safetensors", ModelConfig(16, 3, z_dim=5, ngf=4, ndf=4))))
    assert [len(way.endpoint(end)) for end in Endpoint] == [5, 5]


def test_what_was_saved_comes_back(way: Interpolation) -> None:
    way.set_endpoint(Endpoint.B, np.full(8, 0.25, np.float32))
    way.set_mode(Mode.LERP)
    saved, before = way.to_json(), way.way
    way.set_endpoint(Endpoint.B, np.zeros(8, np.float32))
    way.from_json(saved, 8)()
    assert np.array_equal(way.way.b, before.b) and way.mode is Mode.LERP
    with pytest.raises(UsageError, match="same number of dimensions"):
        way.from_json(saved, 9)
    assert saved == {"ends": [before.a.tolist(), before.b.tolist()], "mode": "lerp"}
