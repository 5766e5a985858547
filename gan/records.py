"""Records: where there are several of a kind (losses, data sets, formats, ...), one frozen dataclass says all of each.

Whatever lists them, forms and commands included, is derived from the records, so another one is written in one place.
A record that needs torch or another slow import names its function as ``module:function`` and looks it up when called.
"""

import pkgutil
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Protocol, TypeVar


class Record(Protocol):
    """Anything with a name of its own."""

    @property
    def name(self) -> str:
        """What programs, files and the command line call it."""


R = TypeVar("R", bound=Record)


def by_name(*records: R) -> Mapping[str, R]:
    """The records in their order, each under its name."""
    return MappingProxyType({record.name: record for record in records})


def function_at(place: str) -> Any:
    """The function at ``place``, such as ``gan.images:save_png``; imports its module."""
    return pkgutil.resolve_name(place)
