"""The log of a run, by canned events."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.session.session import Session
from app.train.log.log_panel import MOST_LINES, LogPanel
from gan.train import events
from tests.gan.tiny import make_run, step_logged


@pytest.fixture
def panel(empty_session: Session, qtbot: QtBot) -> LogPanel:
    panel = LogPanel(empty_session)
    qtbot.addWidget(panel)
    return panel


def lines(panel: LogPanel) -> list[str]:
    return panel.text.toPlainText().splitlines()


def test_a_replayed_run(panel: LogPanel, empty_session: Session, tmp_path: Path) -> None:
    run = make_run(tmp_path / "run")
    empty_session.training.attach(run)
    assert lines(panel) == [
        str(run.folder),
        "training on cpu (1 threads) with 256 pictures, 100 steps an epoch, from step 0, until 120 steps",
        "epoch 1 ended at step 100 after 0:10",
        "finished at step 120 after 0:12",
    ]


def test_what_arrives_carries_the_time(panel: LogPanel, empty_session: Session) -> None:
    empty_session.training.arrived.emit([step_logged(1), events.Paused(7), events.Warned("two pictures left out")])
    assert [re.sub(r"^\d\d:\d\d:\d\d  ", "", line) for line in lines(panel)] == [
        "paused at step 7",
        "warning: two pictures left out",
    ]
    assert all(re.match(r"\d\d:\d\d:\d\d  ", line) for line in lines(panel))


def test_curves_and_pictures_make_no_lines(panel: LogPanel, empty_session: Session) -> None:
    quiet = [step_logged(1), events.SamplesReady(1, "samples/a.png"), events.SnapshotSaved(1, "snapshots/b")]
    empty_session.training.arrived.emit(quiet)
    assert lines(panel) == []


def test_the_command_and_what_went_wrong(panel: LogPanel, empty_session: Session) -> None:
    empty_session.training.launched.emit("python -m gan train --run '/a b'")
    empty_session.training.failed.emit("training did not start: no such folder")
    assert lines(panel) == ["$ python -m gan train --run '/a b'", "training did not start: no such folder"]


def test_a_failure_is_told_once(panel: LogPanel, empty_session: Session) -> None:
    empty_session.training.arrived.emit([events.Failed("the disk is full")])
    empty_session.training.failed.emit("training failed: the disk is full")
    assert panel.text.toPlainText().count("the disk is full") == 1


def test_another_run_begins_anew(panel: LogPanel, empty_session: Session, tmp_path: Path) -> None:
    for name in ("one", "two"):
        empty_session.training.attach(make_run(tmp_path / name))
    assert lines(panel)[0] == str(tmp_path / "two")
    assert len(lines(panel)) == 4


def test_it_is_for_reading_and_copying(panel: LogPanel, empty_session: Session) -> None:
    empty_session.training.arrived.emit([events.Paused(7)])
    assert panel.text.isReadOnly()
    panel.text.selectAll()
    panel.text.copy()
    assert QApplication.clipboard().text().endswith("paused at step 7")


def test_a_long_log_keeps_its_end(panel: LogPanel, empty_session: Session) -> None:
    empty_session.training.arrived.emit([events.EpochEnded(epoch, epoch, 1.0) for epoch in range(MOST_LINES + 10)])
    assert len(lines(panel)) == MOST_LINES
    assert f"epoch {MOST_LINES + 9} ended" in lines(panel)[-1]
