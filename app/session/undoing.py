"""One kind of undoable step for all plain state: a value gives way to another; how steps go over to other objects."""

import time
from collections.abc import Callable, Iterator, Sequence
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


class UndoStack(QUndoStack):
    """Holds the last :data:`MOST_STEPS` steps, those that join each other as one.

    Commands that Qt itself merges are never deleted by PySide, which would leave one behind for every movement.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setUndoLimit(MOST_STEPS)
        self._macros = 0

    def push(self, step: QUndoCommand) -> None:
        last = self._last()
        if isinstance(last, UndoStep) and isinstance(step, UndoStep) and step.joins(last):
            last.take(step)
            step.redo()
            self.indexChanged.emit(self.index())
        else:
            super().push(step)

    def beginMacro(self, text: str) -> None:
        self._macros += 1
        super().beginMacro(text)

    def endMacro(self) -> None:
        super().endMacro()
        self._macros -= 1

    def _last(self) -> QUndoCommand | None:
        """The step that another one can join: there is none within a macro, after undo or where all is saved."""
        if self._macros or self.isClean() or not 0 < self.index() == self.count():
            return None
        return self.command(self.count() - 1)


def steps_of(stack: QUndoStack) -> list[Sequence[UndoStep]]:
    """All steps on ``stack``, each with those that are undone together."""
    return [tuple(_parts(stack.command(index))) for index in range(stack.count())]


def take_over(stack: QUndoStack, steps: Sequence[Sequence[UndoStep]], done: int, find: Callable[[Any], Any]) -> None:
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
            _push_together(stack, moved)
    stack.setIndex(done)
    stack.setClean()


def _push_together(stack: QUndoStack, steps: Sequence[UndoStep]) -> None:
    stack.beginMacro(steps[0].text())
    for step in steps:
        stack.push(step)
    stack.endMacro()


def _parts(command: QUndoCommand) -> Iterator[UndoStep]:
    if isinstance(command, UndoStep):
        yield command
    for index in range(command.childCount()):
        yield from _parts(command.child(index))
