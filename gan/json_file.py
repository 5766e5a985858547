"""The one reader of this program's JSON: whatever a file holds becomes values of a known kind, or one clear error.

Files may be damaged, of another version or made to do harm. So there are limits on their size and depth, whole numbers
have at most 64 bits, other numbers are finite, and every value is checked against the type that it is wanted as.
"""

import json
import math
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from textwrap import shorten
from typing import Any, TypeVar

import msgspec

from gan.errors import LatentariumError
from gan.words import tr

Kind = TypeVar("Kind")

LARGEST_FILE = 2**20
"""In bytes, of a file that this program writes in one piece and that a person could have written."""
LARGEST_COLLECTION = 2**26
"""In bytes, of a file that grows with what is kept in it."""
DEEPEST = 32
"""Lists and objects within each other."""
LONGEST_MESSAGE = 200
"""Characters of an error, which may quote what a file holds."""
_LOWEST, _HIGHEST = -(2**63), 2**63 - 1
_TOO_DEEP = f"it has more than {DEEPEST} levels"


class JsonError(LatentariumError):
    """Text that is no JSON, or JSON that holds something else than what is wanted."""


def read_json(path: Path, kind: type[Kind], most: int = LARGEST_FILE) -> Kind:
    """The file ``path`` as a ``kind``, see :func:`shaped`.

    Raises :class:`JsonError`, also for more than ``most`` bytes, and OSError if the file cannot be read.
    """
    return parse_json(_contents(path, most), kind)


def read_items(path: Path, kind: type[Kind], most: int = LARGEST_FILE) -> list[Kind]:
    """Those items of the list in ``path`` that are a ``kind``, whatever the others are. Raises as :func:`read_json`."""
    items = decoded(_contents(path, most))
    if not isinstance(items, list):
        raise JsonError(tr("it holds no list"))
    return [item for entry in items for item in _if_shaped(entry, kind)]


def parse_json(text: str | bytes, kind: type[Kind]) -> Kind:
    """``text`` as a ``kind``, see :func:`shaped`. Raises :class:`JsonError`."""
    return shaped(decoded(text), kind)


def shaped(values: Any, kind: type[Kind]) -> Kind:
    """Plain values within the limits as a ``kind``, see :func:`converted`. Raises :class:`JsonError`."""
    check_limits(values)
    return converted(values, kind)


def decoded(text: str | bytes) -> Any:
    """Plain values, whose limits are not checked yet, so that a bad one spoils its own item only.

    Raises :class:`JsonError`.
    """
    try:
        return json.loads(text)
    except RecursionError:
        raise JsonError(_TOO_DEEP) from None
    except MemoryError:
        raise JsonError(tr("it needs more memory than there is")) from None
    except ValueError as error:
        raise JsonError(shorten(str(error), LONGEST_MESSAGE)) from error


def converted(values: Any, kind: type[Kind]) -> Kind:
    """Plain values as a ``kind``: a dataclass, ``list[float]``, ``dict[str, Any]`` or what else msgspec can check.

    Nothing is converted but whole numbers to float, and texts to members of an enum; names that a dataclass lacks are
    left out. Raises :class:`JsonError`, and what the dataclass itself raises.
    """
    try:
        return msgspec.convert(values, kind)
    except (msgspec.ValidationError, ValueError) as error:  # ValueError: a name that is no Unicode
        raise JsonError(shorten(str(error), LONGEST_MESSAGE)) from error


def check_limits(values: Any) -> None:
    """Raises :class:`JsonError` for too many levels, and for numbers that are not finite or too large."""
    level, depth = [values], 0
    while level:
        for value in level:
            _check_number(value)
        holders = [value for value in level if isinstance(value, dict | list)]
        if holders and depth == DEEPEST:
            raise JsonError(_TOO_DEEP)
        level, depth = list(chain.from_iterable(map(_items, holders))), depth + 1


def _if_shaped(values: Any, kind: type[Kind]) -> list[Kind]:
    try:
        return [shaped(values, kind)]
    except LatentariumError:
        return []


def _contents(path: Path, most: int) -> bytes:
    if path.exists() and not path.is_file():
        raise JsonError(tr("it is no file"))  # reading from a pipe could wait forever
    with path.open("rb") as file:
        contents = file.read(most + 1)
    if len(contents) > most:
        raise JsonError(tr("it has more than {megabytes:g} MB", megabytes=most / 2**20))
    return contents


def _items(holder: dict[str, Any] | list[Any]) -> Iterable[Any]:
    return holder.values() if isinstance(holder, dict) else holder


def _check_number(value: Any) -> None:
    if type(value) is float and not math.isfinite(value):
        raise JsonError(tr("it holds a number that is not finite"))
    if type(value) is int and not _LOWEST <= value <= _HIGHEST:
        raise JsonError(tr("it holds a whole number of more than 64 bits"))
