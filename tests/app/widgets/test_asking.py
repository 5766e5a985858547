import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.widgets.asking import ask
from app.widgets.note_dialog import NoteDialog


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


def test_only_who_agrees_is_heard_and_nothing_waits(parent: QWidget) -> None:
    heard = list[str]()
    for text, agrees in (("first", False), ("second", True)):
        dialog = ask(NoteDialog("About cats", text, parent), lambda asked: heard.append(asked.field.toPlainText()))
        assert dialog.isVisible() and QApplication.activeModalWidget() is None
        dialog.accept() if agrees else dialog.reject()
    assert heard == ["second"]


def test_a_question_gives_way_to_a_newer_one(parent: QWidget) -> None:
    older, newer = (ask(NoteDialog("About cats", text, parent), lambda _: None) for text in ("older", "newer"))
    assert not older.isVisible() and newer.isVisible()
