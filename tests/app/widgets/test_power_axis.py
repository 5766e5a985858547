"""What is written beside a logarithmic axis."""

from math import log10

import pytest
from pytestqt.qtbot import QtBot

from app.widgets.power_axis import PowerAxis


@pytest.mark.parametrize(
    ("low", "high", "names"),
    [
        (0.4, 120, ["1", "10", "100"]),
        (0.6, 8, ["1", "2", "5"]),
        (2_600, 3_400, ["2,600", "2,800", "3,000", "3,200", "3,400"]),
        (0.52, 0.78, ["0.6", "0.7"]),
    ],
)
def test_every_stretch_has_numbers(qtbot: QtBot, low: float, high: float, names: list[str]) -> None:
    axis = PowerAxis()
    axis.setLogMode(x=False, y=True)
    levels = axis.tickValues(log10(low) - 1e-9, log10(high) + 1e-9, 90)
    (spacing, values), *_ = levels
    assert axis.tickStrings(values, 1.0, spacing) == names
    assert all(axis.tickStrings(unnamed, 1.0, None) == [""] * len(unnamed) for _, unnamed in levels[1:])
