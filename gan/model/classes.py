"""The classes that a generator can be told to draw: their names, and which of them each picture shows. No torch."""

import math
import reprlib
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from gan.errors import UsageError
from gan.words import tr

Classes = npt.NDArray[np.int64]
"""The number of the class that each of N pictures shows, (N,)."""

MOST = 1000
LONGEST = 100
"""Characters of a name."""
MOST_LISTED = 12
"""Of more names only so many are listed for people."""
_GOLDEN = (math.sqrt(5) - 1) / 2


def checked_names(names: Any) -> tuple[str, ...]:
    """``names`` as a file may hold them: none, or at least two different ones. Raises :class:`UsageError`."""
    found = tuple(names) if isinstance(names, list | tuple) else (names,)
    for name in found:
        if not (isinstance(name, str) and 0 < len(name) <= LONGEST and name.isprintable()):
            raise UsageError(tr("{name} is no name of a class", name=reprlib.repr(name)))
    if len(set(found)) < len(found) or len(found) == 1 or len(found) > MOST:
        raise UsageError(
            tr(
                "a generator has no classes or from 2 to {most} different ones, not {found}",
                most=MOST,
                found=len(found),
            )
        )
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


def in_turn(classes: Sequence[int], count: int) -> Classes:
    """``classes`` one after the other and from the first again, ``count`` in all."""
    return np.resize(np.asarray(classes, np.int64), count)


def in_proportion(counts: npt.ArrayLike, count: int) -> Classes:
    """``count`` numbers of classes, each as often as ``counts`` says, of which one at least is above 0.

    They are mixed evenly, so the first N are in proportion, too; of many classes a few are from all over their list.
    """
    shares = np.asarray(counts) / np.sum(counts)
    enough = np.ceil(shares * (count + len(shares))).astype(np.int64)
    classes = np.repeat(np.arange(len(shares)), enough)
    before = np.concatenate([np.arange(many) for many in enough])
    places = (before + (classes + 1) * _GOLDEN % 1) / shares[classes]
    return classes[np.argsort(places, kind="stable")][:count]
