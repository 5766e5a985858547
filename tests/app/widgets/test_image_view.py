"""The picture view: where the picture stands, what it says without one, and that it tells when it has painted."""

import numpy as np
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.widgets.image_view import ImageView
from app.widgets.qimages import to_qimage


@pytest.fixture
def view(qtbot: QtBot) -> ImageView:
    view = ImageView("nothing yet")
    qtbot.addWidget(view)
    view.resize(100, 70)
    view.show()
    qtbot.waitExposed(view)
    return view


def test_pixels_are_enlarged_by_a_whole_number(view: ImageView) -> None:
    view.set_picture(np.zeros((28, 28, 1), np.uint8))
    assert view.picture_rect() == QRect(22, 7, 56, 56)


def test_a_picture_may_fill_the_space_instead(qtbot: QtBot) -> None:
    view = ImageView(whole_pixels=False)
    qtbot.addWidget(view)
    view.resize(100, 70)
    view.set_picture(np.zeros((28, 28, 1), np.uint8))
    assert view.picture_rect() == QRect(15, 0, 70, 70)


def test_a_picture_larger_than_the_space_is_made_smaller(view: ImageView) -> None:
    view.set_picture(np.zeros((140, 140, 3), np.uint8))
    assert view.picture_rect() == QRect(15, 0, 70, 70)


def test_it_tells_of_a_painted_picture_only(view: ImageView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.painted):
        view.repaint()
    view.set_picture(np.full((28, 28, 3), 200, np.uint8))
    with qtbot.waitSignal(view.painted, timeout=2000):
        view.repaint()
    assert view.grab().toImage().pixelColor(50, 35).red() == 200


def test_without_a_picture_there_are_words(view: ImageView) -> None:
    def ink() -> int:
        pixels = view.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        return len(np.unique(np.asarray(pixels.constBits())))

    assert ink() > 2
    view.set_placeholder("")
    assert ink() == 1


def test_a_click_inside(view: ImageView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.clicked):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(view.clicked):
        qtbot.mouseClick(view, Qt.MouseButton.RightButton)


@pytest.mark.parametrize("channels", [1, 3])
def test_pictures_become_images(channels: int) -> None:
    picture = np.random.default_rng(0).integers(0, 256, (5, 7, channels), dtype=np.uint8)
    image = to_qimage(picture)
    colours = [[rgb(image, x, y)[:channels] for x in range(7)] for y in range(5)]
    assert np.array_equal(np.array(colours), picture)
    picture[:] = 0
    assert rgb(image, 3, 3)[:channels] == colours[3][3], "the image owns its pixels"


def rgb(image: QImage, x: int, y: int) -> tuple[int, int, int]:
    colour = image.pixelColor(x, y)
    return colour.red(), colour.green(), colour.blue()


def test_what_is_transparent_shows_squares_of_two_greys(view: ImageView) -> None:
    picture = np.full((28, 28, 4), 255, np.uint8)
    picture[:, 14:, 3] = 0
    view.set_picture(picture)
    image, frame = view.grab().toImage(), view.picture_rect()
    opaque, clear = (
        [image.pixelColor(x, y).name() for x in xs for y in range(frame.top(), frame.bottom())]
        for xs in (range(frame.left(), frame.center().x()), range(frame.center().x() + 1, frame.right()))
    )
    assert set(opaque) == {"#ffffff"}
    assert len(set(clear)) == 2 and "#ffffff" not in clear
