"""Qt's own warnings, for the log file: most tell of a mistake in the window that nobody would see otherwise."""

import logging
import sys
from collections import Counter

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

MOST_ALIKE = 10
"""The same message is logged so often; one that comes with every painting would drive all others out."""
MOST_KINDS = 1000
LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

log = logging.getLogger("Qt")


class QtMessages:
    """Logs what Qt says, and prints it on standard error as Qt does."""

    def __init__(self) -> None:
        self._told: Counter[str] = Counter()

    def install(self) -> None:
        """From now on."""
        qInstallMessageHandler(self.take)

    def take(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        """Called by Qt, on whichever thread it is."""
        print(message, file=sys.stderr)
        if len(self._told) >= MOST_KINDS:
            self._told.clear()
        self._told[message] += 1
        if self._told[message] <= MOST_ALIKE:
            last = " (not logged again)" if self._told[message] == MOST_ALIKE else ""
            log.log(LEVELS[kind], "%s%s", message, last)
