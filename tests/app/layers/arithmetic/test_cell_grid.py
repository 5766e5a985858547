import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.layers.arithmetic.cell_grid import NUMBER_PIXELS, CellGrid, Field, Frame, Ink, fitting_font, short
from app.layers.views.colouring import DIVERGING, Colouring
from gan.layers.mosaic import Scaling

VALUES = np.array([[1.0, -1.0, 0.0], [0.5, 0.0, -0.5]])
COLOURS = Colouring(DIVERGING, Scaling.FIXED, (-1.0, 1.0))


@pytest.fixture
def grid(qtbot: QtBot) -> CellGrid:
    grid = CellGrid("A map")
    qtbot.addWidget(grid)
    grid.resize(306, 246)
    grid.set_field(Field(VALUES, COLOURS))
    grid.show()
    return grid


def centre(grid: CellGrid, row: int, column: int) -> QPoint:
    return grid.cell_rect((row, column)).center().toPoint()


def colour_at(grid: CellGrid, row: int, column: int) -> str:
    # Off the centre, where numbers and dots are.
    spot = grid.cell_rect((row, column)).topLeft() + QPointF(8, 8)
    return grid.grab().toImage().pixelColor(spot.toPoint()).name()


def test_cells_are_square_and_found_again(grid: CellGrid) -> None:
    rect = grid.cell_rect((1, 2))
    assert rect.width() == rect.height() == 100
    assert grid.cell_at(rect.center()) == (1, 2)
    assert grid.cell_at(QPointF(150, 1)) is None


def test_colours_are_those_of_the_values(grid: CellGrid) -> None:
    assert colour_at(grid, 0, 0) == "#b2182b" and colour_at(grid, 0, 1) == "#2166ac"


def test_zeros_that_were_put_in_look_different(grid: CellGrid) -> None:
    computed = colour_at(grid, 0, 2)
    holes = np.zeros((2, 3), bool)
    holes[0, 2] = True
    grid.set_field(Field(VALUES, COLOURS, holes))
    paper = grid.palette().color(QPalette.ColorRole.Base).name()
    assert colour_at(grid, 0, 2) == paper != computed
    image = grid.grab().toImage()
    assert image.pixelColor(centre(grid, 0, 2)).name() != paper


def test_blank_cells_hide_their_value(grid: CellGrid) -> None:
    blank = np.zeros((2, 3), bool)
    blank[0, 0] = True
    grid.set_field(Field(VALUES, COLOURS, blank=blank))
    assert colour_at(grid, 0, 0) == grid.palette().color(QPalette.ColorRole.Window).name()


def test_the_mouse_points_and_chooses(grid: CellGrid, qtbot: QtBot) -> None:
    pointed: list[tuple[int, int] | None] = []
    grid.pointed.connect(pointed.append)
    spot = QPointF(centre(grid, 1, 0))
    move = QMouseEvent(
        QEvent.Type.MouseMove, spot, spot, Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier(0)
    )
    QApplication.sendEvent(grid, move)
    QApplication.sendEvent(grid, QEvent(QEvent.Type.Leave))
    assert pointed == [(1, 0), None]
    with qtbot.waitSignal(grid.chosen) as chosen:
        qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=centre(grid, 0, 1))
    assert chosen.args == [(0, 1)] and grid.current == (0, 1)
    assert "row 0, column 1: −1" in grid.accessibleDescription()


def test_arrow_keys_go_from_cell_to_cell(grid: CellGrid, qtbot: QtBot) -> None:
    taken: list[tuple[int, int]] = []
    grid.chosen.connect(taken.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_Left):
        qtbot.keyClick(grid, key)
    assert taken == [(0, 1), (1, 1), (1, 2), (0, 0), (0, 0)]


def test_enter_and_a_double_click_activate(grid: CellGrid, qtbot: QtBot) -> None:
    grid.set_current((1, 1))
    with qtbot.waitSignal(grid.activated) as activated:
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert activated.args == [(1, 1)]
    with qtbot.waitSignal(grid.activated) as activated:
        qtbot.mouseDClick(grid, Qt.MouseButton.LeftButton, pos=centre(grid, 0, 2))
    assert activated.args == [(0, 2)]


@pytest.mark.parametrize(
    ("value", "text"), [(0.0, "0"), (-0.0, "0"), (-0.001, "0.00"), (-0.25, "−0.25"), (7.0, "7"), (-123.4, "−123")]
)
def test_numbers_in_cells_are_short(value: float, text: str) -> None:
    assert short(value) == text


def test_numbers_shrink_to_their_cells_or_are_left_out(grid: CellGrid) -> None:
    wide = fitting_font(grid.font(), ["1", "−0.25"], 60)
    assert wide is not None and wide.pixelSize() == NUMBER_PIXELS[0]
    width = QFontMetricsF(wide).horizontalAdvance("−0.25") - 1
    smaller = fitting_font(grid.font(), ["1", "−0.25"], width)
    assert smaller is not None and QFontMetricsF(smaller).horizontalAdvance("−0.25") <= width
    assert fitting_font(grid.font(), ["1", "−0.25"], 8) is None


def test_frames_are_drawn(grid: CellGrid) -> None:
    grid.set_frames(Frame(0, 0, ink=Ink.CHOSEN))
    corner = grid.cell_rect((0, 0)).topLeft().toPoint()
    assert grid.grab().toImage().pixelColor(corner).name() == "#ffd23f"


def test_without_a_field_there_is_nothing(qtbot: QtBot) -> None:
    grid = CellGrid("Empty")
    qtbot.addWidget(grid)
    grid.show()
    qtbot.mouseMove(grid, QPoint(5, 5))
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert grid.values is None and grid.cell_at(QPointF(5, 5)) is None
