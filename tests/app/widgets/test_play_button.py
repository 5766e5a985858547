"""A button that starts and stops."""

from pytestqt.qtbot import QtBot

from app.widgets.play_button import PlayButton


def test_it_shows_what_a_press_would_do(qtbot: QtBot) -> None:
    button = PlayButton("Go on", "Stop", words=True)
    qtbot.addWidget(button)
    assert (button.text(), button.toolTip(), button.accessibleName()) == ("Play", "Go on", "Play")
    triangle = button.icon().pixmap(16).toImage()
    button.click()
    assert (button.text(), button.toolTip(), button.accessibleName()) == ("Pause", "Stop", "Pause")
    assert button.icon().pixmap(16).toImage() != triangle
