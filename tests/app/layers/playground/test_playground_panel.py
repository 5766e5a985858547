import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.layers.arithmetic.cell_grid import CellGrid
from app.layers.playground.cell_editor import CellEditor
from app.layers.playground.playground_panel import PlaygroundPanel
from gan.layers.steps import StepName
from gan.layers.toys import Pattern
from gan.layers.transposed import Array, Geometry, scatter


@pytest.fixture
def panel(qtbot: QtBot) -> PlaygroundPanel:
    panel = PlaygroundPanel()
    qtbot.addWidget(panel)
    panel.resize(940, 480)
    panel.show()
    return panel


def output(panel: PlaygroundPanel) -> Array:
    values = panel.view.gather.stages[StepName.OUTPUT].grid.values
    assert values is not None
    return values


def type_into(qtbot: QtBot, grid: CellGrid, cell: tuple[int, int], text: str) -> None:
    spot = grid.cell_rect(cell).center().toPoint()
    qtbot.mouseDClick(grid, Qt.MouseButton.LeftButton, pos=spot)
    editor = grid.findChild(CellEditor)
    assert editor is not None
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)


def test_it_starts_with_doubling(panel: PlaygroundPanel) -> None:
    assert output(panel).shape == (8, 8)
    assert "(4 − 1) · 2 − 2 · 1 + 1 · (4 − 1) + 0 + 1 =\u00a08" in panel.tools.formula.text()
    assert panel.tools.evenness.text().startswith("Even: 2 divides 4")


def test_the_tools_are_not_cut_at_their_right_edge(qtbot: QtBot) -> None:
    panel = PlaygroundPanel()
    qtbot.addWidget(panel)
    font = panel.font()
    font.setPointSize(2 * font.pointSize())
    panel.setFont(font)
    panel.resize(940, 300)
    panel.show()
    qtbot.waitUntil(lambda: panel.tools.width() == panel.column.viewport().width())
    assert panel.tools.minimumSizeHint().width() <= panel.column.viewport().width()


def test_from_5_to_28(panel: PlaygroundPanel, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.tools.presets[0], Qt.MouseButton.LeftButton)
    assert output(panel).shape == (28, 28)
    assert panel.tools.geometry_chosen() == Geometry(10, 5, 1)
    assert "+ 0 + 1 =\u00a028" in panel.tools.formula.text()
    assert "kernel 6, stride 6, padding 1" in panel.tools.ways.text()


def test_uneven_overlaps_are_shown_and_explained(panel: PlaygroundPanel) -> None:
    counts = panel.overlaps.grid.values
    assert counts is not None and len(np.unique(counts[1:-1, 1:-1])) == 1
    panel.tools.boxes["kernel"].setValue(5)
    counts = panel.overlaps.grid.values
    assert counts is not None and sorted(np.unique(counts[2:-2, 2:-2])) == [4, 6, 9]
    assert panel.tools.evenness.text().startswith("Uneven: inner rows are reached by 2 or 3")


def test_numbers_can_be_typed_over(panel: PlaygroundPanel, qtbot: QtBot) -> None:
    type_into(qtbot, panel.view.gather.stages[StepName.INPUT].grid, (1, 2), "-7.5")
    assert panel.input[1, 2] == -7.5
    type_into(qtbot, panel.view.gather.stages[StepName.KERNEL].grid, (0, 0), "4")
    assert panel.kernel[3, 3] == 4
    qtbot.mouseClick(panel.switch.button("scatter"), Qt.MouseButton.LeftButton)
    type_into(qtbot, panel.view.scatter.kernel.grid, (0, 1), "5")
    assert panel.kernel[0, 1] == 5
    expected = scatter(panel.input[None], panel.kernel[None, None], None, Geometry(4, 2, 1))[0]
    shown = panel.view.scatter.output.grid.values
    assert shown == pytest.approx(expected)


def test_escape_leaves_the_old_number(panel: PlaygroundPanel, qtbot: QtBot) -> None:
    grid = panel.view.gather.stages[StepName.INPUT].grid
    grid.set_current((0, 3))
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    editor = grid.findChild(CellEditor)
    assert editor is not None
    qtbot.keyClicks(editor, "99")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert panel.input[0, 3] == 4


def test_typed_numbers_stay_when_sizes_change(panel: PlaygroundPanel, qtbot: QtBot) -> None:
    type_into(qtbot, panel.view.gather.stages[StepName.INPUT].grid, (0, 0), "50")
    panel.tools.boxes["size"].setValue(6)
    assert panel.input.shape == (6, 6) and panel.input[0, 0] == 50
    panel.tools.inputs.setCurrentIndex(1)
    panel.tools.inputs.activated.emit(1)
    assert (panel.input == 1).all()


@pytest.mark.parametrize(
    ("name", "value", "complaint"),
    [
        ("output", 2, "Output padding 2 has to be smaller than stride or dilation (here 2)"),
        ("padding", 6, "padding cuts everything off"),
    ],
)
def test_what_cannot_be_is_explained(panel: PlaygroundPanel, name: str, value: int, complaint: str) -> None:
    panel.tools.boxes[name].setValue(value)
    assert complaint in panel.tools.formula.text()
    assert not panel.view.isEnabled()
    panel.tools.boxes[name].setValue(0)
    assert panel.view.isEnabled() and "Output side" in panel.tools.formula.text()


def test_an_output_that_is_too_large(panel: PlaygroundPanel) -> None:
    panel.tools.boxes["size"].setValue(12)
    panel.tools.boxes["stride"].setValue(8)
    assert "larger than 64" in panel.tools.formula.text()


def test_dilation_has_no_taps_to_type_between(panel: PlaygroundPanel) -> None:
    panel.tools.boxes["dilation"].setValue(2)
    grid = panel.view.gather.stages[StepName.KERNEL].grid
    grid.activated.emit((0, 1))
    assert grid.findChild(CellEditor) is None
    grid.activated.emit((0, 2))
    assert grid.findChild(CellEditor) is not None


def test_it_says_how_the_views_agree(panel: PlaygroundPanel) -> None:
    assert panel.view.sums.agreement.text().startswith("Largest difference to the gather view")
    assert panel.view.sums.ranking.isHidden()


def test_it_says_what_the_weights_make_of_flat_maps(panel: PlaygroundPanel) -> None:
    notes, kernels = panel.view.sums.agreement, panel.tools.kernels
    panel.tools.boxes["stride"].setValue(2)
    panel.tools.boxes["kernel"].setValue(3)
    assert "the weights share out evenly" in notes.text(), "those of bilinear enlargement, though the stamps do not"
    kernels.setCurrentIndex(kernels.findData(Pattern.ONES.value))
    kernels.activated.emit(kernels.currentIndex())
    assert "a checkerboard of the weights, " in notes.text()
    panel.tools.boxes["stride"].setValue(1)
    assert "heckerboard" not in notes.text()
