"""The panel What D turns away, and the boxes that let D choose."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from app.layers.choosing.choosing_panel import ChoosingPanel
from app.layers.choosing.judged_sheet import SHOWN, JudgedSheet
from app.layers.choosing.tool import CHOOSING
from app.session.choosing import Choosing
from app.toolkit.choosing_box import ChoosingBox
from app.toolkit.workspace import Workspace
from gan.explore.choosing import SURVEYED
from gan.layers.edits import parse_edit
from gan.model.checkpoint import read_weights, save_discriminator
from gan.train.run import Run
from tests.gan.tiny import save_judge, save_tiny

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(judged_workspace: Workspace, choosing: Choosing, qtbot: QtBot) -> ChoosingPanel:
    panel = ChoosingPanel(judged_workspace.session, choosing, judged_workspace.actions)
    qtbot.addWidget(panel)
    panel.resize(900, 500)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


@pytest.fixture
def judged(panel: ChoosingPanel, qtbot: QtBot) -> ChoosingPanel:
    qtbot.mouseClick(panel.judge_button, LEFT)
    return panel


def scores(sheet: QListWidget) -> list[float]:
    return [float(sheet.item(row).text().replace("−", "-")) for row in range(sheet.count())]


def test_before_anything_is_judged_it_says_what_it_is_for(panel: ChoosingPanel) -> None:
    assert "1,024 random points" in panel.words.text() and panel.judge_button.isEnabled()
    assert not panel.histogram.isVisible() and panel.kept.list.count() == panel.rejected.list.count() == 0


def test_kept_pictures_stand_best_first_beside_rejected_ones_worst_first(
    judged: ChoosingPanel, choosing: Choosing
) -> None:
    kept, rejected = scores(judged.kept.list), scores(judged.rejected.list)
    assert kept == sorted(kept, reverse=True) and rejected == sorted(rejected)
    assert len(kept) == len(rejected) == SHOWN and kept[0] > rejected[-1]
    counts = [int(sheet.title.text().split(": ")[1].split(" of")[0].replace(",", "")) for sheet in _sheets(judged)]
    assert sum(counts) == SURVEYED and counts[0] / SURVEYED == pytest.approx(choosing.share, abs=0.05)
    assert "judged by a discriminator of step 20." in judged.about.text()
    assert "the likelier it is kept" in judged.words.text() and "no closer to the real ones" in judged.words.text()
    assert not judged.judge_button.isEnabled(), "it would find the same"


def test_a_click_goes_to_the_point_and_can_be_undone(
    judged: ChoosingPanel, choosing: Choosing, judged_workspace: Workspace, qtbot: QtBot
) -> None:
    session = judged_workspace.session
    before = session.z
    for sheet, text in ((judged.kept, "D keeps"), (judged.rejected, "D turns away")):
        item = sheet.list.item(2)
        qtbot.mouseClick(sheet.list.viewport(), LEFT, pos=sheet.list.visualItemRect(item).center())
        assert choosing.current is not None
        sample = choosing.current.survey.sample
        place = int(np.flatnonzero((sample.z == session.z).all(axis=1))[0])
        assert f"{sample.scores[place]:.2f}".replace("-", "−") == item.text()
        assert text in session.undo_stack.undoText() and "score" in item.toolTip()
        session.undo_stack.undo()
        assert np.array_equal(session.z, before)


def test_return_goes_there_too(judged: ChoosingPanel, judged_workspace: Workspace, qtbot: QtBot) -> None:
    before = judged_workspace.session.z
    judged.kept.list.setCurrentRow(1)
    judged.kept.list.itemActivated.emit(judged.kept.list.item(1))
    assert not np.array_equal(judged_workspace.session.z, before)


def test_the_slider_changes_what_is_kept_at_once(judged: ChoosingPanel, choosing: Choosing) -> None:
    lines = [judged.histogram.threshold]
    for percent, text in ((50, "50%"), (10, "10%")):
        judged.share.setValue(percent)
        assert choosing.share == percent / 100 and judged.share_label.text() == text
        lines.append(judged.histogram.threshold)
    usual, half, tenth = lines
    assert usual is not None and half is not None and tenth is not None and half < usual < tenth


def test_the_line_can_be_dragged_and_moved_by_keys(judged: ChoosingPanel, choosing: Choosing, qtbot: QtBot) -> None:
    histogram = judged.histogram
    assert histogram.threshold is not None
    here = QPoint(round(histogram.x_of(histogram.threshold)), 20)
    there = here - QPoint(60, 0)
    before = choosing.share
    qtbot.mousePress(histogram, LEFT, pos=here)
    qtbot.mouseMove(histogram, there)
    qtbot.mouseRelease(histogram, LEFT, pos=there)
    qtbot.mouseClick(histogram, LEFT, pos=there)
    assert choosing.share > before and histogram.x_of(histogram.threshold) == pytest.approx(there.x(), abs=3)
    share = choosing.share
    qtbot.keyClick(histogram, Qt.Key.Key_Right)
    assert choosing.share < share
    qtbot.keyClick(histogram, Qt.Key.Key_Left)
    assert choosing.share == pytest.approx(share, abs=0.01)


def test_dragging_beyond_the_ends_keeps_a_share(judged: ChoosingPanel, choosing: Choosing, qtbot: QtBot) -> None:
    for x in (0, judged.histogram.width() - 1):
        qtbot.mouseClick(judged.histogram, LEFT, pos=QPoint(x, 5))
        assert 0.01 <= choosing.share <= 1 and judged.kept.list.count() > 0


def test_real_pictures_are_compared_with_when_asked_for(judged: ChoosingPanel, choosing: Choosing) -> None:
    judged.compare_box.setChecked(True)
    assert choosing.current is not None and choosing.current.survey.of_real is not None
    assert "compared with those of real pictures" in judged.words.text()
    judged.compare_box.setChecked(False)
    assert "the likelier it is kept" in judged.words.text()


def test_a_discriminator_that_cannot_choose_says_so(
    panel: ChoosingPanel, choosing: Choosing, judged_run: Run, judged_workspace: Workspace
) -> None:
    """Another one sees it the other way round: what the first took for real is the least real."""
    weights = read_weights(judged_run.discriminator_path)
    weights["head.weight"] = -weights["head.weight"]
    save_discriminator(judged_run.discriminator_path, weights, judged_run.config.model, {"step": 30})
    panel.compare_box.setChecked(True)
    assert "cannot choose" in panel.words.text() and panel.kept.list.count() == 0
    told: list[str] = []
    judged_workspace.session.failed.connect(told.append)
    choosing.set_enabled(True)
    judged_workspace.random_points().ask(1, 0)
    assert len(told) == 1 and "cannot choose" in told[0]


def test_what_was_judged_of_something_else_is_marked(
    judged: ChoosingPanel, judged_workspace: Workspace, judged_run: Run, qtbot: QtBot
) -> None:
    judged_workspace.session.edits.add(parse_edit("block1:0=0"))
    assert "judge again" in judged.about.text() and judged.judge_button.isEnabled()
    judged_workspace.session.undo_stack.undo()
    assert "judge again" not in judged.about.text()
    save_judge(judged_run.discriminator_path, seed=3, step=40)
    judged_workspace.runs.timeline.refresh()
    assert "judge again" in judged.about.text()
    qtbot.mouseClick(judged.judge_button, LEFT)
    assert "step 40." in judged.about.text() and "judge again" not in judged.about.text()


def test_a_discriminator_of_another_step_is_said_to_be_one(
    judged: ChoosingPanel, judged_workspace: Workspace, judged_run: Run, choosing: Choosing
) -> None:
    """The generator is of step 120."""
    assert "step 20. That one has learned to see through pictures of its own step" in judged.about.text()
    save_judge(judged_run.discriminator_path, seed=1, step=120)
    judged_workspace.runs.timeline.refresh()
    choosing.survey()
    assert judged.about.text().endswith("judged by a discriminator of step 120.")


def test_another_model_clears_it(
    judged: ChoosingPanel, judged_workspace: Workspace, tmp_path: Path, judged_run: Run
) -> None:
    judged_workspace.open(str(save_tiny(tmp_path / "alone.safetensors")))
    assert judged.reason.isVisible() and "no discriminator beside alone" in judged.reason.text()
    judged_workspace.open(str(judged_run.folder))
    assert not judged.reason.isVisible() and judged.kept.list.count() == 0 and "Which pictures" in judged.words.text()


def test_boxes_let_d_choose_in_every_tool(
    choosing: Choosing, judged_workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    boxes = [ChoosingBox(choosing) for _ in range(2)]
    for box in boxes:
        qtbot.addWidget(box)
    boxes[0].click()
    assert choosing.enabled and boxes[1].isChecked()
    choosing.set_share(0.1)
    assert boxes[1].text() == "Let D ch&oose (10% kept)"
    judged_workspace.open(str(save_tiny(tmp_path / "alone.safetensors")))
    assert not boxes[0].isEnabled() and not boxes[0].isChecked() and "no discriminator" in boxes[0].toolTip()


def test_an_action_lets_d_choose(judged_workspace: Workspace, choosing: Choosing, tmp_path: Path) -> None:
    CHOOSING.start(judged_workspace)
    action = judged_workspace.actions["choosing.toggle"]
    action.run()
    assert choosing.active and action.checked is not None and action.checked() and action.can()
    judged_workspace.open(str(save_tiny(tmp_path / "alone.safetensors")))
    assert not action.can() and not action.checked()


def _sheets(panel: ChoosingPanel) -> tuple[JudgedSheet, JudgedSheet]:
    return panel.kept, panel.rejected
