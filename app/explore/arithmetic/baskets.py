"""Three baskets of examples for vector arithmetic: A - B + C."""

from enum import StrEnum

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from app.session.undoing import Change
from gan.explore.latent import Latent, arithmetic

Contents = tuple[tuple[Latent, ...], ...]
EMPTY: Contents = ((), (), ())


class Basket(StrEnum):
    """The places in the sum, in order."""

    A = "A"
    B = "B"
    C = "C"


class Baskets(QObject):
    """Every change goes on ``undo_stack``."""

    changed = Signal()

    def __init__(self, undo_stack: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._undo_stack = undo_stack
        self._contents: Contents = EMPTY

    @property
    def contents(self) -> Contents:
        """The points of A, of B and of C, each (z_dim,)."""
        return self._contents

    @property
    def result(self) -> Latent | None:
        """A - B + C of the averages, (z_dim,); None while a basket is empty."""
        if not all(self._contents):
            return None
        return arithmetic(*(np.stack(points) for points in self._contents))

    def set_z_dim(self, z_dim: int) -> None:
        """Another generator is open; examples of another latent space are given up."""
        if any(len(z) != z_dim for points in self._contents for z in points):
            self.show(EMPTY)

    def add(self, basket: Basket, z: Latent) -> None:
        """Put ``z`` (z_dim,) into a basket."""
        self._exchange(f"add to {basket}", basket, (*self._points(basket), np.array(z, np.float32)))

    def remove(self, basket: Basket, index: int) -> None:
        """Take one out."""
        points = self._points(basket)
        self._exchange(f"take out of {basket}", basket, (*points[:index], *points[index + 1 :]))

    def show(self, contents: Contents) -> None:
        """Let ``contents`` hold, without a trace on the undo stack."""
        self._contents = contents
        self.changed.emit()

    def _points(self, basket: Basket) -> tuple[Latent, ...]:
        return self._contents[list(Basket).index(basket)]

    def _exchange(self, text: str, basket: Basket, points: tuple[Latent, ...]) -> None:
        pairs = zip(Basket, self._contents, strict=True)
        contents = tuple(points if other is basket else kept for other, kept in pairs)
        self._undo_stack.push(Change(text, self.show, self._contents, contents))
