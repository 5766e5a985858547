"""One kind of undoable step for all plain state: a value gives way to another."""

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QUndoCommand

STEP_ID = 2
MERGE_SECONDS = 1.0


class UndoStep(QUndoCommand):
    """``show(after)`` is done, ``show(before)`` undoes it; ``text`` is what the menu says after "Undo".

    Steps with the same ``merge``, such as the movements of one slider, are undone together if each follows the
    last within a second.
    """

    def __init__(self, text: str, show: Callable[[Any], None], before: Any, after: Any, merge: str = "") -> None:
        super().__init__(text)
        self._show, self._before, self._after, self._merge = show, before, after, merge
        self._made_at = time.monotonic()

    def redo(self) -> None:
        self._show(self._after)

    def undo(self) -> None:
        self._show(self._before)

    def id(self) -> int:
        return STEP_ID if self._merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, UndoStep) or other._merge != self._merge:
            return False
        if other._made_at - self._made_at > MERGE_SECONDS:
            return False
        self._after, self._made_at = other._after, other._made_at
        return True
