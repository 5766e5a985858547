"""Icons have the colour of the text around them."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.widgets.icons import pause_icon, play_icon


@pytest.mark.parametrize("icon", [play_icon, pause_icon])
def test_colour(icon, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    widget = QWidget()
    qtbot.addWidget(widget)
    palette = widget.palette()
    palette.setColor(QPalette.ColorRole.ButtonText, QColor("#12ab34"))
    widget.setPalette(palette)
    image = icon(widget).pixmap(16).toImage()
    assert image.pixelColor(5, 8).name() == "#12ab34"
    assert image.pixelColor(0, 0).alpha() == 0


def test_they_differ(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert play_icon(widget).pixmap(16).toImage() != pause_icon(widget).pixmap(16).toImage()
