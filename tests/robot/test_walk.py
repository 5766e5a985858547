"""What the report on a walk says of memory."""

from collections import Counter

from tests.robot.walk import Report, grown
from tests.robot.watch import Weight


def weights(*megabytes: float) -> list[Weight]:
    """One every 30 seconds."""
    return [Weight(30.0 * (place + 1), int(1e6 * size), 2000 + place, 400_000) for place, size in enumerate(megabytes)]


def test_growth_is_told_from_when_caches_are_full() -> None:
    growth = grown(weights(500, 600, 640, 650, 645), 150.0)
    assert growth is not None and growth.first.seconds == 30.0 and growth.written == 145e6
    growth = grown(weights(500, 600, 640, 650, 645), 300.0)
    assert growth is not None and growth.written == 45e6
    assert str(growth) == "grown by +45.0 MB and +3 widgets from 60 s to 150 s"


def test_a_short_walk_tells_no_growth() -> None:
    growth = grown(weights(500), 40.0)
    assert growth is None
    assert list(Report(1, Counter({"key": 2}), 40.0, [], growth).lines())[-1] == "0 faults"
