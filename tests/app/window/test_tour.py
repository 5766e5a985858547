import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.arguments import Page
from app.explore.picture.picture_panel import PicturePanel
from app.widgets.callout import ARROW, Callout
from app.window.main_window import MainWindow
from app.window.tour import STOPS, Tour
from gan.sources import FIRST_MODEL


@pytest.fixture
def tour(window: MainWindow) -> Tour:
    return window.guidance.tour


def callout(tour: Tour, qtbot: QtBot) -> Callout:
    qtbot.waitUntil(lambda: tour.callout is not None and tour.callout.isVisible())
    assert tour.callout is not None
    return tour.callout


def wait_for(shown: Callout, number: int, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: shown.count.text() == f"{number} of {len(STOPS)}")


def test_by_keyboard_from_stop_to_stop(window: MainWindow, tour: Tour, qtbot: QtBot) -> None:
    window.show_page(Page.TRAIN)
    began_at: QWidget = window.panel("training").findChild(QWidget, "start")
    began_at.setFocus()
    tour.start()
    shown = callout(tour, qtbot)
    for number in range(len(STOPS)):
        wait_for(shown, number + 1, qtbot)
        assert window.page is STOPS[number].page
        assert window.rect().contains(shown.geometry()), "all of it can be seen"
        target = shown.target
        assert target is not None and target.isVisible()
        place = QRect(target.mapTo(window, target.rect().topLeft()), target.size())
        inside = shown.geometry().adjusted(ARROW, ARROW, -ARROW, -ARROW)
        assert not inside.contains(place), "it does not cover what it speaks of"
        assert shown.text.height() >= shown.text.heightForWidth(shown.text.width()), "no line is cut off"
        qtbot.keyClick(shown.next_button, Qt.Key.Key_Right)
    assert tour.callout is None and window.page is Page.TRAIN and began_at.hasFocus()


def test_the_picture_can_be_seen_while_a_slider_is_tried(window: MainWindow, tour: Tour, qtbot: QtBot) -> None:
    tour.start()
    shown = callout(tour, qtbot)
    tour.go(1)
    wait_for(shown, 2, qtbot)
    view = window.panel("picture", PicturePanel).view
    place = QRect(view.mapTo(window, view.picture_rect().topLeft()), view.picture_rect().size())
    assert not shown.geometry().adjusted(ARROW, ARROW, -ARROW, -ARROW).intersects(place)
    tip = shown.tip
    assert tip is not None and 2 * ARROW < tip.y() < shown.height() - 2 * ARROW, "the arrow is not torn off"


def test_back_and_skip(tour: Tour, qtbot: QtBot) -> None:
    tour.start()
    shown = callout(tour, qtbot)
    assert not shown.back_button.isEnabled()
    qtbot.mouseClick(shown.next_button, Qt.MouseButton.LeftButton)
    wait_for(shown, 2, qtbot)
    qtbot.keyClick(shown.next_button, Qt.Key.Key_Left)
    wait_for(shown, 1, qtbot)
    qtbot.keyClick(shown.next_button, Qt.Key.Key_Escape)
    assert tour.callout is None


def test_it_comes_once(window: MainWindow, tour: Tour, qtbot: QtBot) -> None:
    assert window.open(FIRST_MODEL) and tour.is_new
    window.welcome(None)
    window.session.picture_shown.emit()
    callout(tour, qtbot)
    tour.end()
    assert not tour.is_new
    window.welcome(None)
    window.session.picture_shown.emit()
    QApplication.processEvents()
    assert tour.callout is None


def test_whoever_asked_for_something_is_not_held_up(window: MainWindow, tour: Tour) -> None:
    window.open(FIRST_MODEL)
    window.welcome(FIRST_MODEL)
    window.session.picture_shown.emit()
    QApplication.processEvents()
    assert tour.callout is None and tour.is_new
