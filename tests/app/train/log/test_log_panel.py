"""The log of a run, by canned events."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.runs.run_controller import RunController
from app.toolkit.workspace import Workspace
from app.train.log.log_panel import LogPanel
from app.train.log.run_log import MOST_LINES, RunLog
from gan.train import events
from tests.gan.tiny import make_run, step_logged


@pytest.fixture
def controller(empty_workspace: Workspace) -> RunController:
    return empty_workspace.runs.controller


@pytest.fixture
def log(controller: RunController) -> RunLog:
    return RunLog(controller)


@pytest.fixture
def panel(log: RunLog, qtbot: QtBot) -> LogPanel:
    panel = LogPanel(log)
    qtbot.addWidget(panel)
    return panel


def lines(panel: LogPanel) -> list[str]:
    return panel.text.toPlainText().splitlines()


def test_a_panel_that_is_built_late_shows_all_that_was_said(
    log: RunLog, controller: RunController, qtbot: QtBot, tmp_path: Path
) -> None:
    controller.attach(make_run(tmp_path / "run"))
    panel = LogPanel(log)
    qtbot.addWidget(panel)
    assert lines(panel) == list(log.lines) and len(log.lines) == 4


def test_what_arrives_carries_the_time(panel: LogPanel, controller: RunController) -> None:
    controller.arrived.emit([step_logged(1), events.Paused(7), events.Warned("two pictures left out")])
    assert [re.sub(r"^\d\d:\d\d:\d\d  ", "", line) for line in lines(panel)] == [
        "paused at step 7",
        "warning: two pictures left out",
    ]
    assert all(re.match(r"\d\d:\d\d:\d\d  ", line) for line in lines(panel))


def test_the_command_and_what_went_wrong(panel: LogPanel, controller: RunController) -> None:
    controller.launched.emit("python -m gan train --run '/a b'")
    controller.failed.emit("training did not start: no such folder")
    assert lines(panel) == ["$ python -m gan train --run '/a b'", "training did not start: no such folder"]


def test_another_run_begins_anew(panel: LogPanel, controller: RunController, tmp_path: Path) -> None:
    for name in ("one", "two"):
        controller.attach(make_run(tmp_path / name))
    assert lines(panel)[0] == str(tmp_path / "two")
    assert len(lines(panel)) == 4


def test_it_is_for_reading_and_copying(panel: LogPanel, controller: RunController) -> None:
    controller.arrived.emit([events.Paused(7)])
    assert panel.text.isReadOnly()
    panel.text.selectAll()
    panel.text.copy()
    assert QApplication.clipboard().text().endswith("paused at step 7")


def test_a_long_log_keeps_its_end(panel: LogPanel, controller: RunController) -> None:
    controller.arrived.emit([events.EpochEnded(epoch, epoch, 1.0) for epoch in range(MOST_LINES + 10)])
    assert len(lines(panel)) == MOST_LINES
    assert f"epoch {MOST_LINES + 9} ended" in lines(panel)[-1]
