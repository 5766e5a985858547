"""A second run beside the first."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.explore.comparison.comparison_panel import ComparisonPanel
from app.runs.runs import Runs
from app.toolkit.workspace import Workspace
from gan.places import runs_folder
from tests.gan.tiny import make_run


@pytest.fixture
def workspace(empty_workspace: Workspace) -> Workspace:
    """One on a run of three snapshots, with another run in the library."""
    make_run(runs_folder() / "earlier", snapshots=(10, 70))
    empty_workspace.open(str(make_run(runs_folder() / "now", snapshots=(10, 20, 120)).folder))
    return empty_workspace


@pytest.fixture
def panel(runs: Runs, qtbot: QtBot) -> ComparisonPanel:
    panel = ComparisonPanel(runs.comparison)
    qtbot.addWidget(panel)
    runs.comparison.open(str(runs_folder() / "earlier"))
    return panel


def test_it_has_a_timeline_of_its_own(panel: ComparisonPanel, runs: Runs) -> None:
    assert panel.title.text() == "earlier" and not panel.view.image.isNull()
    panel.bar.slider.setValue(0)
    assert panel.bar.caption.text() == "step 10 · 1 of 2"
    assert runs.timeline.index == 2


def test_closed_it_shows_nothing(panel: ComparisonPanel, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.close_button, Qt.MouseButton.LeftButton)
    assert panel.view.image.isNull() and panel.title.text() == "" and panel.bar.isHidden()


def test_it_follows_the_step_on_request(panel: ComparisonPanel, runs: Runs) -> None:
    panel.link_box.click()
    assert not panel.bar.isEnabled()
    runs.timeline.move_to(0)
    assert panel.bar.caption.text() == "step 10 · 1 of 2"
    panel.link_box.click()
    runs.timeline.move_to(2)
    assert panel.bar.isEnabled() and panel.bar.caption.text() == "step 10 · 1 of 2"
