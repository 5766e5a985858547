"""The curves of a run, by canned events."""

import pytest

from app.runs.run_controller import RunController
from app.toolkit.workspace import Workspace
from app.train.curves.curves import Curves


@pytest.fixture
def controller(prompt_workspace: Workspace) -> RunController:
    return prompt_workspace.runs.controller


@pytest.fixture
def curves(prompt_workspace: Workspace) -> Curves:
    return Curves(prompt_workspace.runs, prompt_workspace.background)
