"""What a person types to see some dimensions."""

import pytest

from app.explore.latent.latent_order import numbers_in


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("", set()),
        ("3", {3}),
        ("3, 10-12", {3, 10, 11, 12}),
        (" 5 - 6 ,", {5, 6}),
        ("12-10", set()),
        ("x", None),
        ("3, -", None),
    ],
)
def test_numbers_and_ranges(text: str, numbers: set[int] | None) -> None:
    assert numbers_in(text) == numbers
