import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.widgets.pixel_view import MARK, PixelView


@pytest.fixture
def view(qtbot: QtBot) -> PixelView:
    view = PixelView()
    qtbot.addWidget(view)
    view.resize(100, 120)
    view.set_picture(np.zeros((4, 4, 1), np.uint8))
    view.show()
    return view


def test_a_click_chooses_a_pixel(view: PixelView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.pixel_chosen) as chosen:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(30, 90))
    assert chosen.args == [(3, 1)]
    with qtbot.assertNotEmitted(view.pixel_chosen):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(30, 5))


def test_arrow_keys_begin_in_the_middle_and_go_on_from_the_mark(view: PixelView, qtbot: QtBot) -> None:
    taken: list[tuple[int, int]] = []
    view.pixel_chosen.connect(taken.append)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    view.set_mark((1, 0))
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(view, key)
    assert taken == [(2, 2), (1, 1), (2, 0)]


def test_the_mark_is_drawn(view: PixelView) -> None:
    view.set_mark((1, 2))
    image = view.grab().toImage()
    assert image.pixelColor(50, 47).name() == MARK.name()
    view.set_mark(None)
    assert view.grab().toImage().pixelColor(50, 47).name() != MARK.name()
