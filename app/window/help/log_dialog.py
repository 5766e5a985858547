"""What the log file holds, to be read, filtered and copied."""

from collections.abc import Iterable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontDatabase, QGuiApplication, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.log_file import Entry, log_entries, log_path
from app.theme import GAP, MARGIN
from app.widgets.buttons import push_button
from app.widgets.labels import muted
from app.window.help.outside import show_folder
from gan.diagnostics import shown, without_home
from gan.files import changed_at
from gan.words import marked, tr

LEVELS = {marked("Everything"): 0, marked("Warnings and errors"): 30, marked("Errors"): 40}
"""What the list offers, and how severe an entry has to be, as in :mod:`logging`."""
REFRESH_MS = 1000


class LogDialog(QDialog):
    """Follows the file while it is open, and stays at the end unless somebody has scrolled away from there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._read_at = -1
        self.setWindowTitle(tr("Log"))
        self.resize(860, 520)
        self._build_ui()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Read the file again if it has changed."""
        changed = changed_at(log_path())
        if changed != self._read_at:
            self._read_at, self._entries = changed, log_entries()
            self._show()

    def shown_entries(self) -> list[Entry]:
        """Those that are severe enough and hold the words of the filter, in whatever case."""
        severe, words = self.level_box.currentData(), self.filter_field.text().casefold()
        return [entry for entry in self._entries if entry.severity >= severe and words in entry.text.casefold()]

    def copy(self) -> None:
        """Put what is shown on the clipboard, the home folder as ~."""
        QGuiApplication.clipboard().setText(without_home(_text(self.shown_entries())))

    def _build_ui(self) -> None:
        self.filter_field = QLineEdit(placeholderText=tr("Filter"), clearButtonEnabled=True)
        self.filter_field.setAccessibleName(tr("Show entries with these words only"))
        self.level_box = QComboBox()
        self.level_box.setAccessibleName(tr("How severe entries have to be"))
        for title, severity in LEVELS.items():
            self.level_box.addItem(tr(title), severity)
        self.text = QPlainTextEdit(readOnly=True, lineWrapMode=QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(tr("Log of the window"))
        self.text.setTabChangesFocus(True)
        self.copy_button = push_button(tr("&Copy"), tr("Copy what is shown"))
        self.folder_button = push_button(tr("&Open folder"), tr("Show {log_path}", log_path=shown(log_path())))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for button in (self.copy_button, self.folder_button):
            self.buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        above = QHBoxLayout()
        above.addWidget(self.filter_field, 1)
        above.addWidget(self.level_box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(GAP)
        layout.addLayout(above)
        layout.addWidget(self.text, 1)
        layout.addWidget(muted(shown(log_path())))
        layout.addWidget(self.buttons)

    def _connect(self) -> None:
        self.filter_field.textChanged.connect(self._show)
        self.level_box.currentTextChanged.connect(self._show)
        self.copy_button.clicked.connect(self.copy)
        self.folder_button.clicked.connect(lambda: show_folder(log_path().parent))
        self.buttons.rejected.connect(self.reject)
        timer = QTimer(self, interval=REFRESH_MS)
        timer.timeout.connect(self.refresh)
        timer.start()

    def _show(self) -> None:
        bar = self.text.verticalScrollBar()
        before, at_end = bar.value(), bar.value() == bar.maximum()
        self.text.setPlaceholderText(tr("No entry is like that.") if self._entries else tr("Nothing was logged yet."))
        self.text.setPlainText(_text(self.shown_entries()))
        if at_end:
            self.text.moveCursor(QTextCursor.MoveOperation.End)
            self.text.moveCursor(QTextCursor.MoveOperation.StartOfLine)
        else:
            bar.setValue(before)


def _text(entries: Iterable[Entry]) -> str:
    return "\n".join(entry.text for entry in entries)
