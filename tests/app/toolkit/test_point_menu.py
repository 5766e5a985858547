import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QListWidget, QMenu
from pytestqt.qtbot import QtBot

from app.toolkit.actions import Action, Actions
from app.toolkit.point_menu import PointMenu

POINTS = np.arange(6, dtype=np.float32).reshape(3, 2)


@pytest.fixture
def pictures(qtbot: QtBot) -> QListWidget:
    pictures = QListWidget()
    pictures.addItems(["0", "1", "2"])
    qtbot.addWidget(pictures)
    pictures.show()
    return pictures


def test_actions_are_done_with_the_point_of_the_picture(pictures: QListWidget) -> None:
    actions, kept = Actions(), list[np.ndarray]()
    actions.add(
        Action("keep", "Keep this point", lambda: None, of_point=kept.append),
        Action("open", "Open…", lambda: None),
        Action("not now", "Set A", lambda: None, why_not=lambda: "No", of_point=kept.append),
        Action("mine", "Add", lambda: None, of_point=kept.append),
    )
    menu = PointMenu(pictures, lambda row: POINTS[row], actions, lambda menu: menu.addAction("Remove"), without="mine")
    went = list[str]()
    pictures.itemActivated.connect(lambda item: went.append(item.text()))
    go, own, line, keep, other = menu.menu_at(1).actions()
    assert (own.text(), line.isSeparator(), other.isEnabled()) == ("Remove", True, False)
    go.trigger()
    keep.trigger()
    assert went == ["1"] and np.array_equal(kept, [POINTS[1]])


@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard])
def test_it_opens_by_mouse_and_by_the_menu_key(pictures: QListWidget, reason: QContextMenuEvent.Reason) -> None:
    PointMenu(pictures, lambda row: POINTS[row], Actions())
    pictures.setCurrentRow(2)
    place: QPoint = pictures.visualItemRect(pictures.item(2)).center()
    event = QContextMenuEvent(reason, place, pictures.viewport().mapToGlobal(place))
    QApplication.sendEvent(pictures.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu) and pictures.currentRow() == 2
    menu.close()
