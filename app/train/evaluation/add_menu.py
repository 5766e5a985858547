"""The models that can be put beside the others: what is open, what comes with the program, runs, and any file."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from app.runs.run_library import RunLibrary
from app.session.session import Session
from app.train.evaluation.candidates import OPEN, Candidate
from app.train.evaluation.evaluations import Evaluations
from app.widgets.file_dialogs import MODELS, Kind, ask_for_folder, ask_to_open
from app.widgets.labels import literal, no_key
from gan.sources import bundled_models
from gan.words import tr

MOST_RUNS = 12
"""Runs that are listed; all others are found by their folder."""


class AddMenu(QMenu):
    """Filled each time that it is opened."""

    def __init__(self, session: Session, evaluations: Evaluations, library: RunLibrary, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._evaluations, self._library = session, evaluations, library
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """List what can be added now."""
        self.clear()
        self._library.refresh()
        self._add(tr("The &open model, with its edits"), OPEN)
        self.addSection(tr("These come with the program"))
        for name in bundled_models():
            self._add(no_key(name), Candidate(name))
        self._add_runs()
        self.addSeparator()
        self.addAction(tr("A &file…"), self._ask_for_file)
        self.addAction(tr("A run's fol&der…"), self._ask_for_run)

    def _add_runs(self) -> None:
        folders = list(self._library.runs)[:MOST_RUNS]
        for title, last in ((tr("Runs, the best of each"), False), (tr("Runs, the newest of each"), True)):
            menu = self.addMenu(title)
            menu.setEnabled(bool(folders))
            for folder in folders:
                self._add(no_key(folder.name), Candidate(str(folder), last=last), menu)

    def _add(self, text: str, candidate: Candidate, menu: QMenu | None = None) -> None:
        action = (menu or self).addAction(text, partial(self._take, candidate))
        action.setToolTip(literal(candidate.target))
        action.setEnabled(candidate not in self._evaluations.candidates)

    def _take(self, candidate: Candidate) -> None:
        """Says what is wrong with one before it has a column."""

        def add() -> None:
            candidate.model(self._session.model)
            self._evaluations.add(candidate)

        self._session.attempt(add)

    def _ask_for_file(self) -> None:
        self._open(lambda: ask_to_open(Kind.MODEL, self.parentWidget(), tr("Measure a generator"), tr(MODELS)))

    def _ask_for_run(self) -> None:
        self._open(lambda: ask_for_folder(Kind.RUN, self.parentWidget(), tr("Measure a run")))

    def _open(self, ask: Callable[[], Path | None]) -> None:
        path = ask()
        if path is not None:
            self._session.attempt(lambda: self._evaluations.add_target(str(path)))
