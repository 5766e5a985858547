"""A number that was measured, and how sure it is. No torch."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

SURE = 1.96
"""Standard errors on each side that hold 95 of 100 draws from a normal distribution."""


@dataclass(frozen=True)
class Value:
    """``value`` and its standard ``error``; None where it is not known."""

    value: float
    error: float | None = None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % interval that follows from the error."""
        return None if self.error is None else (self.value - SURE * self.error, self.value + SURE * self.error)


def mean_of(values: npt.NDArray[Any]) -> Value:
    """The mean of independent ``values`` (N,), numbers or bool, with its standard error; N is at least 1."""
    numbers = values.astype(np.float64)
    error = float(numbers.std(ddof=1)) / len(numbers) ** 0.5 if len(numbers) > 1 else None
    return Value(float(numbers.mean()), error)


def resampled_error(count: int, times: int, seed: int, measure: Any) -> float:
    """The standard error of ``measure(rows)`` by bootstrap: its spread over ``times`` draws of ``count`` rows with
    repetition."""
    random = np.random.default_rng(seed)
    return float(np.std([measure(random.integers(0, count, count)) for _ in range(times)], ddof=1))
