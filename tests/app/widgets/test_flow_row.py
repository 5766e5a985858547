"""A row that goes on below: where things stand, and how much room they need."""

import pytest
import shiboken6
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSlider, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.widgets.flow_row import FlowRow


class Block(QWidget):
    """Needs ``least`` pixels and likes 40; 20 high."""

    def __init__(self, least: int = 40) -> None:
        super().__init__()
        self.setMinimumSize(least, 20)
        self.setMaximumHeight(20)


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.setLayout(FlowRow(10))
    return holder


def row_of(holder: QWidget) -> FlowRow:
    row = holder.layout()
    assert isinstance(row, FlowRow)
    return row


def placed(holder: QWidget, width: int) -> list[tuple[int, int, int]]:
    """(left, top, width) of what is shown, in a row ``width`` wide."""
    row = row_of(holder)
    row.setGeometry(QRect(0, 0, width, row.heightForWidth(width)))
    shown = [each for each in holder.findChildren(QWidget) if not each.isHidden()]
    return [(each.x(), each.y(), each.width()) for each in shown]


def test_what_does_not_fit_stands_below(holder: QWidget) -> None:
    row = row_of(holder)
    for _ in range(3):
        row.addWidget(Block())
    assert placed(holder, 140) == [(0, 0, 40), (50, 0, 40), (100, 0, 40)]
    assert placed(holder, 139) == [(0, 0, 40), (50, 0, 40), (0, 30, 40)]
    assert [row.heightForWidth(width) for width in (140, 139, 40)] == [20, 50, 80]
    assert row.minimumSize().width() == 40


def test_what_is_over_goes_to_a_stretch_else_to_the_space_between(holder: QWidget) -> None:
    row = row_of(holder)
    row.addWidget(Block(), 1)
    row.addStretch()
    row.addWidget(Block())
    assert placed(holder, 200) == [(0, 0, 150), (160, 0, 40)]
    row.takeAt(0)
    assert placed(holder, 200)[1] == (160, 0, 40)


def test_what_is_hidden_takes_no_room(holder: QWidget) -> None:
    row = row_of(holder)
    blocks = [Block(), Block(), Block()]
    for block in blocks:
        row.addWidget(block)
    holder.show()
    blocks[1].hide()
    assert placed(holder, 90) == [(0, 0, 40), (50, 0, 40)]


def test_a_slider_gives_way_before_anything_moves_below(holder: QWidget) -> None:
    row = row_of(holder)
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setMinimumSize(10, 20)
    for widget in (slider, Block()):
        row.addWidget(widget, int(widget is slider))
    assert placed(holder, 60) == [(0, 0, 10), (20, 0, 40)]


def test_words_are_whole_before_a_slider_grows(holder: QWidget) -> None:
    row = row_of(holder)
    slider, label = QSlider(Qt.Orientation.Horizontal), QLabel("words beside a slider")
    slider.setMinimumWidth(10)
    label.setMinimumWidth(20)
    row.addWidget(slider, 1)
    row.addWidget(label)
    whole = label.sizeHint().width()
    assert [width for _, _, width in placed(holder, whole + 50)] == [40, whole]


def test_words_are_as_high_as_their_lines(holder: QWidget) -> None:
    row = row_of(holder)
    label = QLabel("many words that take more than one line where there is little room for them")
    label.setWordWrap(True)
    row.addWidget(label, 1)
    assert row.heightForWidth(120) == label.heightForWidth(120) > label.heightForWidth(2000)


def test_an_empty_row_needs_nothing(holder: QWidget) -> None:
    row = row_of(holder)
    row.addStretch()
    assert row.heightForWidth(100) == 0 and row.minimumSize().width() == 0
    assert row.itemAt(5) is None and row.takeAt(5) is None


def test_its_items_do_not_end_with_what_qt_tells_of_a_widget_around_it(qtbot: QtBot) -> None:
    """Python's side of what Qt has made ends while the layout still asks it, which ends the program."""
    window = QWidget()
    qtbot.addWidget(window)
    row = FlowRow()
    QVBoxLayout(window).addLayout(row)
    for text in ("first", "second"):
        row.addWidget(QPushButton(text))
    items = filter(None, map(row.itemAt, range(row.count())))
    assert [shiboken6.createdByPython(item) for item in items] == [True, True]


def test_a_widget_that_is_gone_leaves_its_place(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = FlowRow()
    QVBoxLayout(window).addLayout(row)
    buttons = [QPushButton(text) for text in ("first", "second")]
    for button in buttons:
        row.addWidget(button)
    shiboken6.delete(buttons[0])
    (left,) = (row.itemAt(place) for place in range(row.count()))
    assert left is not None and left.widget() is buttons[1] and row.minimumSize().width() > 0
