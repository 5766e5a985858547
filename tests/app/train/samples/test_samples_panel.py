"""The samples of a run, by canned events."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from pytestqt.qtbot import QtBot

from app.runs.run_controller import RunController
from app.toolkit.workspace import Workspace
from app.train.samples.sample_grids import SampleGrids
from app.train.samples.samples_panel import EMPTY, SamplesPanel
from gan.images import grid, save_png
from gan.train import events
from gan.train.events import TrainEvent
from gan.train.run import Run
from tests.gan.tiny import make_run


@pytest.fixture
def controller(empty_workspace: Workspace) -> RunController:
    return empty_workspace.runs.controller


@pytest.fixture
def samples(controller: RunController) -> SampleGrids:
    return SampleGrids(controller)


@pytest.fixture
def panel(samples: SampleGrids, qtbot: QtBot) -> SamplesPanel:
    panel = SamplesPanel(samples)
    qtbot.addWidget(panel)
    panel.resize(400, 400)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


@pytest.fixture
def run(panel: SamplesPanel, controller: RunController, tmp_path: Path) -> Run:
    """A followed run with three grids."""
    run = make_run(tmp_path / "run", samples=(0, 60, 120))
    controller.attach(run)
    return run


def draw(run: Run, step: int, grey: int | None = None) -> TrainEvent:
    """A grid in the run's folder, all of one grey, by default its step's number."""
    save_png(run.sample_path(step), np.full((8, 8, 1), step if grey is None else grey, np.uint8))
    return events.SamplesReady(step, run.relative(run.sample_path(step)))


def arrive(controller: RunController, *arrived: TrainEvent) -> None:
    controller.arrived.emit(list(arrived))


def grey(panel: SamplesPanel) -> int:
    """What is shown; -1 for nothing."""
    return -1 if panel.view.image.isNull() else panel.view.image.pixelColor(3, 3).red()


def test_without_a_run_there_is_nothing(panel: SamplesPanel) -> None:
    assert grey(panel) == -1 and panel.caption.text() == ""
    assert not panel.slider.isEnabled()


def test_the_newest_grid_of_a_replayed_run_is_shown(panel: SamplesPanel, run: Run) -> None:
    assert (grey(panel), panel.caption.text()) == (120, "step 120")
    assert panel.slider.isEnabled() and panel.slider.value() == panel.slider.maximum() == 2


def test_the_slider_goes_back(panel: SamplesPanel, run: Run, qtbot: QtBot) -> None:
    qtbot.keyClick(panel.slider, Qt.Key.Key_Home)
    assert (grey(panel), panel.caption.text()) == (0, "step 0")
    qtbot.keyClick(panel.slider, Qt.Key.Key_Right)
    assert (grey(panel), panel.caption.text()) == (60, "step 60")


def test_the_right_end_follows_the_newest(panel: SamplesPanel, controller: RunController, run: Run) -> None:
    for step in (140, 160):
        arrive(controller, draw(run, step))
        assert (grey(panel), panel.caption.text()) == (step, f"step {step}")
        assert panel.slider.value() == panel.slider.maximum()


def test_who_went_back_stays_there(panel: SamplesPanel, controller: RunController, run: Run) -> None:
    panel.slider.setValue(1)
    arrive(controller, draw(run, 140), draw(run, 160))
    assert (grey(panel), panel.slider.value(), panel.slider.maximum()) == (60, 1, 4)
    panel.slider.setValue(4)
    arrive(controller, draw(run, 180))
    assert grey(panel) == 180


def test_other_events_change_nothing(panel: SamplesPanel, controller: RunController, run: Run) -> None:
    arrive(controller, events.EpochEnded(2, 130, 13.0), events.SnapshotSaved(130, "snapshots/x"))
    assert (grey(panel), panel.slider.maximum()) == (120, 2)


def test_samples_that_are_gone_are_told_of(panel: SamplesPanel, run: Run) -> None:
    run.sample_path(60).unlink()
    panel.slider.setValue(1)
    assert grey(panel) == -1
    assert "The samples of step 60 are not in the run's folder any more." in said(panel)
    panel.slider.setValue(0)
    assert grey(panel) == 0


def test_a_broken_file_is_no_picture(panel: SamplesPanel, run: Run) -> None:
    run.sample_path(60).write_bytes(b"\x89PNG half of it")
    panel.slider.setValue(1)
    assert grey(panel) == -1


def test_another_run_begins_anew(panel: SamplesPanel, controller: RunController, run: Run, tmp_path: Path) -> None:
    run.sample_path(120).unlink()
    panel.slider.setValue(1)
    panel.slider.setValue(2)
    controller.attach(make_run(tmp_path / "empty", samples=()))
    assert (grey(panel), panel.caption.text(), panel.slider.isEnabled()) == (-1, "", False)
    assert said(panel) == EMPTY
    controller.attach(make_run(tmp_path / "other", samples=(0, 20)))
    assert (grey(panel), panel.slider.maximum()) == (20, 1)


def test_a_run_that_is_continued_draws_its_last_grids_anew(
    panel: SamplesPanel, controller: RunController, run: Run
) -> None:
    arrive(controller, draw(run, 60, grey=7))
    assert (grey(panel), panel.caption.text(), panel.slider.maximum()) == (7, "step 60", 1)
    panel.slider.setValue(0)
    assert grey(panel) == 0


def test_who_went_back_beyond_the_end_of_what_is_left_sees_the_new_end(
    panel: SamplesPanel, controller: RunController, run: Run
) -> None:
    arrive(controller, draw(run, 140), draw(run, 160))
    panel.slider.setValue(3)
    arrive(controller, draw(run, 60, grey=7))
    assert (grey(panel), panel.caption.text(), panel.slider.value()) == (7, "step 60", 1)


def test_what_arrives_unseen_is_shown_when_it_is_seen(panel: SamplesPanel, controller: RunController, run: Run) -> None:
    panel.hide()
    arrive(controller, draw(run, 140))
    assert grey(panel) == 120, "nothing is read from the disk for nobody"
    panel.show()
    assert grey(panel) == 140


def test_a_panel_that_is_built_late_shows_the_newest(
    samples: SampleGrids, controller: RunController, qtbot: QtBot, tmp_path: Path
) -> None:
    controller.attach(make_run(tmp_path / "run", samples=(0, 60, 120)))
    panel = SamplesPanel(samples)
    qtbot.addWidget(panel)
    assert grey(panel) == -1
    panel.show()
    assert (grey(panel), panel.slider.value()) == (120, 2)


def said(panel: SamplesPanel) -> str:
    """The line in place of a picture."""
    return panel.view._placeholder


def test_gaps_have_the_colour_of_the_window_in_light_and_in_dark(
    panel: SamplesPanel, run: Run, controller: RunController
) -> None:
    pictures = np.zeros((4, 28, 28, 1), np.uint8)
    save_png(run.sample_path(180), grid(pictures))
    arrive(controller, events.SamplesReady(180, run.relative(run.sample_path(180))))
    for ground in ("#1d2025", "#f3f4f6"):
        palette = panel.palette()
        palette.setColor(QPalette.ColorRole.Window, ground)
        panel.setPalette(palette)
        image = panel.view.image
        gaps = [image.pixelColor(*spot).name() for spot in ((28, 3), (29, 50), (3, 28), (50, 29))]
        assert gaps == [ground] * 4
        assert [image.pixelColor(*spot).name() for spot in ((27, 27), (30, 30), (57, 57))] == ["#000000"] * 3


def test_free_cells_have_the_colour_of_the_gaps(panel: SamplesPanel, controller: RunController, tmp_path: Path) -> None:
    run = make_run(tmp_path / "three", samples=())
    controller.attach(run.with_config(replace(run.config, sample_count=3)))
    save_png(run.sample_path(180), grid(np.zeros((3, 28, 28, 1), np.uint8)))
    arrive(controller, events.SamplesReady(180, run.relative(run.sample_path(180))))
    ground = panel.palette().color(QPalette.ColorRole.Window).name()
    colours = [panel.view.image.pixelColor(*spot).name() for spot in ((30, 30), (57, 57), (27, 57), (57, 27))]
    assert colours == [ground, ground, "#000000", "#000000"]


def test_the_classes_of_the_columns_are_named(
    panel: SamplesPanel, samples: SampleGrids, controller: RunController, tmp_path: Path
) -> None:
    run = make_run(tmp_path / "run")
    told = replace(run.config.model, class_names=("cat", "dog"))
    run.with_config(replace(run.config, labels=True, model=told))
    controller.attach(Run.open(run.folder))
    assert samples.columns == ("cat", "dog")
    assert panel.columns.isVisible() and panel.columns.text() == "A column for each class: cat, dog"
    controller.attach(make_run(tmp_path / "without"))
    assert panel.columns.isHidden()
