from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.toolkit.workspace import Workspace
from app.train.twins.network_side import first_rows
from app.train.twins.pair import Pair
from app.train.twins.twins_panel import EMPTY, TICKS, TwinsPanel
from gan.images import save_png
from gan.model.cost import parameter_count
from gan.model.kinds import KINDS
from gan.sizes import Size
from gan.train import events
from gan.train.config import TrainConfig
from gan.train.run import Run
from gan.train.twins import Twins, make_twins
from tests.gan.tiny import GREY, save_tiny, step_logged

FIRST, SECOND = KINDS


@pytest.fixture
def pair(workspace: Workspace) -> Iterator[Pair]:
    pair = Pair(workspace.session)
    yield pair
    for controller in pair.controllers.values():
        controller.detach()


@pytest.fixture
def panel(workspace: Workspace, pair: Pair, qtbot: QtBot) -> TwinsPanel:
    panel = TwinsPanel(workspace.session, workspace.runs, pair)
    qtbot.addWidget(panel)
    panel.resize(540, 460)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


@pytest.fixture
def twins(tmp_path: Path) -> Twins:
    """Both for 12 seconds of 60; the first is ten times as fast, and both drew after 0 and 6 seconds."""
    twins = make_twins(tmp_path / "pair", TrainConfig(data="mnist", epochs=None, minutes=1, model=GREY))
    for (_, run), pace in zip(twins, (10, 1), strict=True):
        run.append(events.Started(0, "cpu", 256, 100, None, 60.0))
        draw(run, 0, 10 * pace)
        for second in range(1, 13):
            run.append(events.StepLogged(second * pace, 1, second, 1, 1, 0.5, 0.5, 0.5, 64.0))
            if second == 6:
                draw(run, 6 * pace, 20 * pace)
        save_tiny(run.snapshot_path(12 * pace), run.config.model)
        run.append(events.Evaluated(6 * pace, "fid", "grey", 2000, 30.0 / pace, True))
        run.append(events.Finished(12 * pace, 12.0))
    return twins


def draw(run: Run, step: int, grey: int) -> None:
    save_png(run.sample_path(step), np.full((8, 8, 1), grey, np.uint8))
    run.append(events.SamplesReady(step, run.relative(run.sample_path(step))))


def greys(panel: TwinsPanel) -> list[int]:
    return [grey(side.view.image) for side in panel.sides.values()]


def grey(image: QImage) -> int:
    """Of one of its first pixels."""
    return image.pixelColor(3, 3).red()


def test_an_empty_panel_says_what_it_does(panel: TwinsPanel) -> None:
    assert panel.empty_label.isVisible() and panel.empty_label.text() == EMPTY
    assert panel.content.isHidden() and panel.start_button.isEnabled()
    assert not panel.stop_button.isEnabled() and not panel.go_on_button.isEnabled()


def test_both_stand_side_by_side_with_what_they_cost(panel: TwinsPanel, pair: Pair, twins: Twins) -> None:
    pair.attach(twins.folder)
    panel.draw()
    assert panel.empty_label.isHidden() and greys(panel) == [200, 20]
    for (kind, run), steps, fid in zip(twins, (120, 12), ("3.00", "30.0"), strict=True):
        model = run.config.model
        counts = parameter_count(model.blocks), parameter_count(model.discriminator.blocks)
        assert panel.sides[kind].facts.text() == (
            f"G {counts[0]:,} · D {counts[1]:,} parameters\n{steps:,} steps · {64 * steps:,} pictures · FID {fid}"
        )
        assert "FID (grey, 2,000 pictures)" in panel.sides[kind].facts.toolTip()
    assert panel.status.text() == "Finished: 0:12 and 0:12 of 1:00 each"


def test_the_slider_goes_back_to_the_same_time_in_both(
    panel: TwinsPanel, pair: Pair, twins: Twins, qtbot: QtBot
) -> None:
    pair.attach(twins.folder)
    panel.slider.setValue(TICKS // 4)
    assert greys(panel) == [100, 10] and panel.caption.text() == "after 0:03"
    qtbot.keyClick(panel.slider, Qt.Key.Key_End)
    assert greys(panel) == [200, 20] and panel.caption.text() == "after 0:12"


def test_curves_go_by_time(panel: TwinsPanel, pair: Pair, twins: Twins) -> None:
    assert panel.plot.isHidden()
    pair.attach(twins.folder)
    panel.draw()
    points = [panel.plot.lines[kind].getOriginalDataset() for kind in KINDS]
    assert [(seconds.tolist(), values.tolist()) for seconds, values in points] == [([6.0], [3.0]), ([6.0], [30.0])]
    assert panel.plot.isVisible() and panel.unmeasured_label.isHidden()


def test_a_finished_pair_goes_on_for_more_minutes_only(panel: TwinsPanel, pair: Pair, twins: Twins) -> None:
    pair.attach(twins.folder)
    assert panel.minutes_field.value() == 1 and not panel.go_on_button.isEnabled()
    panel.minutes_field.setValue(2)
    assert panel.go_on_button.isEnabled()


def test_a_button_that_can_no_longer_be_pressed_leaves_the_keyboard_to_one_that_can(
    panel: TwinsPanel, pair: Pair, twins: Twins, qtbot: QtBot
) -> None:
    pair.attach(twins.folder)
    panel.minutes_field.setValue(2)
    panel.activateWindow()
    panel.go_on_button.setFocus()
    qtbot.waitUntil(panel.go_on_button.hasFocus)
    panel.minutes_field.setValue(1)
    assert panel.start_button.hasFocus()


def test_either_is_opened_under_the_sliders(
    panel: TwinsPanel, pair: Pair, twins: Twins, workspace: Workspace, qtbot: QtBot
) -> None:
    pair.attach(twins.folder)
    panel.draw()
    panel.sides[SECOND].open_button.click()
    model = workspace.session.model
    assert model is not None and model.title == "DCGAN of pair, step 120"
    assert workspace.runs.controller.run is None, "the Train page stays with the run that it has"


def test_what_arrives_unseen_is_drawn_when_it_is_seen(panel: TwinsPanel, pair: Pair, twins: Twins) -> None:
    panel.hide()
    pair.attach(twins.folder)
    assert panel.sides[FIRST].view.image.isNull()
    panel.show()
    assert greys(panel) == [200, 20]


def test_samples_that_are_gone_are_told_of(panel: TwinsPanel, pair: Pair, twins: Twins) -> None:
    twins.runs[FIRST].sample_path(60).unlink()
    pair.attach(twins.folder)
    panel.draw()
    assert panel.sides[FIRST].view.image.isNull() and grey(panel.sides[SECOND].view.image) == 20
    assert "not in the run's folder any more" in panel.sides[FIRST].view._placeholder


@pytest.mark.parametrize(("height", "rows"), [(10, 1), (120, 4), (150, 5), (900, 8)])
def test_where_there_is_little_height_fewer_rows_stay_as_large(height: int, rows: int) -> None:
    image = QImage(8 * 30 - 2, 8 * 30 - 2, QImage.Format.Format_Grayscale8)
    shown = first_rows(image, Size(28, 28), QSize(238, height))
    assert (shown.width(), shown.height()) == (238, rows * 30 - 2)


def test_more_is_drawn_as_it_comes(panel: TwinsPanel, pair: Pair, twins: Twins, qtbot: QtBot) -> None:
    pair.attach(twins.folder)
    panel.draw()
    run = twins.runs[FIRST]
    draw(run, 130, 77)
    run.append(step_logged(140))
    pair.controllers[FIRST].look()
    qtbot.waitUntil(lambda: greys(panel)[0] == 77)
