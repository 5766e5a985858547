"""How every field of the window reads and writes numbers, whatever the language of the computer."""

import math
import re

from PySide6.QtCore import QLocale

from gan.errors import UsageError
from gan.words import tr

LOCALE = QLocale.c()
"""Numbers are shown with a dot and without groups, as everywhere else in the window and on the command line."""

_NUMBER = re.compile(r"[+-]?(?:[0-9]+[.,]?[0-9]*|[.,][0-9]+)(?:e[+-]?[0-9]+)?", re.IGNORECASE)
_LIKE_A_GROUP = re.compile(r"[+-]?[1-9][0-9]{0,2},[0-9]{3}")


def read_number(text: str, kind: str = "") -> int | float:
    """The number that a person wrote: dot and comma are both the decimal sign, and digits are never grouped.

    Whole numbers are exact, all are finite. Raises :class:`UsageError` for what is no number, and for ``1,000``,
    which may be two; ``kind`` says in the message what it should have been.
    """
    plain = text.strip().replace("−", "-")
    if not _NUMBER.fullmatch(plain):
        raise UsageError(tr("{text!r} is not {kind}", text=text.strip(), kind=kind or tr("a number")))
    if _LIKE_A_GROUP.fullmatch(plain):
        raise UsageError(
            tr(
                "{text} may be {whole} or {fraction}; write one of them",
                text=plain,
                whole=plain.replace(",", ""),
                fraction=plain.replace(",", "."),
            )
        )
    number = float(plain.replace(",", "."))
    if math.isinf(number):
        raise UsageError(tr("{text} is too large", text=plain))
    return int(plain) if re.fullmatch(r"[+-]?[0-9]+", plain) else number


def check_range(number: float, low: float, high: float) -> None:
    """Raises :class:`UsageError` for what is not from ``low`` to ``high``."""
    if not low <= number <= high:
        raise UsageError(tr("{number:.12g} is not from {low:.12g} to {high:.12g}", number=number, low=low, high=high))


def signed(number: float, how: str = "+z.2f") -> str:
    """``+1.50``, ``−1.50`` with a real minus sign, and 0 without one that would only be rounded away."""
    return format(number, how).replace("-", "\N{MINUS SIGN}")
