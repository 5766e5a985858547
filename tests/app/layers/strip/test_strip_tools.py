from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.layers.channels.channel_tools import ChannelTools
from app.layers.strip.strip_tools import StripTools
from app.layers.views.wording import PART


def test_the_choice_of_a_part_has_the_name_that_it_has_beside_the_channels(qtbot: QtBot) -> None:
    strip, channels = StripTools(), ChannelTools()
    for tools in (strip, channels):
        qtbot.addWidget(tools)
        assert PART in [label.text() for label in tools.findChildren(QLabel)]
