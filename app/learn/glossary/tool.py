"""The terms of the field, explained."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.toolkit.actions import Action, Section
from app.toolkit.tool import Tool
from app.toolkit.workspace import Workspace
from gan.words import tr


class Glossary:
    """Opens one dialog at a time."""

    def __init__(self) -> None:
        self.dialog: object | None = None

    def show(self, key: str = "") -> None:
        """Explain the term called ``key``, or all of them."""
        from app.learn.glossary.glossary_dialog import GlossaryDialog

        dialog = self.dialog
        if not isinstance(dialog, GlossaryDialog):
            dialog = self.dialog = GlossaryDialog(QApplication.activeWindow())
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.destroyed.connect(self._forget)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        dialog.show_term(key)

    def _forget(self) -> None:
        self.dialog = None


def _start(workspace: Workspace) -> Glossary:
    glossary = Glossary()
    workspace.explanation_wanted.connect(glossary.show)
    workspace.actions.add(Action("help.glossary", tr("&Glossary"), glossary.show, Section.HELP, "Shift+F1"))
    return glossary


GLOSSARY = Tool("glossary", _start)
