"""Long measurements can be called off."""

from collections.abc import Callable

from gan.data.base import Cancelled
from gan.errors import LatentariumError

Check = Callable[[], None]
"""Called now and then by what takes long; raises :class:`MeasuringCancelledError` to end it."""


class MeasuringCancelledError(LatentariumError):
    """Measuring was called off."""


def checking(cancelled: Cancelled | None) -> Check:
    """Raises as soon as ``cancelled()``."""

    def check() -> None:
        if cancelled is not None and cancelled():
            raise MeasuringCancelledError("measuring was called off")

    return check


def never() -> None:
    """A :data:`Check` for what cannot be called off."""
