"""Which models are the best by a measure."""

from collections.abc import Sequence

import pytest

from gan.measure.leaders import leaders
from gan.measure.measures import DIVERSITY, FID, PATH_LENGTH, PRECISION, Measure
from gan.measure.values import Value


@pytest.mark.parametrize(
    ("measure", "numbers", "best"),
    [
        (FID, (3.0, 2.0, 4.0), {1}),
        (PRECISION, (0.3, 0.2, 0.4), {2}),
        (DIVERSITY, (0.8, 1.1, 1.4), {1}),
        (PATH_LENGTH, (1.0, 2.0), set()),
        (FID, (2.0, 2.0, 3.0), {0, 1}),
        (FID, (2.0, 2.0), set()),
        (FID, (2.0,), set()),
        (FID, (), set()),
    ],
)
def test_the_best_by_what_is_good(measure: Measure, numbers: Sequence[float], best: set[int]) -> None:
    assert leaders(measure, [Value(number) for number in numbers]) == best


def test_those_within_the_error_lead_together() -> None:
    close, far = Value(2.1, 0.1), Value(3.0, 0.1)
    assert leaders(FID, [Value(2.0, 0.1), close, far]) == {0, 1}
    assert leaders(FID, [Value(2.0, 0.1), close]) == frozenset(), "nobody leads"
    assert leaders(FID, [Value(2.0, 0.1), far]) == {0}
