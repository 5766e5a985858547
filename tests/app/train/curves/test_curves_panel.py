"""The curves of a run, by canned events."""

import math
from pathlib import Path

import numpy as np
import pyqtgraph
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.runs.run_controller import RunController
from app.toolkit.workspace import Workspace
from app.train.curves.curve_data import CurveData
from app.train.curves.curves import Curves
from app.train.curves.curves_panel import CurvesPanel
from app.train.curves.doctor_strip import DoctorStrip
from app.train.curves.plots import DISTANCES, LOSSES, MOST_POINTS, OPINIONS, Plots
from gan.train import events
from gan.train.events import TrainEvent
from tests.gan.tiny import make_run, step_logged


@pytest.fixture
def panel(curves: Curves, qtbot: QtBot) -> CurvesPanel:
    panel = CurvesPanel(curves)
    qtbot.addWidget(panel)
    panel.resize(700, 500)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def arrive(controller: RunController, *arrived: TrainEvent) -> None:
    controller.arrived.emit(list(arrived))


def lines(panel: CurvesPanel) -> dict[str, pyqtgraph.PlotDataItem]:
    """The main line of each metric, by its title in the legend."""
    plots = (panel.plots.distances, panel.plots.losses, panel.plots.opinions)
    return {label.text: sample.item for plot in plots for sample, label in plot.legend.items}


def shown(panel: CurvesPanel, title: str) -> tuple[list[float], list[float]]:
    steps, values = lines(panel)[title].getOriginalDataset()
    return ([], []) if steps is None else (list(steps), list(values))


def marks(panel: CurvesPanel) -> list[tuple[float, str]]:
    items = panel.plots.losses.items
    return [(item.value(), item.toolTip()) for item in items if isinstance(item, pyqtgraph.InfiniteLine)]


def wait_for_points(panel: CurvesPanel, qtbot: QtBot, count: int) -> None:
    qtbot.waitUntil(lambda: len(shown(panel, "loss of D")[0]) == count, timeout=5000)


def test_it_says_what_will_be_here(panel: CurvesPanel) -> None:
    assert panel.empty_label.isVisible()
    assert all(shown(panel, title) == ([], []) for title in lines(panel))


def test_every_metric_has_a_line(panel: CurvesPanel, controller: RunController, qtbot: QtBot) -> None:
    assert list(lines(panel)) == [*DISTANCES.values(), *LOSSES.values(), *OPINIONS.values()]
    arrive(
        controller,
        events.StepLogged(9, 0.1, 1.0, 1.5, 2.5, 0.6, 0.3, 0.2, 640.0),
        events.Measured(9, {"swd": 4.5}),
    )
    wait_for_points(panel, qtbot, 1)
    values = (4.5, 1.5, 2.5, 0.6, 0.3, 0.2)
    assert [shown(panel, title) for title in lines(panel)] == [([9], [value]) for value in values]
    assert not panel.empty_label.isVisible()


def evaluated(step: int, value: float, *, best: bool, space: str = "grey") -> events.Evaluated:
    return events.Evaluated(step, "fid", space, 2000, value, best, 0.02)


def test_quality_is_drawn_with_its_space_and_the_best_marked(
    panel: CurvesPanel, controller: RunController, qtbot: QtBot
) -> None:
    assert not panel.plots.quality.isVisible()
    values = [evaluated(10, 30.0, best=True), evaluated(20, 20.0, best=True), evaluated(30, 25.0, best=False)]
    arrive(controller, step_logged(1), *values)
    wait_for_points(panel, qtbot, 1)
    line, best = (sample.item for sample, _ in panel.plots.quality.legend.items)
    titles = [label.text for _, label in panel.plots.quality.legend.items]
    assert panel.plots.quality.isVisible() and titles == ["FID (grey, 2,000 pictures)", "best snapshot"]
    assert list(line.getOriginalDataset()[1]) == [30, 20, 25]
    assert [list(values) for values in best.getOriginalDataset()] == [[20], [20]]


