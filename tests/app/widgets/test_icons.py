"""Pictures on buttons: ours, in the colour of the text around them, and sharp at every scale."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.arguments import Page
from app.toolkit.tool import Purpose
from app.widgets.icons import FOLDER, SCALES, SIDE, dress, icon
from gan.places import ICON

APP = Path(__file__).parents[3] / "app"
NAMES = sorted(path.stem for path in FOLDER.glob("*.svg") if path != ICON)


@pytest.fixture
def button(qtbot: QtBot) -> QPushButton:
    button = QPushButton()
    qtbot.addWidget(button)
    return button


def palette_of(colour: str) -> QPalette:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.ButtonText, QColor(colour))
    return palette


def colour_of(made: QIcon, scale: float = 1, state: QIcon.State = QIcon.State.Off) -> str:
    """That of the pixel with the most ink."""
    image = made.pixmap(made.availableSizes()[0], scale, QIcon.Mode.Normal, state).toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(pixels, key=lambda pixel: pixel.alpha()).name()


@pytest.mark.parametrize("name", NAMES)
def test_all_are_of_one_kind(name: str) -> None:
    text = (FOLDER / f"{name}.svg").read_text("utf-8")
    assert 'viewBox="0 0 16 16"' in text and 'stroke="currentColor" stroke-width="1.5"' in text
    assert not re.search("#[0-9a-f]{3}", text), "it has the colour of whatever shows it"


def test_all_are_there_and_none_is_left_over() -> None:
    sources = "\n".join(path.read_text("utf-8") for path in APP.rglob("*.py"))
    dressed = {word for call in re.findall(r"dress\(.*", sources) for word in re.findall(r'"([a-z]+)"', call)}
    assert dressed | {purpose.icon for purpose in Purpose} | {page.value for page in Page} <= set(NAMES)
    assert not [name for name in NAMES if f'"{name}"' not in sources]


def test_is_drawn_once_for_all_that_show_it(qtbot: QtBot) -> None:
    first, second, other = (icon("play", palette_of(colour)).pixmap(SIDE) for colour in ("red", "red", "blue"))
    assert first.cacheKey() == second.cacheKey() != other.cacheKey()


def test_colour(qtbot: QtBot) -> None:
    made = icon("play", palette_of("#12ab34"))
    image = made.pixmap(SIDE).toImage()
    assert image.pixelColor(7, 8).name() == "#12ab34"
    assert image.pixelColor(0, 0).alpha() == 0


@pytest.mark.parametrize("scale", SCALES)
def test_lines_are_drawn_for_the_scale_of_the_screen(qtbot: QtBot, scale: float) -> None:
    shown, small = (icon("close", palette_of("#12ab34")).pixmap(QSize(SIDE, SIDE), each) for each in (scale, 1))
    assert shown.devicePixelRatio() == scale and shown.width() == SIDE * scale
    assert scale == 1 or shown.toImage() != small.toImage().scaled(shown.size())


def test_a_button_follows_the_colours_of_the_window(button: QPushButton) -> None:
    dress(button, "play")
    for colour in ("#12ab34", "#ab1234"):
        button.setPalette(palette_of(colour))
        assert colour_of(button.icon()) == colour


def test_it_has_an_ink_of_its_own_while_it_is_down(button: QPushButton) -> None:
    dress(button, "stop", QColor("#112233"), QColor("#445566"))
    assert colour_of(button.icon()) == "#112233" and colour_of(button.icon(), state=QIcon.State.On) == "#445566"


def test_another_picture_takes_the_place_of_the_first(button: QPushButton) -> None:
    dress(button, "play")
    play = button.icon().pixmap(SIDE).toImage()
    dress(button, "pause")
    assert button.icon().pixmap(SIDE).toImage() != play
    button.setPalette(palette_of("#ab1234"))
    assert button.icon().pixmap(SIDE).toImage() == icon("pause", palette_of("#ab1234")).pixmap(SIDE).toImage()
