from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.explore.picture.picture_panel import PicturePanel
from app.explore.picture.shown_picture import ShownPicture
from app.layers.arithmetic.cell_grid import Frame, Ink
from app.layers.trace.trace_panel import TracePanel
from app.session.session import Session
from app.toolkit.actions import Actions
from app.toolkit.workspace import Workspace
from gan.layers.traces import Trace
from gan.request import RenderResult


@pytest.fixture
def traces(session: Session) -> list[Trace]:
    taken: list[Trace] = []

    def take(result: RenderResult) -> None:
        if result.trace is not None:
            taken.append(result.trace)

    session.rendered.connect(take)
    return taken


@pytest.fixture
def panel(session: Session, traces: list[Trace], qtbot: QtBot) -> TracePanel:
    panel = TracePanel(session)
    qtbot.addWidget(panel)
    panel.resize(940, 480)
    panel.show()
    return panel


def read(text: str) -> float:
    return float(text.replace("−", "-"))


def test_it_starts_in_the_middle(panel: TracePanel, session: Session) -> None:
    assert session.inspection.pixel == panel.view.mark == (14, 14)
    assert list(panel.columns) == ["z", "block1.act", "block2.act"]
    assert "Pixel 14, 14" in panel.value.text()


def test_a_click_traces_another_pixel(panel: TracePanel, session: Session, traces: list[Trace], qtbot: QtBot) -> None:
    rect = panel.view.picture_rect()
    side = rect.width() // 28
    spot = rect.topLeft()
    spot.setX(spot.x() + 3 * side + side // 2)
    spot.setY(spot.y() + 20 * side + side // 2)
    qtbot.mouseClick(panel.view, Qt.MouseButton.LeftButton, pos=spot)
    assert traces[-1].pixel == (20, 3)
    column = panel.columns["block2.act"]
    assert column.seen.text() == "sees rows 9–10, columns 1–2"
    assert column.tiles[0].grid.frames == (Frame(9, 1, 2, 2, Ink.CHOSEN),)


def test_shares_and_shifts_end_at_the_pixels_value(panel: TracePanel, session: Session, traces: list[Trace]) -> None:
    session.set_component(1, 1.5)
    for column, layer in zip(panel.columns.values(), traces[-1].layers, strict=True):
        shares, shifts, total = (read(column.sum.text().replace(" shifts", "").split()[i]) for i in (0, 2, 4))
        assert shares + shifts == pytest.approx(total, abs=2e-5)
        assert total == pytest.approx(traces[-1].value, abs=1e-5)
        assert column.ranking.model.order[0] == layer.strongest[0]


def test_tiles_show_the_strongest_channels(panel: TracePanel, traces: list[Trace]) -> None:
    layer = traces[-1].layers[1]
    for place, tile in enumerate(panel.columns["block1.act"].tiles):
        assert np.array_equal(tile.grid.values, layer.maps[place])  # type: ignore[arg-type]
        assert tile.label.text().startswith(f"{layer.strongest[place]}: ")


def test_hidden_it_traces_nothing(panel: TracePanel, session: Session, traces: list[Trace]) -> None:
    panel.hide()
    count = len(traces)
    session.set_component(0, 1.0)
    assert len(traces) == count
    panel.show()
    assert len(traces) == count + 1


def test_the_picture_panel_chooses_and_marks(panel: TracePanel, session: Session, qtbot: QtBot) -> None:
    picture = PicturePanel(session, ShownPicture(session), Actions())
    qtbot.addWidget(picture)
    picture.resize(300, 300)
    picture.show()
    session.render()
    qtbot.mouseClick(picture.view, Qt.MouseButton.LeftButton, pos=picture.view.picture_rect().topLeft())
    assert session.inspection.pixel == picture.view.mark == (0, 0)
    panel.hide()
    assert picture.view.mark is None


def test_another_generator(panel: TracePanel, workspace: Workspace, session: Session, colour_model: Path) -> None:
    workspace.open(str(colour_model))
    assert list(panel.columns) == ["z", *(f"block{number}.act" for number in range(1, 5))]
    assert session.inspection.pixel == (32, 32)
    assert "mean over colours" in panel.value.text()


def test_before_a_model_is_open(empty_workspace: Workspace, tiny_model: Path, qtbot: QtBot) -> None:
    panel = TracePanel(empty_workspace.session)
    qtbot.addWidget(panel)
    panel.show()
    assert not panel.columns
    empty_workspace.open(str(tiny_model))
    assert "Pixel 14, 14" in panel.value.text()
