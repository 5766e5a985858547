"""What the numbers in names tell: ``net.0`` and ``net.1`` leave no room between them, ``net.1`` and ``net.3`` do."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from gan.importing import priors
from gan.importing.geometry import Geometry
from gan.importing.skeleton import Skeleton

if TYPE_CHECKING:
    from gan.importing.search import Choice

_NUMBERED = re.compile(r"(?:(.*)\.)?(\d+)")


class Gaps:
    """Between the layers of a skeleton that lie in one numbered list."""

    def __init__(self, skeleton: Skeleton) -> None:
        self._links = skeleton.links

    def room(self, number: int) -> int | None:
        """How many parts without weights stand before link ``number``; None if that is not known."""
        if number == 0:
            return None
        before, here = self._links[number - 1], self._links[number]
        last = before.norms[-1].name if before.norms else before.unit.name
        return _between(last, here.unit.name)

    def cost_before(self, number: int, done: "Sequence[Choice]", geometry: Geometry) -> float:
        """Of a hypothesis that needs other room than there is."""
        room = self.room(number)
        if room is None or room < 0 or not done:
            return 0.0
        before = done[-1]
        behind_norm = bool(before.tail.parts) and before.tail.activation is before.tail.parts[-1]
        needed = int(behind_norm or (before.tail.activation is not None and not self._links[number - 1].norms))
        needed += geometry.up is not None
        if needed > room:
            return priors.ABSENT_GAP
        return priors.ABSENT_GAP / 2 if room and not needed else 0.0


def _between(first: str, second: str) -> int | None:
    one, two = _NUMBERED.fullmatch(first), _NUMBERED.fullmatch(second)
    if one is None or two is None or one[1] != two[1]:
        return None
    return int(two[2]) - int(one[2]) - 1
