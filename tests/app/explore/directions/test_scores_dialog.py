"""The table of what directions do to known factors, while it is measured."""

import time
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.explore.directions.found_directions import FoundDirections
from app.explore.directions.scores_dialog import ScoresDialog
from app.explore.directions.scoring import DirectionScoring
from app.toolkit.workspace import Workspace
from app.work.background import Job
from gan.explore.directions import Directions
from tests.gan.tiny import COLOUR, save_tiny


def scoring_of(workspace: Workspace) -> DirectionScoring:
    found = FoundDirections(workspace.session, workspace.background)
    found.show(Directions("axes", np.eye(2, 8, dtype=np.float32), np.full(2, 0.1, np.float32), ("one", "two")))
    return DirectionScoring(workspace.session, workspace.background, found)


def work_until_cancelled(job: Job) -> None:
    while True:
        job.report(0, 0)
        time.sleep(0.001)


def test_closing_it_cancels(workspace: Workspace, qtbot: QtBot) -> None:
    scoring = scoring_of(workspace)
    dialog, job = ScoresDialog(scoring), Job("Scoring directions", work_until_cancelled)
    qtbot.addWidget(dialog)
    dialog.show()
    scoring.measurement.start(job)
    assert dialog.job_bar.busy and "takes a while" in dialog.words.text()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert job.is_cancelled and not dialog.isVisible()
    qtbot.waitUntil(lambda: not scoring.measurement.busy)


def test_cancelled(prompt_workspace: Workspace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.gan.tiny.PROVENANCE", {"data": "sprites"})
    monkeypatch.setattr("app.explore.directions.scoring.LABELS_READ", 400)
    prompt_workspace.open(str(save_tiny(tmp_path / "s.safetensors", COLOUR)))
    scoring = scoring_of(prompt_workspace)
    dialog = ScoresDialog(scoring)
    qtbot.addWidget(dialog)
    scoring.measurement.started.connect(lambda job: job.cancel())
    scoring.score()
    assert dialog.words.text() == "Cancelled." and not dialog.job_bar.busy
