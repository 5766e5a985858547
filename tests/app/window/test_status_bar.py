"""What the line at the bottom says of what goes on elsewhere."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.arguments import Page
from app.window.main_window import MainWindow


def test_it_leads_to_what_goes_on_in_a_panel(window: MainWindow, qtbot: QtBot) -> None:
    tell = window.workspace.work_told.emit
    tell("training", "Training, 0:40 left")
    button = window.status_bar.work_buttons["training"]
    assert button.isVisible() and button.text() == "Training, 0:40 left"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert window.page is Page.TRAIN and window.docks["training"].is_in_front
    tell("training", "")
    assert not button.isVisible()


def test_it_stands_before_what_is_there_always(window: MainWindow) -> None:
    bar = window.status_bar
    device = bar.device_label.geometry()
    bar.show_work("training", "Training")
    QApplication.processEvents()
    assert bar.work_buttons["training"].geometry().right() < bar.latency_label.x() < bar.device_label.x()
    assert bar.device_label.geometry() == device
