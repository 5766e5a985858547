"""A note is written by keyboard alone."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from app.widgets.note_dialog import NoteDialog, ask_for_note


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


def test_only_who_agrees_changes_the_note(qtbot: QtBot) -> None:
    def answer(agree: bool) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NoteDialog)
        dialog.field.setPlainText("new")
        dialog.accept() if agree else dialog.reject()

    for agree, expected in ((True, "new"), (False, None)):
        QTimer.singleShot(0, lambda agree=agree: answer(agree))
        assert ask_for_note("About cats", "old") == expected
