"""What is looked into: a layer, a convolution, a pixel."""

from pathlib import Path

import pytest

from app.session.session import Session
from app.session.wanted import NOTHING, Wanted
from app.toolkit.workspace import Workspace
from gan.errors import UsageError
from gan.layers.catalogue import Upsampling
from gan.layers.transposed import Convolution
from gan.model.config import ModelConfig
from gan.request import Probe, RenderResult
from tests.gan.generators import save_drawing_generator


@pytest.fixture
def small_model(tmp_path: Path) -> Path:
    """A generator of two blocks before the picture, as the tiny one, but of 16 px."""
    return save_drawing_generator(tmp_path / "small.safetensors", ModelConfig(16, 3, z_dim=5, ngf=4, ndf=4))


@pytest.fixture
def large_model(tmp_path: Path) -> Path:
    """A generator of five blocks."""
    return save_drawing_generator(tmp_path / "large.safetensors", ModelConfig(64, 3, z_dim=5, ngf=4, ndf=4))


@pytest.fixture
def results(session: Session) -> list[RenderResult]:
    taken: list[RenderResult] = []
    session.rendered.connect(taken.append)
    return taken


@pytest.fixture
def chosen(empty_workspace: Workspace) -> list[str]:
    """The layers that were told."""
    told: list[str] = []
    empty_workspace.session.inspection.layer_changed.connect(told.append)
    return told


class TestLayer:
    def test_a_new_model_is_looked_into_at_its_first_block(
        self, empty_workspace: Workspace, chosen: list[str], tiny_model: Path
    ) -> None:
        inspection = empty_workspace.session.inspection
        assert inspection.layer == ""
        empty_workspace.open(str(tiny_model))
        assert inspection.layer == "block1.act" and chosen == ["block1.act"]

    def test_selecting_is_said_once(self, session: Session, chosen: list[str]) -> None:
        chosen.clear()
        session.inspection.select_layer("block2.norm")
        session.inspection.select_layer("block2.norm")
        assert chosen == ["block2.norm"]

    def test_a_layer_that_is_not_there_is_refused(self, session: Session) -> None:
        with pytest.raises(UsageError, match="block9"):
            session.inspection.select_layer("block9.act")
        assert session.inspection.layer == "block1.act"

    def test_without_a_model_there_is_nothing_to_select(self, empty_workspace: Workspace) -> None:
        with pytest.raises(UsageError, match="open a model"):
            empty_workspace.session.inspection.select_layer("block1.act")

    def test_another_model_keeps_the_layer_if_it_has_it(self, workspace: Workspace, large_model: Path) -> None:
        workspace.session.inspection.select_layer("block2.conv")
        workspace.open(str(large_model))
        assert workspace.session.inspection.layer == "block2.conv"

    def test_another_model_without_it_starts_over_before_panels_hear_of_the_model(
        self, workspace: Workspace, large_model: Path, tiny_model: Path
    ) -> None:
        session = workspace.session
        seen: list[str] = []
        workspace.open(str(large_model))
        session.inspection.select_layer("block5.act")
        session.model_changed.connect(lambda *_: seen.append(session.inspection.layer))
        workspace.open(str(tiny_model))
        assert session.inspection.layer == "block1.act" and seen == ["block1.act"]


def test_maps_are_enlarged_as_chosen(session: Session, results: list[RenderResult]) -> None:
    session.watch("me", Wanted(layers=("block1.act",)))
    session.inspection.set_upsampling(Upsampling.NEAREST)
    session.inspection.set_upsampling(Upsampling.NEAREST)
    assert [result.maps["block1.act"].shape[-1] for result in results] == [7, 28]


def test_what_is_looked_into_comes_with_every_result(session: Session, results: list[RenderResult]) -> None:
    session.watch("me", Wanted(probe=Probe("block2", 1)))
    session.set_component(0, 1.5)
    assert len(results) == 2
    for result in results:
        assert isinstance(result.convolution, Convolution) and result.convolution.channel == 1
    session.watch("me", NOTHING)
    assert results[-1].convolution is None


class TestPixel:
    def test_it_is_traced_only_while_somebody_wants_it(self, session: Session, results: list[RenderResult]) -> None:
        session.inspection.choose_pixel((3, 4))
        assert not results
        session.watch("me", Wanted(traced=True))
        assert results[-1].trace is not None and results[-1].trace.pixel == (3, 4)
        session.inspection.choose_pixel((5, 6))
        assert results[-1].trace is not None and results[-1].trace.pixel == (5, 6)
        session.watch("me", NOTHING)
        assert results[-1].trace is None

    def test_without_one_nothing_is_traced(self, session: Session, results: list[RenderResult]) -> None:
        session.watch("me", Wanted(traced=True))
        session.inspection.choose_pixel(None)
        assert len(results) == 1 and results[-1].trace is None

    def test_another_kind_of_generator_forgets_it(
        self, workspace: Workspace, results: list[RenderResult], small_model: Path
    ) -> None:
        session = workspace.session
        failures: list[str] = []
        session.failed.connect(failures.append)
        session.watch("me", Wanted(probe=Probe("block2", 3), traced=True))
        session.inspection.choose_pixel((27, 27))
        workspace.open(str(small_model))
        assert session.inspection.pixel is None and not session.traces
        assert results[-1].trace is None and results[-1].convolution is None
        assert not failures


class TestTheChannel:
    """It belongs to a block: all parts of a block have the same channels."""

    def test_it_stays_within_its_block_only(self, session: Session) -> None:
        inspection, told = session.inspection, list[int | None]()
        inspection.channel_changed.connect(told.append)
        inspection.select_layer("block1.act")
        inspection.choose_channel(3)
        inspection.select_layer("block1.conv")
        assert inspection.channel == 3
        inspection.select_layer("block2.conv")
        assert inspection.channel is None
        assert told == [3]

    def test_another_architecture_has_its_own(self, session: Session, workspace: Workspace, large_model: Path) -> None:
        session.inspection.choose_channel(3)
        workspace.open(str(large_model))
        assert session.inspection.channel is None
