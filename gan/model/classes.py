"""The names of the classes that a generator can be told to draw; no torch in here."""

import reprlib
from collections.abc import Sequence
from typing import Any

from gan.errors import UsageError

MOST = 1000
LONGEST = 100
"""Characters of a name."""
MOST_LISTED = 12
"""Of more names only so many are listed for people."""


def checked_names(names: Any) -> tuple[str, ...]:
    """``names`` as a file may hold them: none, or at least two different ones. Raises :class:`UsageError`."""
    found = tuple(names) if isinstance(names, list | tuple) else (names,)
    for name in found:
        if not (isinstance(name, str) and 0 < len(name) <= LONGEST and name.isprintable()):
            raise UsageError(f"{reprlib.repr(name)} is no name of a class")
    if len(set(found)) < len(found) or len(found) == 1 or len(found) > MOST:
        raise UsageError(f"a generator has no classes or from 2 to {MOST} different ones, not {len(found)}")
    return found


def readable(name: str) -> str:
    """``name``, such as that of a folder, on one line and not too long."""
    return "".join(each if each.isprintable() else "?" for each in name[:LONGEST])


def listed(names: Sequence[str]) -> str:
    """``shirt, bag, coat``; of many the first few, and how many more there are."""
    more = len(names) - MOST_LISTED
    return ", ".join(names[:MOST_LISTED]) + (f" and {more} more" if more > 0 else "")


def class_text(number: int | None, name: str = "") -> str:
    """``class 3``, or ``class shirt`` where the name is known; empty if no class is chosen."""
    return "" if number is None else f"class {name or number}"