def test_the_untrained_generator_does_not_press_what_comes_after_it_flat(
    panel: CurvesPanel, controller: RunController, qtbot: QtBot
) -> None:
    values = (110.0, 1.8, 0.7, 0.5)
    arrive(controller, step_logged(1), *(evaluated(10 * i, value, best=True) for i, value in enumerate(values)))
    wait_for_points(panel, qtbot, 1)
    line, plot = panel.plots.quality.legend.items[0][0].item, panel.plots.quality

    def heights() -> list[float]:
        (_, (low, high)), (_, drawn) = plot.viewRange(), line.getData()
        return [(float(value) - low) / (high - low) for value in drawn]

    qtbot.waitUntil(lambda: all(0 <= height <= 1 for height in heights()))
    assert heights()[1] - heights()[3] > 0.15


def test_one_axis_follows_the_steps_and_the_others_it(qtbot: QtBot) -> None:
    plots = Plots()
    qtbot.addWidget(plots)
    follow = {plot: plot.vb.autoRangeEnabled()[0] for plot in (plots.quality, plots.distances, plots.opinions)}
    assert plots.losses.vb.autoRangeEnabled()[0] and not any(follow.values())


@pytest.mark.parametrize("width", [290, 700])
def test_no_legend_crosses_a_curve(panel: CurvesPanel, controller: RunController, qtbot: QtBot, width: int) -> None:
    arrive(controller, step_logged(1), evaluated(10, 30.0, best=True))
    wait_for_points(panel, qtbot, 1)
    panel.resize(width, 420)

    def is_clear(plot: pyqtgraph.PlotItem) -> bool:
        entries = [part.sceneBoundingRect() for entry in plot.legend.items for part in entry]
        lowest, right = max(entry.center().y() for entry in entries), max(entry.right() for entry in entries)
        return lowest < plot.vb.sceneBoundingRect().top() and right <= panel.plots.width() and plot.vb.height() > 40

    plots = panel.plots
    qtbot.waitUntil(lambda: all(map(is_clear, (plots.quality, plots.losses, plots.opinions))), timeout=5000)


def test_quality_in_another_space_is_not_drawn_beside_it(
    panel: CurvesPanel, controller: RunController, qtbot: QtBot
) -> None:
    arrive(controller, step_logged(1), evaluated(10, 30.0, best=True))
    wait_for_points(panel, qtbot, 1)
    same, other = CurveData(), CurveData()
    same.take([step_logged(1), evaluated(10, 40.0, best=True)])
    other.take([step_logged(1), evaluated(10, 50.0, best=True, space="colour")])
    panel.plots.show_compared([("same", same), ("other", other)])
    assert [label.text for _, label in panel.plots.quality.legend.items][2:] == ["same"]
    arrive(controller, step_logged(2), evaluated(20, 2.0, best=True, space="colour"))
    wait_for_points(panel, qtbot, 2)
    names = [label.text for _, label in panel.plots.quality.legend.items]
    assert names == ["FID (colour, 2,000 pictures)", "best snapshot", "other"]
    assert list(panel.plots.quality.legend.items[0][0].item.getOriginalDataset()[1]) == [2]


def test_lines_grow(panel: CurvesPanel, controller: RunController, qtbot: QtBot) -> None:
    for step in (1, 2, 3):
        arrive(controller, step_logged(step, step / 2))
        wait_for_points(panel, qtbot, step)
    assert shown(panel, "loss of D") == ([1, 2, 3], [0.5, 1.0, 1.5])


