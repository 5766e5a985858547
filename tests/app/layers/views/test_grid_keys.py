"""Keys move through a grid of 10 tiles in 4 columns: 0-3, 4-7, 8-9."""

import pytest
from PySide6.QtCore import Qt

from app.layers.views.grid_keys import key_target


@pytest.mark.parametrize(
    ("key", "start", "end"),
    [
        (Qt.Key.Key_Right, 3, 4),
        (Qt.Key.Key_Right, 9, 9),
        (Qt.Key.Key_Left, 4, 3),
        (Qt.Key.Key_Left, 0, 0),
        (Qt.Key.Key_Down, 1, 5),
        (Qt.Key.Key_Down, 6, 6),
        (Qt.Key.Key_Up, 9, 5),
        (Qt.Key.Key_Up, 2, 2),
        (Qt.Key.Key_PageDown, 1, 9),
        (Qt.Key.Key_PageUp, 8, 0),
        (Qt.Key.Key_Home, 7, 0),
        (Qt.Key.Key_End, 0, 9),
        (Qt.Key.Key_Right, -1, 0),
        (Qt.Key.Key_Down, -1, 4),
    ],
)
def test_a_key_moves_the_current_tile(key: Qt.Key, start: int, end: int) -> None:
    assert key_target(key, start, count=10, columns=4, page=2) == end


def test_other_keys_move_nothing() -> None:
    assert key_target(Qt.Key.Key_A, 3, count=10, columns=4, page=2) is None
