"""Three baskets of examples for vector arithmetic: start - minus + plus."""

from collections.abc import Mapping
from enum import StrEnum
from functools import partial
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal

from app.session.open_model import OpenModel
from app.session.session import Session
from app.session.undoing import UndoStep
from app.toolkit.saved_parts import Restore, unchanged
from gan.errors import UsageError
from gan.explore.latent import Latent, arithmetic
from gan.json_file import shaped
from gan.session_file import as_point
from gan.words import marked, tr

Contents = tuple[tuple[Latent, ...], ...]
EMPTY: Contents = ((), (), ())


class Basket(StrEnum):
    """The places in the sum, in order. No letters: A and B are the ends of the interpolation."""

    START = marked("start")
    MINUS = marked("minus")
    PLUS = marked("plus")


class Baskets(QObject):
    """Every change can be undone."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._undo_stack = session.undo_stack
        self._contents: Contents = EMPTY
        session.follow_model(self._take_model)

    @property
    def contents(self) -> Contents:
        """The points of each basket, each (z_dim,)."""
        return self._contents

    @property
    def result(self) -> Latent | None:
        """Start - minus + plus of the averages, (z_dim,); None while a basket is empty."""
        if not all(self._contents):
            return None
        return arithmetic(*(np.stack(points) for points in self._contents))

    def points(self, basket: Basket) -> tuple[Latent, ...]:
        """The examples in one of them, each (z_dim,)."""
        return self._contents[list(Basket).index(basket)]

    def add(self, basket: Basket, z: Latent) -> None:
        """Put ``z`` (z_dim,) into a basket."""
        self._exchange(
            tr("add to basket {basket}", basket=tr(basket)), basket, (*self.points(basket), np.array(z, np.float32))
        )

    def remove(self, basket: Basket, index: int) -> None:
        """Take one out."""
        points = self.points(basket)
        self._exchange(
            tr("take out of basket {basket}", basket=tr(basket)), basket, (*points[:index], *points[index + 1 :])
        )

    def show(self, contents: Contents) -> None:
        """Let ``contents`` hold, without a trace on the undo stack."""
        self._contents = contents
        self.changed.emit()

    def to_json(self) -> dict[str, Any]:
        """The examples."""
        return {"baskets": [[z.tolist() for z in points] for points in self._contents]}

    def from_json(self, values: Mapping[str, Any], z_dim: int) -> Restore:
        """The inverse of :meth:`to_json`."""
        if "baskets" not in values:
            return unchanged
        saved = shaped(values["baskets"], list[list[Any]])
        contents = tuple(tuple(as_point(z, z_dim) for z in points) for points in saved)
        if len(contents) != len(Basket):
            raise UsageError(tr("vector arithmetic needs three baskets"))
        return partial(self.show, contents)

    def _take_model(self, before: OpenModel | None, now: OpenModel) -> None:
        """Examples of another latent space are given up."""
        if any(len(z) != now.config.z_dim for points in self._contents for z in points):
            self.show(EMPTY)

    def _exchange(self, text: str, basket: Basket, points: tuple[Latent, ...]) -> None:
        pairs = zip(Basket, self._contents, strict=True)
        contents = tuple(points if other is basket else kept for other, kept in pairs)
        self._undo_stack.push(UndoStep(text, self.show, self._contents, contents))
