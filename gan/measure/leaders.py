"""Which of several models are the best by one measure, as far as the numbers can tell them apart. No torch."""

from collections.abc import Sequence

from gan.measure.measures import Better, Measure
from gan.measure.values import SURE, Value


def leaders(measure: Measure, values: Sequence[Value]) -> frozenset[int]:
    """Places of the best of ``values``, and of those whose difference from it is within what other pictures would do.

    None where nobody leads: for a measure without better and worse, and where all are alike.
    """
    if measure.better is None or len(values) < 2:
        return frozenset()
    best = min(values, key=lambda value: _badness(measure.better, value))
    found = frozenset(place for place, value in enumerate(values) if _is_alike(measure.better, value, best))
    return frozenset() if len(found) == len(values) else found


def _badness(better: Better | None, value: Value) -> float:
    """The lower the better."""
    if better is Better.NEAR_ONE:
        return abs(value.value - 1)
    return -value.value if better is Better.HIGHER else value.value


def _is_alike(better: Better | None, value: Value, best: Value) -> bool:
    """The errors of independent draws add as squares."""
    spread = SURE * ((value.error or 0.0) ** 2 + (best.error or 0.0) ** 2) ** 0.5
    return _badness(better, value) - _badness(better, best) <= spread
