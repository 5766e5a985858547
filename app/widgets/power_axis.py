"""The logarithmic axis of a plot, with numbers that can be read on any stretch of it."""

import numpy as np
import pyqtgraph

_DIGITS = np.arange(1, 10)
_SEVERAL = 2.0
"""Powers of ten from which on there is room for nothing but their names."""


class PowerAxis(pyqtgraph.AxisItem):
    """Names powers of ten; on a short stretch 2 and 5 times them, too, or numbers at even distances."""

    def __init__(self) -> None:
        super().__init__("left")

    def logTickValues(
        self, first: float, last: float, size: float, usual: object, /
    ) -> list[tuple[float | None, list[float]]]:
        """Ticks with names, then those without."""
        low, high = 10.0**first, 10.0**last
        powers = 10.0 ** np.arange(np.floor(first), np.ceil(last))
        finer = np.outer(powers, _DIGITS).ravel()
        if last - first >= _SEVERAL:
            named = powers
        elif last - first >= 1:
            named = np.outer(powers, (1, 2, 5)).ravel()
        else:
            spacing = self.tickSpacing(low, high, size)[0][0]
            named = finer = np.arange(np.ceil(low / spacing), high / spacing) * spacing
        return [(1.0, _within(named, low, high)), (None, _within(np.setdiff1d(finer, named), low, high))]

    def logTickStrings(self, values: list[float], scale: float, spacing: float | None) -> list[str]:
        """The numbers themselves."""
        return [""] * len(values) if spacing is None else [f"{10.0**value:,g}" for value in values]


def _within(values: np.ndarray, low: float, high: float) -> list[float]:
    """The logarithms of those from ``low`` to ``high``."""
    inside = values[(values >= low) & (values <= high)]
    return [float(value) for value in np.log10(inside)]
