"""The line at the bottom of the window."""

from PySide6.QtWidgets import QApplication

from app.window.main_window import MainWindow


def test_what_goes_on_stands_before_what_stands_there_always(window: MainWindow) -> None:
    bar = window.status_bar
    device = bar.device_label.geometry()
    bar.show_work("training", "Training")
    QApplication.processEvents()
    assert bar.work_buttons["training"].geometry().right() < bar.latency_label.x() < bar.device_label.x()
    assert bar.device_label.geometry() == device
