"""What the window shows of strangers' files: the choice between readings, the report, and a word when one is open."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from app.session.open_model import OpenModel
from app.session.session import Session
from app.toolkit.actions import Action, Section
from app.widgets.banner import Banner
from app.window.imports.imports import Imports
from app.window.imports.readings_dialog import ReadingsDialog
from app.window.imports.report_dialog import ReportDialog
from app.window.imports.results import Candidate, WorkedOut
from gan.words import marked, tr

SHOW_REPORT = marked("Show the report")
NOT_IMPORTED = marked("The open generator was not worked out from a file that others made")


class ImportTalk(QObject):
    """Dialogs belong to ``window``; none stands in the way of the rest."""

    def __init__(self, imports: Imports, session: Session, banner: Banner, window: QWidget) -> None:
        super().__init__(window)
        self._imports, self._session, self._banner, self._window = imports, session, banner, window
        self.readings: ReadingsDialog | None = None
        """The choice that is open."""
        imports.choice_wanted.connect(self._ask)
        imports.choice_unwanted.connect(self._withdraw)
        imports.opened.connect(self._confirm)

    def actions(self) -> tuple[Action, ...]:
        """To see where the open generator comes from, and to read its file otherwise."""
        return (
            Action(
                "import.readings",
                tr("O&ther readings of this file…"),
                self._imports.open_otherwise,
                Section.OPEN,
                why_not=lambda: "" if self._imports.original is not None else tr(NOT_IMPORTED),
            ),
            Action(
                "import.report",
                tr("&Where this generator comes from…"),
                self.show_report,
                Section.OPEN,
                why_not=lambda: "" if self._is_imported() else tr(NOT_IMPORTED),
            ),
        )

    def _is_imported(self) -> bool:
        return self._session.model is not None and self._session.model.imported_from is not None

    def show_report(self) -> None:
        """Show how each layer of the open generator was recognised."""
        if self._session.model is not None:
            _show(ReportDialog(self._session.model.checkpoint, self._window))

    def _ask(self, found: WorkedOut, candidates: tuple[Candidate, ...]) -> None:
        self._withdraw()
        model = self._session.model
        is_open = model is not None and self._imports.original_of(model) == found.original
        current = model.config if model is not None and is_open else None
        self.readings = ReadingsDialog(found, candidates, current, self._window)
        self.readings.chosen.connect(lambda candidate: self._imports.choose(found, candidate))
        self.readings.finished.connect(self._let_go)
        _show(self.readings)

    def _withdraw(self) -> None:
        if self.readings is not None:
            self.readings.close()

    def _let_go(self) -> None:
        self.readings = None

    def _confirm(self, model: OpenModel) -> None:
        """Unless there is something to ask, which would not be seen any more."""
        if not model.has_useless_statistics:
            words = tr("Opened {source}: {description}", source=model.source.name, description=model.description)
            self._banner.notice(words, {tr(SHOW_REPORT): self.show_report})


def _show(dialog: ReportDialog | ReadingsDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()
