"""Where the handle of a slider stands."""

import pytest
from PySide6.QtCore import QRectF

from app.explore.latent.slider_delegate import value_at, x_of


def test_places_and_values_are_inverse() -> None:
    groove = QRectF(10, 5, 200, 4)
    for value in (-3.0, -1.25, 0.0, 2.9):
        assert value_at(x_of(value, groove), groove) == pytest.approx(value)
    assert x_of(50, groove) == groove.right()


def test_of_a_uniform_z_they_reach_from_one_to_the_other_end() -> None:
    groove = QRectF(10, 5, 200, 4)
    assert x_of(1.0, groove, 1.0) == groove.right() and value_at(groove.left(), groove, 1.0) == -1.0
