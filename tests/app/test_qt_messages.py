"""What Qt itself says, for the log."""

import logging

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType

from app.qt_messages import MOST_ALIKE, MOST_KINDS, QtMessages


def test_a_warning_is_logged_and_printed(caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]) -> None:
    QtMessages().take(QtMsgType.QtWarningMsg, QMessageLogContext(), "QPainter: not active")
    assert caplog.record_tuples == [("Qt", logging.WARNING, "QPainter: not active")]
    assert "QPainter: not active" in capsys.readouterr().err


def test_what_comes_with_every_painting_does_not_fill_the_log(caplog: pytest.LogCaptureFixture) -> None:
    messages = QtMessages()
    for _ in range(3 * MOST_ALIKE):
        messages.take(QtMsgType.QtWarningMsg, QMessageLogContext(), "again")
    assert len(caplog.messages) == MOST_ALIKE and caplog.messages[-1] == "again (not logged again)"
    for number in range(MOST_KINDS):
        messages.take(QtMsgType.QtWarningMsg, QMessageLogContext(), f"another {number}")
    caplog.clear()
    messages.take(QtMsgType.QtWarningMsg, QMessageLogContext(), "again")
    assert caplog.messages == ["again"], "so many kinds are forgotten, as each is remembered"
