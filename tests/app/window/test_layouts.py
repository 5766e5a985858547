"""Every panel of the window on generators of any architecture."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.arguments import Page
from app.layers.trace.trace_panel import TracePanel
from app.toolkit.workspace import Workspace
from app.window.main_window import MainWindow
from app.window.preferences import Preferences
from app.window.rooms import ROOMS
from app.window.session_files import open_session, save
from gan.layers.catalogue import layers_of
from gan.layers.traces import untraceable
from gan.model.architecture import Distribution
from tests.app.conftest import make_workspace
from tests.app.layouts import LAYOUTS, TOLD, save_layout


@pytest.fixture(params=LAYOUTS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def workspace(prompt_workspace: Workspace, kind: str, tmp_path: Path) -> Workspace:
    """Jobs are done at once; on a generator of ``kind``."""
    prompt_workspace.open(str(save_layout(tmp_path, kind)))
    return prompt_workspace


@pytest.fixture
def window(workspace: Workspace, qtbot: QtBot) -> Iterator[MainWindow]:
    """Nothing may fail in it."""
    told: list[str] = []
    workspace.session.failed.connect(told.append)
    window = MainWindow(workspace, ROOMS, Preferences())
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    yield window
    assert not told


def show_every_panel(window: MainWindow, qtbot: QtBot) -> None:
    for page in (Page.EXPLORE, Page.LAYERS, Page.TRAIN):
        window.show_page(page)
        for name, dock in window.docks.items():
            if page in dock.declared.areas:
                window.show_panel(name)
                qtbot.wait(1)


def test_every_panel_follows_z(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
    session = workspace.session
    show_every_panel(window, qtbot)
    before = session.z
    for layer in layers_of(LAYOUTS[window.session.model.source.name]):  # type: ignore[union-attr]
        session.inspection.select_layer(layer.name)
        session.set_component(0, 0.5)
        session.undo_stack.undo()
    assert np.array_equal(session.z, before)
    show_every_panel(window, qtbot)


def test_a_session_comes_back(window: MainWindow, workspace: Workspace, kind: str, tmp_path: Path) -> None:
    session, path = workspace.session, tmp_path / "work.json"
    session.set_component(1, -0.25)
    session.edits.choose_class(2)
    layer = list(layers_of(LAYOUTS[kind]))[-2].name
    session.inspection.select_layer(layer)
    pictures = []
    session.rendered.connect(lambda result: pictures.append(result.images))
    session.render()
    save(workspace, path, Page.LAYERS)
    other = make_workspace()
    try:
        other.session.rendered.connect(lambda result: pictures.append(result.images))
        assert open_session(other, path) is Page.LAYERS
        assert other.session.inspection.layer == layer
        assert other.session.edits.chosen_class == (None if LAYOUTS[kind].condition is None else 2)
        assert np.array_equal(other.session.z, session.z)
        assert np.array_equal(pictures[0], pictures[-1])
    finally:
        other.shut_down()


def test_z_lies_where_the_generator_was_trained(workspace: Workspace, kind: str) -> None:
    session = workspace.session
    uniform = LAYOUTS[kind].distribution is Distribution.UNIFORM
    points = np.concatenate([session.sample(200, 5), session.z[None]])
    assert (np.abs(points).max() <= 1) == uniform


def test_the_status_bar_says_what_it_is(window: MainWindow, kind: str) -> None:
    text = window.status_bar.model_label.text()
    assert ("learned elsewhere" in text) is (kind != TOLD)
    assert ("classes" in text.partition("·")[2]) == (LAYOUTS[kind].condition is not None)
    assert ("uniform z of 6" in text) == (kind == "uniform")
    assert ("with opacity" in text) == (kind == "opacity")


def test_a_pixel_is_traced_where_that_makes_sense(window: MainWindow, kind: str) -> None:
    window.show_page(Page.LAYERS)
    window.show_panel("trace")
    panel = window.panel("trace", TracePanel)
    traceable = not untraceable(LAYOUTS[kind])
    assert panel.reason.isVisible() != traceable
    assert panel.value.text().startswith("Pixel " if traceable else "")
