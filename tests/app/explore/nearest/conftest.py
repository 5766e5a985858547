"""Training pictures that are read at once."""

from pathlib import Path

import pytest

from app.explore.nearest.nearest import NearestPictures
from app.toolkit.workspace import Workspace
from tests.gan.tiny import make_run

COUNT = 150
"""How many of them there are."""


@pytest.fixture
def workspace(prompt_workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """On a run that learned from sprites; jobs are done when they have been started."""
    monkeypatch.setattr("app.explore.nearest.nearest.MOST", COUNT)
    prompt_workspace.open(str(make_run(tmp_path / "run", data="sprites").folder))
    return prompt_workspace


@pytest.fixture
def nearest(workspace: Workspace) -> NearestPictures:
    nearest = NearestPictures(workspace.session, workspace.background)
    workspace.session.render()
    return nearest
