"""The table of what directions do to known factors, while it is measured."""

import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.explore.directions.found_directions import FoundDirections
from app.explore.directions.scores_dialog import ScoresDialog
from app.explore.directions.scoring import DirectionScoring, Scored
from app.toolkit.workspace import Workspace
from app.work.background import Job
from gan.explore.directions import Directions
from gan.measure.direction_scores import DirectionScores
from gan.measure.factors import Accuracy
from tests.gan.data.writing import write_pictures
from tests.gan.tiny import COLOUR, make_run, save_tiny

AXES = Directions("axes", np.eye(2, 8, dtype=np.float32), np.full(2, 0.1, np.float32), ("one", "two"))


def scoring_of(workspace: Workspace) -> DirectionScoring:
    found = FoundDirections(workspace.session, workspace.background)
    found.show(AXES)
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


def test_pictures_that_are_gone_can_be_looked_for_elsewhere(
    prompt_workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    prompt_workspace.open(str(make_run(tmp_path / "run", data=str(tmp_path / "old")).folder))
    scoring = scoring_of(prompt_workspace)
    dialog = ScoresDialog(scoring)
    qtbot.addWidget(dialog)
    dialog.show()
    scoring.score()
    assert dialog.missing.isVisible() and dialog.words.text() == "" and "are gone" in dialog.missing.words.text()
    write_pictures(tmp_path / "new", 3)
    dialog.missing.take(tmp_path / "new")
    assert dialog.missing.isHidden() and dialog.words.text(), "pictures without labels are told of as ever"


def test_to_try_again_once_the_directions_are_gone(prompt_workspace: Workspace, qtbot: QtBot, tmp_path: Path) -> None:
    prompt_workspace.open(str(make_run(tmp_path / "run", data=str(tmp_path / "old")).folder))
    scoring = scoring_of(prompt_workspace)
    dialog = ScoresDialog(scoring)
    qtbot.addWidget(dialog)
    dialog.score()
    prompt_workspace.open(str(save_tiny(tmp_path / "s.safetensors", replace(COLOUR, z_dim=5))))
    dialog.missing.again_button.click()
    assert dialog.words.text() == "Find directions before scoring them."


@pytest.fixture
def scored(workspace: Workspace, qtbot: QtBot) -> ScoresDialog:
    """Two factors that were read along the two directions of :func:`scoring_of`."""
    scoring = scoring_of(workspace)
    dialog, origin = ScoresDialog(scoring), workspace.session.origin
    qtbot.addWidget(dialog)
    assert origin is not None
    numbers = np.array([[0.5, -0.25], [0.75, 1.0]])
    scores = DirectionScores(("one", "two"), ("size", "hue"), numbers, numbers / 2)
    scoring.measurement.succeeded.emit(Scored(scores, Accuracy({}, 0.9), "sprites", AXES, origin))
    return dialog


def test_the_table_can_be_copied(scored: ScoresDialog) -> None:
    scored.copy_button.click()
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert lines[0] == ["factor", "one, rank correlation", "one, change", "two, rank correlation", "two, change"]
    assert lines[1:] == [["size", "+0.50", "+25%", "+0.75", "+38%"], ["hue", "-0.25", "-12%", "+1.00", "+50%"]]


def test_what_is_selected_is_copied(scored: ScoresDialog, qtbot: QtBot) -> None:
    scored.show()
    scored.activateWindow()
    scored.table.setFocus()
    qtbot.waitUntil(scored.table.hasFocus)
    scored.table.setCurrentCell(1, 1)
    qtbot.keyClick(scored.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = "factor\ttwo, rank correlation\ttwo, change\nhue\t+1.00\t+50%"
    assert QGuiApplication.clipboard().text() == copied


def test_a_cell_leads_to_its_direction(scored: ScoresDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(scored.direction_chosen) as chosen:
        scored.table.cellActivated.emit(0, 1)
    assert chosen.args == ["two"]
