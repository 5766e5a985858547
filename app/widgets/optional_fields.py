"""Fields for numbers that may be none: what they are about is then not there."""

from typing import Any

from app.widgets.number_fields import FloatField, IntField

NOTHING = "–"


class _Optional:
    """Shows a dash for none, which Qt keeps as the number one step below the lowest one."""

    _low: float = 0
    _below: float = -1
    _told: tuple[float, str] | None = None
    """What was shown last, and how it reads as long as nobody types."""

    def set_limits(self: Any, low: float, high: float, step: float = 1) -> None:
        """Numbers from ``low`` to ``high`` can be entered; ``step`` is that of the arrows."""
        self._low, self._below = low, low - step
        self.setRange(self._below, high)
        self.setSingleStep(step)
        self.setSpecialValueText(NOTHING)

    def show_number(self: Any, number: float | None) -> None:
        """Show a number, or none, without a signal; what shows it already is not painted again."""
        value = self._below if number is None else number
        if (value, self.text()) == self._told:
            return
        blocked = self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(blocked)
        self._told = value, self.text()

    def minimum(self) -> Any:
        """The lowest number that can be entered."""
        return self._low

    def _read(self, text: str) -> Any:
        typed = text.replace(NOTHING, "")
        return super()._read(typed) if typed.strip() else self._below  # type: ignore[misc]


class OptionalIntField(_Optional, IntField):
    """A whole number or none."""

    @property
    def number(self) -> int | None:
        """What is shown."""
        return None if self.value() < self._low else int(self.value())


class OptionalFloatField(_Optional, FloatField):
    """A number or none."""

    @property
    def number(self) -> float | None:
        """What is shown."""
        return None if self.value() < self._low else self.value()
