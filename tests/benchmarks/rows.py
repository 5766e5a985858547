"""One figure of speed or memory, and what the machine could do at best: both measured by turns in one run."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Row:
    """``ours`` and the ``floor``, which stands beside it in the same ``unit``, and the ``target`` of their ratio.

    A rate, whose unit ends in ``/s``, is to be at least ``target`` times the floor; anything else at most that.
    """

    name: str
    ours: float
    floor: float
    target: float
    unit: str

    @property
    def ratio(self) -> float:
        """How many times the floor ours is."""
        return self.ours / self.floor

    @property
    def is_rate(self) -> bool:
        """Whether more is better."""
        return self.unit.endswith("/s")

    @property
    def is_met(self) -> bool:
        """Whether the target is reached."""
        return self.ratio >= self.target if self.is_rate else self.ratio <= self.target

    def to_json(self) -> dict[str, Any]:
        """All of it, with what follows from it for whoever reads the file."""
        return asdict(self) | {"ratio": round(self.ratio, 4), "met": self.is_met}

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> "Row":
        """The inverse of :meth:`to_json`."""
        return cls(*(values[name] for name in ("name", "ours", "floor", "target", "unit")))


@dataclass(frozen=True)
class Group:
    """The rows of one benchmark; ``title`` says what was measured, and against what."""

    name: str
    title: str
    rows: Sequence[Row]


def by_turns(ways: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, list[float]]:
    """What each way gives in every round, so that a change of the machine's speed meets all alike; one round before
    these warms up."""
    for measure in ways.values():
        measure()
    found: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, measure in ways.items():
            found[name].append(measure())
    return found