def test_a_storm_of_events_is_drawn_at_once(
    panel: CurvesPanel, controller: RunController, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[int] = []
    draw = Plots.show_data

    def counted(self: Plots, data: CurveData, *, smooth: bool) -> None:
        drawn.append(data.count)
        draw(self, data, smooth=smooth)

    monkeypatch.setattr(Plots, "show_data", counted)
    for step in range(50):
        arrive(controller, step_logged(step))
    wait_for_points(panel, qtbot, 50)
    assert drawn == [50]


def test_smoothing_can_be_turned_off(panel: CurvesPanel, controller: RunController, qtbot: QtBot) -> None:
    noise = np.random.default_rng(0).uniform(0, 2, 500)
    arrive(controller, *(step_logged(step, value) for step, value in enumerate(noise)))
    wait_for_points(panel, qtbot, MOST_POINTS)
    steps, smooth = shown(panel, "loss of D")
    assert (steps[0], steps[-1]) == (0, 499), "a thinned line keeps its ends"
    assert np.std(smooth[50:-50]) < 0.5 * np.std(noise)
    qtbot.mouseClick(panel.smooth_box, Qt.MouseButton.LeftButton)
    assert np.array_equal(shown(panel, "loss of D")[1], noise)


def test_gaps_do_not_hide_the_rest(panel: CurvesPanel, controller: RunController, qtbot: QtBot) -> None:
    values = [1.0, float("nan"), float("inf"), 4.0]
    panel.smooth_box.setChecked(False)
    arrive(controller, *(step_logged(step, value) for step, value in enumerate(values)))
    wait_for_points(panel, qtbot, 4)
    assert np.array_equal(shown(panel, "loss of D")[1], [1.0, np.nan, np.nan, 4.0], equal_nan=True)
    assert not panel.grab().isNull()


def test_marks_stand_where_the_run_was_held(panel: CurvesPanel, controller: RunController, qtbot: QtBot) -> None:
    arrive(controller, step_logged(1), events.Paused(1200), events.Resumed(1200), events.Stopped(1500, 9.0))
    qtbot.waitUntil(lambda: len(marks(panel)) == 3, timeout=5000)
    assert marks(panel) == [
        (1200, "paused at step 1,200"),
        (1200, "resumed at step 1,200"),
        (1500, "stopped at step 1,500"),
    ]


def test_another_run_takes_the_place_of_the_first(
    panel: CurvesPanel, controller: RunController, qtbot: QtBot, tmp_path: Path
) -> None:
    controller.attach(make_run(tmp_path / "one"))
    wait_for_points(panel, qtbot, 120)
    assert marks(panel) == [(120, "finished at step 120")]
    other = make_run(tmp_path / "two", end=None)
    with other.training():
        controller.attach(other)
        qtbot.waitUntil(lambda: marks(panel) == [], timeout=5000)
    assert len(shown(panel, "loss of D")[0]) == 120


def test_what_arrives_unseen_is_drawn_when_it_is_seen(
    panel: CurvesPanel, controller: RunController, qtbot: QtBot
) -> None:
    panel.hide()
    arrive(controller, step_logged(1), step_logged(2))
    timers = panel.findChildren(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert not any(timer.isActive() for timer in timers)
    assert shown(panel, "loss of D") == ([], [])
    panel.show()
    assert shown(panel, "loss of D")[0] == [1, 2]


def test_a_panel_that_is_built_late_shows_all_that_was_said(
    curves: Curves, controller: RunController, qtbot: QtBot
) -> None:
    arrive(controller, step_logged(1), events.Diagnosed(1, "d-wins", "D wins.", "Wait."))
    panel = CurvesPanel(curves)
    qtbot.addWidget(panel)
    panel.show()
    assert shown(panel, "loss of D") == ([1], [1.0])
    strip = panel.findChild(DoctorStrip)
    assert strip is not None and strip.isVisible()


def test_a_hundred_thousand_points(panel: CurvesPanel, controller: RunController, qtbot: QtBot) -> None:
    logged: list[TrainEvent] = [step_logged(step) for step in range(100_000)]
    arrive(controller, *logged)
    wait_for_points(panel, qtbot, MOST_POINTS)
    arrive(controller, step_logged(100_000))
    qtbot.waitUntil(lambda: shown(panel, "loss of D")[0][-1] == 100_000, timeout=30_000)
    assert not panel.grab().isNull()


def test_the_plots_wear_the_palette(panel: CurvesPanel) -> None:
    palette = QPalette(panel.palette())
    palette.setColor(QPalette.ColorRole.Base, QColor("#102030"))
    palette.setColor(QPalette.ColorRole.Text, QColor("#f0e0d0"))
    panel.setPalette(palette)
    assert panel.plots.backgroundBrush().color() == QColor("#102030")
    assert panel.plots.losses.getAxis("left").textPen().color() == QColor("#f0e0d0")


def test_the_axis_of_steps_begins_at_0(panel: CurvesPanel, controller: RunController, qtbot: QtBot) -> None:
    for count in (1, 2, 300):
        arrive(controller, *(step_logged(step) for step in range(count)))
        qtbot.waitUntil(lambda count=count: panel.plots.losses.viewRange()[0][1] >= count - 1, timeout=5000)  # type: ignore[misc]
        low, high = panel.plots.losses.viewRange()[0]
        assert -0.05 * high <= low <= 0 and high >= 19


def test_a_new_run_begins_with_an_axis_of_its_own(
    panel: CurvesPanel, controller: RunController, qtbot: QtBot, tmp_path: Path
) -> None:
    arrive(controller, *(step_logged(step) for step in range(20_000)))
    qtbot.waitUntil(lambda: panel.plots.losses.viewRange()[0][1] > 19_000, timeout=5000)
    controller.attach(make_run(tmp_path / "new", end=None))
    controller.run_changed.emit(controller.run)
    arrive(controller, step_logged(3))
    qtbot.waitUntil(lambda: panel.plots.losses.viewRange()[0][1] < 100, timeout=5000)


def test_distances_stand_until_quality_has_a_course(
    panel: CurvesPanel, controller: RunController, qtbot: QtBot
) -> None:
    measured = [events.Measured(step, {"swd": 4.5}) for step in (1, 2)]
    arrive(controller, step_logged(1), *measured, evaluated(2, 30.0, best=True))
    wait_for_points(panel, qtbot, 1)
    assert panel.plots.distances.isVisible() and not panel.plots.quality.isVisible()
    arrive(controller, step_logged(2), evaluated(3, 20.0, best=True))
    wait_for_points(panel, qtbot, 2)
    assert panel.plots.quality.isVisible() and not panel.plots.distances.isVisible()


def test_a_run_without_distances_leaves_their_room_to_the_others(
    panel: CurvesPanel, controller: RunController, qtbot: QtBot
) -> None:
    arrive(controller, step_logged(1))
    wait_for_points(panel, qtbot, 1)
    assert not panel.plots.distances.isVisible()
    room = panel.plots.losses.boundingRect().height()
    arrive(
        controller,
        events.Measured(1, {"swd": math.inf}),
        events.Measured(2, {"swd": 3.0}),
    )
    qtbot.waitUntil(panel.plots.distances.isVisible, timeout=5000)
    qtbot.waitUntil(lambda: panel.plots.losses.boundingRect().height() < room, timeout=5000)
    assert np.array_equal(shown(panel, DISTANCES["swd"])[1], [np.nan, 3.0], equal_nan=True)


def test_distances_of_other_runs_are_compared(panel: CurvesPanel, qtbot: QtBot) -> None:
    other, unmeasured = CurveData(), CurveData()
    other.take([step_logged(1), events.Measured(1, {"swd": 4.5})])
    unmeasured.take([step_logged(1)])
    panel.plots.show_compared([("unmeasured", unmeasured), ("<b>other", other)])
    assert panel.plots.distances.isVisible()
    assert [label.text for _, label in panel.plots.distances.legend.items] == [DISTANCES["swd"], "&lt;b&gt;other"]
    opinions = panel.plots.opinions.legend.items
    assert [label.text for _, label in opinions] == [*OPINIONS.values(), "unmeasured", "&lt;b&gt;other"]
    panel.plots.show_compared([])
    assert not panel.plots.distances.isVisible()


def test_other_runs_lie_beside_until_they_are_dismissed(
    panel: CurvesPanel, prompt_workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    run = make_run(tmp_path / "cats & dogs")
    prompt_workspace.runs.library.compare_curves([run.folder])
    assert panel.compared_button.isVisible() and panel.compared_button.text() == "Compared with cats && dogs"
    assert len(panel.plots.compared) == 4
    assert panel.plots.compared[0][2].getData()[1].size == 120
    qtbot.mouseClick(panel.compared_button, Qt.MouseButton.LeftButton)
    assert panel.compared_button.isHidden() and panel.plots.compared == []


def test_powers_of_ten_are_written_out(panel: CurvesPanel) -> None:
    axis = panel.plots.quality.getAxis("left")
    assert axis.logTickStrings([-1, 0, 1, 2], 1, 1) == ["0.1", "1", "10", "100"]


@pytest.mark.parametrize(("height", "shown"), [(500, True), (160, False)])
def test_values_stand_beside_plots_that_are_high_enough(panel: CurvesPanel, height: int, shown: bool) -> None:
    panel.resize(300, height)
    QApplication.processEvents()
    assert panel.plots.losses.getAxis("left").style["showValues"] is shown
    assert panel.explanation.isVisible() is shown
