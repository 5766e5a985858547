"""What tools offer each other without knowing each other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal, SignalInstance

from gan.explore.latent import Latent

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Named:
    """A point or a direction (z_dim,) with a name."""

    name: str
    vector: Latent


class Offers(QObject, Generic[T]):
    """Things of one kind, gathered from all tools that have some when somebody asks."""

    changed = Signal()
    """There are others now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sources: list[Callable[[], Sequence[T]]] = []

    def add(self, source: Callable[[], Sequence[T]], changed: SignalInstance) -> None:
        """Offer what ``source()`` returns; ``changed`` is emitted when that is something else."""
        self._sources.append(source)
        changed.connect(lambda *_: self.changed.emit())

    def all(self) -> list[T]:
        """Everything that is offered now, in the order of the tools."""
        return [offered for source in self._sources for offered in source()]
