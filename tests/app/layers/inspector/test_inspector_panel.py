"""Tried as a student would: find an output, follow it to its inputs, check the sum."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.layers.arithmetic.cell_grid import CellGrid, Frame, Ink
from app.layers.channels.channel_look import ChannelLook
from app.layers.channels.channel_panel import ChannelPanel
from app.layers.channels.channel_ranking import ChannelRanking
from app.layers.inspector.inspector_panel import InspectorPanel
from app.session.session import Session
from app.toolkit.workspace import Workspace
from gan.layers.catalogue import Upsampling
from gan.layers.mosaic import Maps
from gan.layers.steps import StepName
from gan.layers.transposed import Cell, Convolution, NotTransposed
from gan.render import Renderer
from gan.request import Probe, RenderRequest, RenderResult
from tests.app.layouts import save_layout


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> InspectorPanel:
    session.inspection.select_layer("block2.act")
    panel = InspectorPanel(session)
    qtbot.addWidget(panel)
    panel.resize(940, 560)
    panel.show()
    return panel


def spot(grid: CellGrid, cell: Cell) -> QPoint:
    return grid.cell_rect(cell).center().toPoint()


def click(qtbot: QtBot, grid: CellGrid, cell: Cell) -> None:
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=spot(grid, cell))


def rows(panel: InspectorPanel) -> list[list[str]]:
    table = panel.view.sums.products.table
    texts = [[table.item(row, column) for column in range(table.columnCount())] for row in range(table.rowCount())]
    return [[item.text() if item else "" for item in row] for row in texts]


def read(text: str) -> float:
    return float(text.replace("−", "-"))


def output(panel: InspectorPanel) -> CellGrid:
    return panel.view.gather.stages[StepName.OUTPUT].grid


def maps_of(session: Session, *layers: str) -> dict[str, Maps]:
    assert session.model is not None
    request = RenderRequest(session.model.source.path, session.z[None], layers)
    return {name: maps[0] for name, maps in Renderer("cpu").render(request).maps.items()}


def test_the_stages_show_the_network_on_the_current_z(panel: InspectorPanel, session: Session) -> None:
    session.set_component(0, 2.0)
    maps = maps_of(session, "block1.act", "block2.conv")
    stages = {name: stage.grid.values for name, stage in panel.view.gather.stages.items()}
    shapes = [values.shape for values in stages.values() if values is not None]
    assert shapes == [(7, 7), (13, 13), (17, 17), (4, 4), (14, 14)]
    assert stages[StepName.INPUT] == pytest.approx(maps["block1.act"][panel.tools.input.value()], abs=0)
    assert stages[StepName.OUTPUT] == pytest.approx(maps["block2.conv"][0], abs=1e-6)


def test_a_sum_checked_by_hand(panel: InspectorPanel, session: Session, qtbot: QtBot) -> None:
    click(qtbot, output(panel), (3, 8))
    assert panel.view.pixel == (3, 8)
    total = 0.0
    for channel in range(8):
        panel.tools.input.setValue(channel)
        for _, x, _, w, product in rows(panel):
            assert read(x) * read(w) == pytest.approx(read(product), abs=1e-4)
            total += read(product)
    there = float(maps_of(session, "block2.conv")["block2.conv"][0, 3, 8])
    assert total == pytest.approx(there, abs=5e-4)
    assert panel.view.sums.total.text().count(f"<b>{there:.5f}</b>".replace("-", "−")) == 2
    assert "✓" in panel.view.sums.total.text()


def test_cells_and_taps_are_framed(panel: InspectorPanel, qtbot: QtBot) -> None:
    click(qtbot, output(panel), (3, 8))
    cells = [tuple(map(int, row[0].split(", "))) for row in rows(panel)]
    assert cells == [(1, 3), (1, 4), (2, 3), (2, 4)]
    assert [(frame.row, frame.column) for frame in panel.view.gather.stages[StepName.INPUT].grid.frames] == cells
    assert Frame(3, 8, 4, 4, Ink.CHOSEN) in panel.view.gather.stages[StepName.PADDED].grid.frames
    kernel = panel.view.gather.stages[StepName.KERNEL].grid
    assert kernel.values is not None
    weights = [row[3] for row in rows(panel)]
    assert [f"{kernel.values[frame.row, frame.column]:.5f}".replace("-", "−") for frame in kernel.frames] == weights


def test_pointing_shows_and_leaving_goes_back(panel: InspectorPanel, qtbot: QtBot) -> None:
    chosen = panel.view.pixel
    output(panel).pointed.emit((0, 0))
    assert "Output 0, 0" in panel.view.sums.total.text() and panel.view.pixel == chosen
    output(panel).pointed.emit(None)
    assert f"Output {chosen[0]}, {chosen[1]}" in panel.view.sums.total.text()


def test_an_input_cell_shows_all_that_it_paints(panel: InspectorPanel) -> None:
    panel.view.gather.stages[StepName.INPUT].grid.pointed.emit((2, 3))
    assert output(panel).frames == (Frame(3, 5, 4, 4, Ink.PAINTED),)
    assert "paints <b>16</b> outputs" in panel.view.sums.total.text()


def test_both_views_give_the_same_numbers(panel: InspectorPanel, qtbot: QtBot) -> None:
    gathered = output(panel).values
    qtbot.mouseClick(panel.tools.view.button("scatter"), Qt.MouseButton.LeftButton)
    assert panel.view.views.currentWidget() is panel.view.scatter
    canvas = panel.view.scatter.canvas.grid.values
    assert canvas is not None and gathered is not None
    assert canvas[1:-1, 1:-1] == pytest.approx(gathered, abs=1e-6)
    assert "conv_transpose2d" in panel.view.sums.agreement.text()


def test_stamps_are_put_down_one_by_one(panel: InspectorPanel, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.tools.view.button("scatter"), Qt.MouseButton.LeftButton)
    panel.tools.fill.setChecked(True)
    panel.view.choose_cell((0, 0))
    assert panel.view.convolution is not None
    canvas = panel.view.scatter.canvas.grid.values
    assert canvas is not None
    first = np.tensordot(panel.view.convolution.maps[:, 0, 0], panel.view.convolution.kernels, 1)
    assert canvas[:4, :4] == pytest.approx(first, abs=1e-6) and not canvas[4:].any()
    qtbot.mouseClick(panel.tools.player.forward, Qt.MouseButton.LeftButton)
    assert panel.view.cell == (0, 1)


def test_stepping_goes_row_by_row(panel: InspectorPanel, qtbot: QtBot) -> None:
    click(qtbot, output(panel), (2, 13))
    qtbot.mouseClick(panel.tools.player.forward, Qt.MouseButton.LeftButton)
    assert panel.view.pixel == (3, 0)
    qtbot.mouseClick(panel.tools.player.back, Qt.MouseButton.LeftButton)
    assert panel.view.pixel == (2, 13)
    qtbot.keyClick(output(panel), Qt.Key.Key_Up)
    assert panel.view.pixel == (1, 13)


def test_playing_fills_the_output_in(panel: InspectorPanel, qtbot: QtBot) -> None:
    panel.view.choose_pixel((0, 0))
    panel.tools.player.play.click()
    qtbot.waitUntil(lambda: panel.view.pixel == (0, 3))
    assert panel.tools.fill.isChecked()
    panel.hide()
    assert not panel.tools.player.playing


def test_channels_are_ranked_and_chosen(panel: InspectorPanel, qtbot: QtBot) -> None:
    assert panel.view.convolution is not None
    shares = np.abs(panel.view.convolution.at(panel.view.pixel).by_channel)
    order = panel.view.sums.ranking.model.order
    assert order == np.argsort(-shares, kind="stable").tolist()
    assert panel.tools.input.value() == order[0]
    view = panel.view.sums.ranking.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert panel.tools.input.value() == order[1]
    assert f"input channel {order[1]}:" in panel.view.sums.products.title.text()


def test_another_output_channel(panel: InspectorPanel, session: Session) -> None:
    panel.tools.output.setValue(2)
    maps = maps_of(session, "block2.conv")
    assert output(panel).values == pytest.approx(maps["block2.conv"][2], abs=1e-6)


def test_the_first_and_the_last_block(panel: InspectorPanel, session: Session) -> None:
    session.inspection.select_layer("block1.act")
    assert panel.view.convolution is not None and panel.view.convolution.maps.shape == (8, 1, 1)
    assert len(rows(panel)) == 1 and "from 8 input channels" in panel.view.sums.total.text()
    session.inspection.select_layer("block3.conv")
    assert panel.view.convolution.block == "block3"
    assert "bias" not in panel.view.sums.total.text()  # the tiny model's is 0
    panel.tools.block.setCurrentIndex(0)
    panel.tools.block.activated.emit(0)
    assert session.inspection.layer == "block1.conv"


def test_enlarged_maps_of_other_panels_do_not_matter(panel: InspectorPanel, session: Session) -> None:
    session.inspection.set_upsampling(Upsampling.BILINEAR)
    assert output(panel).values is not None and output(panel).values.shape == (14, 14)  # type: ignore[union-attr]


def test_hidden_it_asks_for_nothing(panel: InspectorPanel, session: Session) -> None:
    seen: list[RenderResult] = []
    session.rendered.connect(seen.append)
    session.render()
    panel.hide()
    session.set_component(0, 1.0)
    panel.show()
    assert [result.request.probe for result in seen] == [Probe("block2"), None, None, Probe("block2")]


def test_another_generator(panel: InspectorPanel, workspace: Workspace, colour_model: Path) -> None:
    workspace.open(str(colour_model))
    assert panel.view.convolution is not None
    assert panel.view.convolution.kernels.shape == (32, 4, 4)
    assert panel.tools.inputs.text() == "0 to 31"


def test_a_block_without_a_transposed_convolution_says_why(panel: InspectorPanel, session: Session) -> None:
    request = RenderRequest(Path("x"), session.z[None])
    reason = "block2 has no transposed convolution to look into: it enlarges its maps with Upsample"
    session.rendered.emit(
        RenderResult(request, np.zeros((1, 2, 2, 1), np.uint8), convolution=NotTransposed("block2", reason))
    )
    assert panel.message.isVisible() and "Upsample" in panel.message.text()
    session.render()
    assert not panel.message.isVisible()


def test_before_a_model_is_open(empty_workspace: Workspace, tiny_model: Path, qtbot: QtBot) -> None:
    panel = InspectorPanel(empty_workspace.session)
    qtbot.addWidget(panel)
    panel.show()
    assert panel.message.isVisible() and not panel.tools.isEnabled()
    empty_workspace.open(str(tiny_model))
    assert isinstance(panel.view.convolution, Convolution)


def test_it_opens_on_the_channel_that_was_chosen(session: Session, workspace: Workspace, qtbot: QtBot) -> None:
    session.inspection.select_layer("block1.act")
    channels = ChannelPanel(session, ChannelLook(session), ChannelRanking(session, workspace.background))
    qtbot.addWidget(channels)
    channels.resize(900, 500)
    channels.show()
    channels.grid.set_current(5)
    panel = InspectorPanel(session)
    qtbot.addWidget(panel)
    panel.show()
    assert panel.tools.output.value() == 5
    channels.grid.set_current(2)
    assert panel.tools.output.value() == 2
    panel.tools.output.setValue(4)
    assert session.inspection.channel == 4


def test_taps_are_those_of_the_kernel_that_is_drawn(panel: InspectorPanel, qtbot: QtBot) -> None:
    """Turned by half a turn in one view, as it was learned in the other; the weights are the ones drawn there."""
    for view, kernel in (
        ("gather", panel.view.gather.stages[StepName.KERNEL].grid),
        ("scatter", panel.view.scatter.kernel.grid),
    ):
        qtbot.mouseClick(panel.tools.view.button(view), Qt.MouseButton.LeftButton)
        panel.view.choose_pixel((3, 8))
        assert kernel.values is not None
        for _, _, tap, weight, _ in rows(panel):
            row, column = map(int, tap.split(", "))
            assert f"{kernel.values[row, column]:.5f}".replace("-", "−") == weight, view
        heading = panel.view.sums.products.table.horizontalHeaderItem(2)
        assert heading is not None and heading.text() == {"gather": "Flipped tap", "scatter": "Kernel tap"}[view]


def test_a_block_without_a_transposed_convolution_says_what_it_has(
    panel: InspectorPanel, workspace: Workspace, session: Session, tmp_path: Path
) -> None:
    workspace.open(str(save_layout(tmp_path, "odd kernels")))
    assert [panel.tools.block.itemText(row) for row in range(2)] == ["Block 1 (linear)", "Block 2"]
    session.inspection.select_layer("block1.linear")
    assert "Block 1 has no transposed convolution to look into, but a linear layer" in panel.message.text()
    assert panel.view.isHidden() and not panel.tools.input.isEnabled() and not panel.tools.player.isEnabled()
    probed: list[Probe | None] = []
    session.rendered.connect(lambda result: probed.append(result.request.probe))
    session.set_component(0, 0.5)
    assert probed == [None]
    session.inspection.select_layer("block2.act")
    assert panel.view.isVisible() and panel.tools.input.isEnabled() and panel.message.isHidden()
    assert panel.view.convolution is not None and panel.view.convolution.geometry.output_padding == 1
