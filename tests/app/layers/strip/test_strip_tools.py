from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.layers.channels.channel_tools import ChannelTools
from app.layers.strip.strip_tools import StripTools
from app.layers.views.wording import PART
from gan.request import BatchStatistics


def test_the_choice_of_a_part_has_the_name_that_it_has_beside_the_channels(qtbot: QtBot) -> None:
    strip, channels = StripTools(), ChannelTools()
    for tools in (strip, channels):
        qtbot.addWidget(tools)
        assert PART in [label.text() for label in tools.findChildren(QLabel)]


def test_no_word_is_cut_where_it_is_narrow(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    tools = StripTools(window)
    tools.part.offer({"op": "Convolution", "norm": "BatchNorm", "act": "Activation"})
    tools.show_batch(BatchStatistics(4))
    window.show()
    narrow = tools.minimumSizeHint().width()
    for width, rows in ((1000, 1), (narrow, 2), (1000, 1)):
        tools.resize(width, 80)
        QApplication.processEvents()
        buttons = [button for button in tools.findChildren(QAbstractButton) if button.isVisible()]
        assert len(buttons) == 5 and all(button.width() >= button.sizeHint().width() for button in buttons)
        assert len({button.mapTo(tools, button.rect().center()).y() // 10 for button in buttons}) == rows
