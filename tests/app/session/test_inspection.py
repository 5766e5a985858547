from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.session.session import Session
from gan.layers.transposed import Convolution
from gan.model.config import ModelConfig
from gan.request import Probe, RenderResult
from tests.gan.generators import save_drawing_generator


@pytest.fixture
def small_model(tmp_path: Path) -> Path:
    return save_drawing_generator(tmp_path / "small.safetensors", ModelConfig(16, 3, z_dim=5, ngf=4, ndf=4))


@pytest.fixture
def results(session: Session) -> list[RenderResult]:
    taken: list[RenderResult] = []
    session.rendered.connect(taken.append)
    return taken


def test_what_is_looked_into_comes_with_every_result(session: Session, results: list[RenderResult]) -> None:
    session.inspection.look_into(Probe("block2", 1))
    session.set_component(0, 1.5)
    assert len(results) == 2
    for result in results:
        assert isinstance(result.convolution, Convolution) and result.convolution.channel == 1
    session.inspection.look_into(None)
    assert results[-1].convolution is None


def test_a_pixel_is_traced_only_while_somebody_wants_it(session: Session, results: list[RenderResult]) -> None:
    session.inspection.choose_pixel((3, 4))
    assert not results
    session.inspection.set_tracing(True)
    assert results[-1].trace is not None and results[-1].trace.pixel == (3, 4)
    session.inspection.choose_pixel((5, 6))
    assert results[-1].trace is not None and results[-1].trace.pixel == (5, 6)
    session.inspection.set_tracing(False)
    assert results[-1].trace is None


def test_nothing_new_renders_nothing(session: Session, results: list[RenderResult]) -> None:
    session.inspection.look_into(None)
    session.inspection.set_tracing(True)
    session.inspection.choose_pixel(None)
    assert not results


def test_another_kind_of_generator_forgets_it(session: Session, small_model: Path, qtbot: QtBot) -> None:
    failures: list[str] = []
    session.failed.connect(failures.append)
    session.inspection.look_into(Probe("block2", 3))
    session.inspection.set_tracing(True)
    session.inspection.choose_pixel((27, 27))
    with qtbot.waitSignal(session.inspection.pixel_changed):
        session.open_path(str(small_model))
    assert (session.inspection.probe, session.inspection.pixel) == (None, None)
    assert not failures
