"""Which values of deep pictures (16 bits and more, floating point) become black and white.

8-bit pictures have none of this. Of others nobody can tell by the type alone: 12-bit data in 16 bits, labels 0 and 1
and floats of any unit are all common, so one range is measured over all pictures of a set.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from gan.errors import UsageError

AUTO, AS_STORED = "auto", "type"
BETWEEN = ".."
USUAL = ((0.0, 1.0), (0.0, 255.0), (0.0, 65535.0))
"""Ranges that pictures which use at least half of them are stored in on purpose."""
SAMPLE = 4096
"""Values looked at of one picture."""
FEW_VALUES = 256
"""With so many different values or fewer, as of labels, none is an outlier."""
OUTLIERS = 0.1
"""Per cent at each end that may be outliers, such as hot pixels..."""
FAR = 0.1
"""...if they are farther away than this share of the range of all others."""

Values = npt.NDArray[Any]


@dataclass(frozen=True)
class ValueRange:
    """``low`` becomes black, ``high`` white; what is beyond is clipped. Written ``200..3800``."""

    low: float
    high: float

    @classmethod
    def parse(cls, text: str) -> Self:
        """The inverse of ``str``. Raises :class:`UsageError`."""
        low, _, high = text.partition(BETWEEN)
        try:
            found = cls(float(low), float(high))
        except ValueError:
            found = cls(math.nan, math.nan)
        if not (math.isfinite(found.low) and math.isfinite(found.high) and found.low < found.high):
            raise UsageError(
                f"value_range must be {AUTO}, {AS_STORED} or two rising numbers such as 0{BETWEEN}4095, not {text!r}"
            )
        return found

    @property
    def texts(self) -> tuple[str, str]:
        """Both numbers as they are written."""
        return f"{self.low:.9g}", f"{self.high:.9g}"

    def __str__(self) -> str:
        return BETWEEN.join(self.texts)

    def in_bytes(self, values: Values) -> npt.NDArray[np.uint8]:
        """``values`` of any shape as 0 to 255; what is no number becomes black."""
        shares = (values.astype(np.float64) - self.low) / (self.high - self.low)
        return np.rint(np.nan_to_num(shares, nan=0.0).clip(0, 1) * 255).astype(np.uint8)


def check(text: str) -> None:
    """Raises :class:`UsageError` for what is neither ``auto``, ``type`` nor two numbers."""
    if text not in (AUTO, AS_STORED):
        ValueRange.parse(text)


def range_for(values: Values, text: str) -> ValueRange:
    """What ``text`` means for a picture of such ``values``; ``auto`` takes it for a set of one."""
    if text == AUTO:
        return measured([sample(values)])
    return of_type(values) if text == AS_STORED else ValueRange.parse(text)


def of_type(values: Values) -> ValueRange:
    """0 to 1 for floats, else 0 to 65535: Pillow has no other whole numbers with a white of their own."""
    return ValueRange(*(USUAL[0] if values.dtype.kind == "f" else USUAL[-1]))


def sample(values: Values) -> Values:
    """Some of the finite ``values``, (n,) float64, from all over the picture, the lowest and highest included."""
    flat = values[np.isfinite(values)].astype(np.float64)
    if flat.size <= SAMPLE:
        return flat
    return np.concatenate([flat[:: -(-flat.size // SAMPLE)], [flat.min(), flat.max()]])


def measured(samples: Iterable[Values]) -> ValueRange:
    """The range of a whole set from a :func:`sample` of each picture.

    It is a usual one if the pictures fill at least half of that, else goes from their lowest to their highest value,
    outliers apart. Pictures of one value only get the first usual range that holds it.
    """
    values = np.concatenate([np.empty(0), *samples])
    if not values.size:
        return ValueRange(*USUAL[-1])
    low, high = _without_outliers(values)
    for usual in (ValueRange(*each) for each in USUAL):
        if usual.low <= low and high <= usual.high and (low == high or high - low >= (usual.high - usual.low) / 2):
            return usual
    return ValueRange(low, high) if low < high else ValueRange(*USUAL[-1])


def _without_outliers(values: Values) -> tuple[float, float]:
    lowest, highest = float(values.min()), float(values.max())
    if len(np.unique(values)) <= FEW_VALUES:
        return lowest, highest
    low, high = map(float, np.percentile(values, (OUTLIERS, 100 - OUTLIERS)))
    margin = FAR * (high - low)
    return (lowest if low - lowest <= margin else low), (highest if highest - high <= margin else high)
