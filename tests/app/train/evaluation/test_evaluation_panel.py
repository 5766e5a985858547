"""The panel: what it says, by mouse and by keyboard."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.toolkit.workspace import Workspace
from app.train.evaluation.candidates import OPEN, Candidate, Settings
from app.train.evaluation.evaluation_panel import EvaluationPanel
from app.train.evaluation.evaluations import Evaluations
from app.train.evaluation.sheet import Choice
from app.train.evaluation.table import STAR
from app.train.evaluation.tool import EVALUATION
from gan.layers.edits import parse_edit
from gan.measure.evaluation import SHOWN
from gan.train.run import Run
from tests.app.train.evaluation.conftest import COUNT
from tests.gan.layouts import LAYOUTS, save_layout
from tests.gan.tiny import save_tiny


@pytest.fixture
def panel(workspace: Workspace, evaluations: Evaluations, qtbot: QtBot) -> EvaluationPanel:
    panel = EvaluationPanel(workspace.session, evaluations, workspace.runs.library)
    qtbot.addWidget(panel)
    panel.resize(540, 560)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def measure(panel: EvaluationPanel, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.measure_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.report_button.isEnabled())


def wait_for(panel: EvaluationPanel, qtbot: QtBot, columns: int) -> None:
    qtbot.waitUntil(lambda: panel.model.columnCount() == columns)


def texts(panel: EvaluationPanel) -> dict[str, list[str]]:
    """What stands in each row, by its title."""
    shown = [
        [panel.model.index(row, column).data() for column in range(panel.model.columnCount())]
        for row in range(panel.model.rowCount())
    ]
    return {title: cells for title, *cells in shown}


def test_before_anything_is_measured_it_says_what_to_do(panel: EvaluationPanel, evaluations: Evaluations) -> None:
    assert "Measure draws some of each model" in panel.words.text() and panel.model.rowCount() == 0
    assert panel.measure_button.isEnabled() and not panel.report_button.isEnabled()
    evaluations.remove(OPEN)
    panel.remove()
    panel._show()
    assert "Add a model" in panel.words.text() and not panel.measure_button.isEnabled()


def test_numbers_are_named_with_their_space(panel: EvaluationPanel, qtbot: QtBot) -> None:
    measure(panel, qtbot)
    found = texts(panel)
    assert "In the feature space grey" in found and found["Pictures"] == ["64", "16"]
    assert found["Held to"] == ["80 of noise", "64 of noise"]
    assert float(found["FID ↓"][0].split()[0]) > 0 and not any(STAR in cell for cell in found["FID ↓"])
    assert "Mind: 64 pictures are few" in panel.words.text()
    assert not panel.measure_button.isEnabled(), "everything is known"
    assert [point.number for point in panel.plot.points] == [1, None]
    assert [bars.name for bars in panel.bars.bars] == ["dark", "light"]


def test_changes_since_are_marked(panel: EvaluationPanel, workspace: Workspace, qtbot: QtBot) -> None:
    measure(panel, qtbot)
    workspace.session.edits.add(parse_edit("block1:0-1=0"))
    qtbot.waitUntil(lambda: panel.problems.isVisible())
    assert "changed since 1 was measured" in panel.problems.text() and panel.measure_button.isEnabled()


def test_a_click_goes_to_the_point_of_a_picture(
    panel: EvaluationPanel, workspace: Workspace, evaluations: Evaluations, qtbot: QtBot
) -> None:
    session = workspace.session
    measure(panel, qtbot)
    qtbot.mouseClick(panel.view.button("pictures"), Qt.MouseButton.LeftButton)
    assert panel.sheet.isVisible() and panel.sheet.list.count() == SHOWN
    before, answer = session.z, panel.sheet.answer
    assert answer is not None
    panel.sheet.choice.setCurrentIndex(panel.sheet.choice.findData(Choice.WORST))
    panel.sheet.list.setCurrentRow(0)
    qtbot.keyClick(panel.sheet.list, Qt.Key.Key_Return)
    assert np.array_equal(session.z, answer.z[answer.evaluation.worst[0]])
    session.undo_stack.undo()
    assert np.array_equal(session.z, before)


def test_pictures_of_another_model_are_told(
    panel: EvaluationPanel, workspace: Workspace, run: Run, qtbot: QtBot, failures: list[str], evaluations: Evaluations
) -> None:
    evaluations.add(Candidate(str(run.snapshot_path(10))))
    wait_for(panel, qtbot, 3)
    measure(panel, qtbot)
    panel.sheet.model_box.setCurrentIndex(1)
    panel.sheet.model_box.activated.emit(1)
    before = workspace.session.z
    panel.sheet.list.itemClicked.emit(panel.sheet.list.item(0))
    assert len(failures) == 1 and "open it to go to its pictures" in failures[0]
    assert np.array_equal(workspace.session.z, before)


def test_the_class_of_a_picture_is_chosen_with_it(
    panel: EvaluationPanel, workspace: Workspace, evaluations: Evaluations, qtbot: QtBot, tmp_path: Path
) -> None:
    workspace.open(str(save_layout(tmp_path / "classes.safetensors", LAYOUTS["classes behind"])))
    place = panel.settings_row.data_box.count() - 1
    panel.settings_row.data_box.insertItem(place, "noise", str(tmp_path / "noise"))
    panel.settings_row.data_box.setCurrentIndex(place)
    panel.settings_row.data_box.activated.emit(place)
    evaluations.measure()
    panel._show()
    panel.sheet.list.itemClicked.emit(panel.sheet.list.item(1))
    assert workspace.session.edits.chosen_class == 1
    workspace.session.undo_stack.undo()
    assert workspace.session.edits.chosen_class == 0


def test_closest_pictures_stand_beside_their_training_picture(panel: EvaluationPanel, qtbot: QtBot) -> None:
    measure(panel, qtbot)
    panel.sheet.choice.setCurrentIndex(panel.sheet.choice.findData(Choice.CLOSEST))
    item = panel.sheet.list.item(0)
    size = item.icon().availableSizes()[0]
    assert size.width() == 2 * size.height() and float(item.text()) > 0


def test_the_keyboard_removes_a_model_and_copies_the_table(
    panel: EvaluationPanel, run: Run, evaluations: Evaluations, qtbot: QtBot
) -> None:
    evaluations.add(Candidate(str(run.snapshot_path(10))))
    wait_for(panel, qtbot, 3)
    measure(panel, qtbot)
    wait_for(panel, qtbot, 4)
    panel.table.setFocus()
    panel.table.setCurrentIndex(panel.model.index(0, 2))
    qtbot.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert lines[0][1:3] == ["1  run, step 120", "2  step-0000010, step 120"]
    assert {len(line) for line in lines} == {4}
    assert any(line[0] == "FID ↓ (in the feature space grey)" for line in lines)
    qtbot.keyClick(panel.table, Qt.Key.Key_Delete)
    assert evaluations.candidates == (OPEN,)


def test_models_are_added_from_the_menu(
    panel: EvaluationPanel, evaluations: Evaluations, workspace: Workspace, failures: list[str]
) -> None:
    panel.add_menu.fill()
    named = {action.text(): action for action in panel.add_menu.actions()}
    assert not named["The &open model, with its edits"].isEnabled()
    named["mnist"].trigger()
    assert evaluations.candidates == (OPEN, Candidate("mnist")) and failures == []


def test_the_menu_of_the_window_measures_the_open_model(workspace: Workspace) -> None:
    evaluations = EVALUATION.start(workspace)
    wanted: list[str] = []
    workspace.panel_wanted.connect(wanted.append)
    evaluations.set_settings(Settings(count=COUNT))
    evaluations.remove(OPEN)
    workspace.actions["evaluation.measure"].run()
    assert wanted == ["evaluation"] and evaluations.columns()[0].answer is not None


def test_missing_pictures_can_be_shown(
    panel: EvaluationPanel, tmp_path: Path, qtbot: QtBot, pictures: Callable[[str], Path], evaluations: Evaluations
) -> None:
    (tmp_path / "noise").rename(tmp_path / "moved")
    evaluations.measure()
    assert panel.missing.isVisible()
    panel.missing.take(tmp_path / "moved")
    assert not panel.missing.isVisible() and evaluations.columns()[0].answer is not None


def test_the_report_has_its_ending(panel: EvaluationPanel, qtbot: QtBot, tmp_path: Path, workspace: Workspace) -> None:
    measure(panel, qtbot)
    panel.save_report(tmp_path / "page")
    assert (tmp_path / "page.html").is_file()


def test_a_model_of_other_pictures_is_marked_by_itself(
    panel: EvaluationPanel, evaluations: Evaluations, tmp_path: Path, qtbot: QtBot
) -> None:
    evaluations.add(Candidate(str(save_tiny(tmp_path / "drawn.safetensors"))))
    wait_for(panel, qtbot, 3)
    assert panel.model.headerData(2, Qt.Orientation.Horizontal).startswith("2  drawn")
