"""One kind of undoable step for all plain state: a value gives way to another; how steps go over to other objects."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoStack

from gan.words import said_again

MERGE_SECONDS = 1.0
MOST_STEPS = 1_000
"""Of more the oldest are forgotten."""


class UndoStep(QUndoCommand):
    """``show(after)`` is done, ``show(before)`` undoes it; ``text`` is what the menu says after "Undo".

    Steps with the same ``merge``, such as the movements of one slider, are undone together if each follows the
    last within a second.
    """

    def __init__(self, text: str, show: Callable[[Any], None], before: Any, after: Any, merge: str = "") -> None:
        super().__init__(text)
        self._show, self._before, self._after, self._merge = show, before, after, merge
        self._made_at, self._text = time.monotonic(), text
        self._holds = False
        """Whether it is done already, before it is pushed."""

    @property
    def owner(self) -> Any:
        """Whose state it changes."""
        return getattr(self._show, "__self__", None)

    def of(self, owner: Any) -> "UndoStep":
        """The same step of another ``owner``, where it is done already, in the language that is spoken now."""
        show = getattr(owner, self._show.__name__)
        step = UndoStep(said_again(self._text), show, self._before, self._after, self._merge)
        step._made_at, step._holds = self._made_at, True
        return step

    def redo(self) -> None:
        if not self._holds:
            self._show(self._after)
        self._holds = False

    def undo(self) -> None:
        self._show(self._before)

    def joins(self, step: QUndoCommand) -> bool:
        """Whether it is undone together with ``step``, the last one before it."""
        if not self._merge or not isinstance(step, UndoStep) or step._merge != self._merge:
            return False
        return self._made_at - step._made_at <= MERGE_SECONDS

    def take(self, step: "UndoStep") -> None:
        """Have ``step``, which joins it, undone with it."""
        self._after, self._made_at = step._after, step._made_at


class Together(QUndoCommand):
    """Some steps that are undone in one; they are done when it is pushed."""

    def __init__(self, text: str, steps: Sequence[UndoStep]) -> None:
        super().__init__(text)
        self.steps = tuple(steps)
        self._holds = True

    def redo(self) -> None:
        for step in () if self._holds else self.steps:
            step.redo()
        self._holds = False

    def undo(self) -> None:
        for step in reversed(self.steps):
            step.undo()


class UndoStack(QUndoStack):
    """Holds the last :data:`MOST_STEPS` steps, those that join each other as one.

    All of them are made by Python. Commands that Qt itself merges are never deleted by PySide, which would leave one
    behind for every movement; and of those that Qt makes and deletes, as its macros, Python's side stays, and is taken
    for whatever comes to lie in the same place.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setUndoLimit(MOST_STEPS)
        self._parts: list[UndoStep] | None = None

    def push(self, step: QUndoCommand) -> None:
        last = self._last()
        if self._parts is not None and isinstance(step, UndoStep):
            step.redo()
            self._parts.append(step)
        elif isinstance(last, UndoStep) and isinstance(step, UndoStep) and step.joins(last):
            last.take(step)
            step.redo()
            self.indexChanged.emit(self.index())
        else:
            super().push(step)

    @contextmanager
    def together(self, text: str) -> Iterator[None]:
        """What is pushed within it is undone in one step, which there is only if anything was."""
        around, self._parts = self._parts, []
        try:
            yield
        finally:
            steps, self._parts = self._parts, around
            if around is not None:
                around.extend(steps)
            elif steps:
                super().push(Together(text, steps))

    def _last(self) -> QUndoCommand | None:
        """The step that another one can join: there is none after undo or where all is saved."""
        if self.isClean() or not 0 < self.index() == self.count():
            return None
        return self.command(self.count() - 1)


def steps_of(stack: UndoStack) -> list[Sequence[UndoStep]]:
    """All steps on ``stack``, each with those that are undone together."""
    return [_parts(stack.command(index)) for index in range(stack.count())]


def take_over(stack: UndoStack, steps: Sequence[Sequence[UndoStep]], done: int, find: Callable[[Any], Any]) -> None:
    """Put ``steps``, of which the first ``done`` are done, on an empty ``stack``.

    ``find`` gives the owner here for one there, whose state is the same; where there is none, nothing is taken over.
    """
    owners = {step.owner: find(step.owner) for together in steps for step in together}
    if None in owners.values():
        return
    for together in steps:
        stack.setClean()  # what is not undone together is not merged either
        moved = [step.of(owners[step.owner]) for step in together]
        if len(moved) == 1:
            stack.push(moved[0])
        else:
            with stack.together(moved[0].text()):
                for step in moved:
                    stack.push(step)
    stack.setIndex(done)
    stack.setClean()


def _parts(command: QUndoCommand) -> Sequence[UndoStep]:
    if isinstance(command, Together):
        return command.steps
    assert isinstance(command, UndoStep)
    return (command,)
