"""Whether a value is what its annotation says, found out by other means than those of the readers."""

import dataclasses
import math
import types
import typing
from collections.abc import Mapping
from enum import Enum
from typing import Any


def fits(value: Any, hint: Any) -> bool:
    """Whether ``value`` is a ``hint``; bool is no int, a float may be a whole number but no int, or not finite."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return any(fits(value, kind) for kind in arguments)
    if origin is typing.Literal:
        return value in arguments
    if origin is Mapping:
        return all(fits(name, arguments[0]) and fits(each, arguments[1]) for name, each in value.items())
    if origin is tuple:
        return isinstance(value, tuple) and all(fits(each, arguments[0]) for each in value)
    if dataclasses.is_dataclass(hint):
        return all_fit(value, hint)
    if issubclass(hint, Enum):
        return isinstance(value, hint)
    return type(value) is hint and (hint is not int or -(2**63) <= value < 2**63)


def all_fit(value: Any, kind: Any) -> bool:
    """Whether ``value`` is a dataclass ``kind`` all of whose fields are what they are annotated as."""
    hints = typing.get_type_hints(kind)
    return type(value) is kind and all(
        fits(getattr(value, field.name), hints[field.name]) for field in dataclasses.fields(kind)
    )


def finite(*values: float) -> bool:
    """Whether all are."""
    return all(map(math.isfinite, values))
