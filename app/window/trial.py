"""Lets a lesson do with the window what it likes: how everything was can be put back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand
from PySide6.QtWidgets import QWidget

from app.arguments import Page
from app.session.undoing import UndoStep, steps_of, take_over
from app.toolkit.workspace import Workspace
from app.window.keyboard import way_back
from app.window.page_layouts import PageLayouts
from app.window.session_files import Snapshot, put_back, snapshot
from app.window.work import Work
from gan.train.run import Run


@dataclass(frozen=True)
class _Before:
    page: Page
    session: Snapshot | None
    run: Run | None
    give_keyboard_back: Callable[[], None]
    steps: Sequence[Sequence[UndoStep]]
    done: int
    last_step: QUndoCommand | None


class Trial(QObject):
    """Begins and ends when ``workspace`` asks for it. What is done meanwhile is neither kept nor remembered.

    At its end the steps that were made are undone; where that is not all, or another network was opened, the session is
    put back as a whole. What a person did before can still be undone after it.
    """

    def __init__(
        self,
        window: QWidget,
        workspace: Workspace,
        work: Work,
        layouts: PageLayouts,
        page: Callable[[], Page],
        show_page: Callable[[Page], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._workspace, self._work, self._layouts = window, workspace, work, layouts
        self._page, self._show_page = page, show_page
        self._before: _Before | None = None
        workspace.trial_begun.connect(self.begin)
        workspace.trial_ended.connect(self.end)
        work.replaced.connect(self._give_up)

    @property
    def page(self) -> Page | None:
        """The page that the person was on; None while nothing is tried out."""
        return None if self._before is None else self._before.page

    def begin(self) -> None:
        """Remember how everything is; a trial that is under way goes on."""
        if self._before is None:
            stack, page = self._workspace.session.undo_stack, self._page()
            last = stack.command(stack.index() - 1) if stack.index() else None
            session, run = snapshot(self._workspace, page), self._workspace.runs.controller.run
            steps, keyboard = steps_of(stack), way_back(self._window)
            self._before = _Before(page, session, run, keyboard, steps, stack.index(), last)
            self._layouts.keep(page)
            self._layouts.hold(True)
            self._work.hold()

    def end(self, back: bool) -> None:
        """Have everything ``back`` as it was, or leave it as it is now."""
        before, self._before = self._before, None
        if before is None:
            return
        if back:
            self._workspace.session.attempt(lambda: self._put_back(before))
            self._show_page(before.page)  # while layouts are held, or the page that is left would keep how it stands
            self._layouts.hold(False)
            self._layouts.restore(before.page)
            before.give_keyboard_back()
        else:
            self._layouts.hold(False)
            self._layouts.keep(self._page())
        self._work.go_on(put_back=back)

    def _put_back(self, before: _Before) -> None:
        stack, controller = self._workspace.session.undo_stack, self._workspace.runs.controller
        if before.last_step is None or before.last_step is stack.command(before.done - 1):
            stack.setIndex(before.done)
        if before.session is not None and not _same(before.session, snapshot(self._workspace, before.page)):
            put_back(self._workspace, before.session)
            take_over(stack, before.steps, before.done, lambda owner: owner)
        if before.run is not None and before.run is not controller.run and not controller.is_busy:
            controller.attach(before.run)

    def _give_up(self) -> None:
        """The person has opened other work: there is nothing to go back to."""
        if self._before is not None:
            self._before = None
            self._layouts.hold(False)
            self._workspace.trial_overtaken.emit()


def _same(a: Snapshot, b: Snapshot | None) -> bool:
    return b is not None and a.source.path == b.source.path and np.array_equal(a.z, b.z) and a.parts == b.parts
