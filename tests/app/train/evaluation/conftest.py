"""Models that are measured at once, against a few pictures in a folder."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from app.toolkit.workspace import Workspace
from app.train.evaluation.candidates import Settings
from app.train.evaluation.evaluations import Evaluations
from gan.images import save_png
from gan.train.run import Run
from tests.gan.tiny import make_run

COUNT = 64
"""Pictures of each model: as few as can be measured."""


@pytest.fixture
def pictures(tmp_path: Path) -> Callable[[str], Path]:
    """Makes a folder of 80 pictures in two classes, ``dark`` and ``light``."""

    def make(name: str) -> Path:
        random = np.random.default_rng(len(name))
        for number in range(80):
            dark = number % 4 == 0
            folder = tmp_path / name / ("dark" if dark else "light")
            folder.mkdir(parents=True, exist_ok=True)
            save_png(folder / f"{number}.png", random.integers(0, 60 if dark else 256, (28, 28, 1), np.uint8))
        return tmp_path / name

    return make


@pytest.fixture
def run(tmp_path: Path, pictures: Callable[[str], Path]) -> Run:
    """A run that learned from such a folder, ``noise``."""
    return make_run(tmp_path / "run", data=str(pictures("noise")))


@pytest.fixture
def workspace(prompt_workspace: Workspace, run: Run) -> Workspace:
    """On the newest snapshot of the run; jobs are done when they have been started."""
    prompt_workspace.open(str(run.folder))
    return prompt_workspace


@pytest.fixture
def evaluations(workspace: Workspace) -> Evaluations:
    evaluations = Evaluations(workspace.session, workspace.runs, workspace.background)
    evaluations.set_settings(Settings(count=COUNT))
    return evaluations


@pytest.fixture
def failures(workspace: Workspace) -> list[str]:
    """What whoever looks at the window is told."""
    told: list[str] = []
    workspace.session.failed.connect(told.append)
    return told
