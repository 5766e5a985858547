"""The Help menu: commands, keys, the log, diagnostics, and what this is."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from app.session.session import Session
from app.toolkit.actions import Action, Section
from app.widgets.banner import Choices
from app.window.help.about_dialog import AboutDialog
from app.window.help.diagnostics import diagnostics_text
from app.window.help.log_dialog import LogDialog
from app.window.help.outside import show_folder
from app.window.help.start_checks import StartChecks
from app.work.background import Background
from gan.places import runs_folder
from gan.words import tr


class Help(QObject):
    """Its dialogs stand beside ``window`` and block nothing."""

    copied = Signal(str)
    """What is on the clipboard now, in a few words."""

    def __init__(self, session: Session, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.checks = StartChecks(session, background, self)

    def actions(self, find: Callable[[], object], show_shortcuts: Callable[[], object]) -> tuple[Action, ...]:
        """What stands in the menu."""
        return (
            Action("help.find", tr("&Find a command…"), find, Section.HELP, "Ctrl+K"),
            Action("help.shortcuts", tr("&Keyboard shortcuts"), show_shortcuts, Section.HELP, "F1"),
            Action("help.log", tr("&Log…"), self.show_log, Section.ABOUT),
            Action("help.runs", tr("Open the folder of &runs"), lambda: show_folder(runs_folder()), Section.ABOUT),
            Action("help.diagnostics", tr("Copy &diagnostics"), self.copy_diagnostics, Section.ABOUT),
            Action("help.about", tr("&About Latentarium…"), self.show_about, Section.ABOUT),
        )

    @property
    def after_a_fault(self) -> Choices:
        """What can be done about an error that nobody foresaw."""
        return {tr("Show log"): self.show_log, tr("Copy diagnostics"): self.copy_diagnostics}

    def show_log(self) -> None:
        """Read the log file."""
        self._show(LogDialog, lambda: LogDialog(self._window))

    def show_about(self) -> None:
        """Versions, device, folders and what was checked."""
        self._show(AboutDialog, self._about)

    def copy_diagnostics(self) -> None:
        """Put everything that somebody who helps has to know on the clipboard."""
        QGuiApplication.clipboard().setText(diagnostics_text(self.checks.diagnosis))
        self.copied.emit(tr("Diagnostics are on the clipboard, ready to be pasted"))

    def _about(self) -> AboutDialog:
        dialog = AboutDialog(self.checks.diagnosis, self.copy_diagnostics, self._window)
        self.checks.known.connect(dialog.show_diagnosis)
        return dialog

    def _show(self, kind: type[QDialog], make: Callable[[], QDialog]) -> None:
        """Bring the one that is open already to the front."""
        dialog = self._window.findChild(kind) or make()
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
