"""A note is written by keyboard alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from app.widgets.note_dialog import NoteDialog


def test_tab_leaves_the_text(qtbot: QtBot) -> None:
    dialog = NoteDialog("About cats", "old")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.field.hasFocus)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Tab)
    button = QApplication.focusWidget()
    assert button is dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert dialog.result() == NoteDialog.DialogCode.Accepted and dialog.field.toPlainText() == "old"
