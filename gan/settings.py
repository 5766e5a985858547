"""Settings that know their own limits: the base of ``ModelConfig`` and ``TrainConfig``.

A settings class is a frozen dataclass whose fields are made by :func:`setting`. Label, explanation,
limits and choices live in the field itself, so the command line, the form in the window and the
checks on construction are all derived from this one place.
"""

import dataclasses
import math
import reprlib
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Self

from gan.errors import UsageError
from gan.words import joined, marked, tr

LONGEST_NAME = 40
_METADATA_KEY = "setting"
_KINDS: Mapping[type, str] = {
    bool: marked("true or false"),
    int: marked("a whole number"),
    float: marked("a number"),
    str: marked("text"),
}


@dataclass(frozen=True)
class SettingInfo:
    """What people and checks need to know of one field.

    ``type`` is ``int``, ``float``, ``str`` or ``bool``; ``optional`` fields also accept ``None``.
    Limits are inclusive. What is written in a way of its own has a function that ``reads`` it, from text or from what
    is kept, and raises :class:`UsageError`.
    """

    name: str
    type: type
    optional: bool
    default: Any
    label: str
    explanation: str
    minimum: float | None
    maximum: float | None
    choices: tuple[Any, ...] | None
    advanced: bool
    reads: Callable[[Any], Any] | None = None

    @property
    def flag(self) -> str:
        """The option on the command line, such as ``--batch-size``."""
        return "--" + self.name.replace("_", "-")


class _Naming:
    """What people know a setting by; on the command line, as in files, its name."""

    by: Callable[[SettingInfo], str] = staticmethod(lambda info: info.name)


def call_by(naming: Callable[[SettingInfo], str]) -> None:
    """From now on refusals call settings as ``naming`` does, such as by the words on a form."""
    _Naming.by = staticmethod(naming)


def called(info: SettingInfo) -> str:
    """What people know ``info`` by."""
    return _Naming.by(info)


def setting(
    default: Any = dataclasses.MISSING,
    explanation: str = "",
    *,
    label: str = "",
    minimum: float | None = None,
    maximum: float | None = None,
    choices: tuple[Any, ...] | None = None,
    advanced: bool = False,
    reads: Callable[[Any], Any] | None = None,
) -> Any:
    """A dataclass field with its explanation and limits."""
    metadata = {
        "label": label,
        "explanation": explanation,
        "minimum": minimum,
        "maximum": maximum,
        "choices": choices,
        "advanced": advanced,
        "reads": reads,
    }
    return dataclasses.field(default=default, metadata={_METADATA_KEY: metadata})


@dataclass(frozen=True)
class Settings:
    """A frozen, validated group of settings that goes to and from JSON."""

    def __post_init__(self) -> None:
        for info in self.infos():
            object.__setattr__(self, info.name, checked(info, getattr(self, info.name)))

    @classmethod
    def infos(cls) -> tuple[SettingInfo, ...]:
        """Every setting of this class, in the order of their definition."""
        return _infos(cls)  # type: ignore[arg-type]

    @classmethod
    def info(cls, name: str) -> SettingInfo:
        """The setting called ``name``; ``KeyError`` if there is none."""
        return {info.name: info for info in cls.infos()}[name]

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The inverse of :meth:`to_dict`. Unknown names raise :class:`UsageError`."""
        known = {field.name for field in dataclasses.fields(cls)}
        unknown = sorted(set(values) - known)
        if unknown:
            raise UsageError(
                tr(
                    "unknown setting {unknown}; this file may come from a newer version",
                    unknown=joined(map(_named, unknown[:3])),
                )
            )
        return cls(**values)

    def to_dict(self) -> dict[str, Any]:
        """Plain values that ``json.dumps`` accepts."""
        return dataclasses.asdict(self)


def checked(info: SettingInfo, value: Any) -> Any:
    """``value`` as the type of ``info``; raises :class:`UsageError` if it does not fit."""
    if value is None and info.optional:
        return None
    if info.reads is not None:
        return info.reads(value)
    value = _converted(info, value)
    if info.choices is not None and value not in info.choices:
        raise UsageError(
            tr(
                "{name} must be one of {choices}, not {value}",
                name=called(info),
                choices=joined(map(str, info.choices)),
                value=_named(value),
            )
        )
    if info.type in (int, float):
        _check_limits(info, value)
    return value


def _told(value: Any) -> str:
    """A value for one line of words, however long it is."""
    return reprlib.repr(value)


def _named(value: Any) -> str:
    """The same without quotation marks where it reads as a name does."""
    text = str(value)
    return text if text.isprintable() and len(text) <= LONGEST_NAME else _told(value)


def _converted(info: SettingInfo, value: Any) -> Any:
    if info.type in (int, float):
        return _number(info, value)
    if not isinstance(value, info.type):
        raise UsageError(
            tr("{name} must be {kind}, not {value}", name=called(info), kind=tr(_KINDS[info.type]), value=_told(value))
        )
    return value


def _number(info: SettingInfo, value: Any) -> Any:
    try:
        number = info.type(value)
        fits = not isinstance(value, bool | str) and (info.type is float or number == value)
    except (TypeError, ValueError, OverflowError):
        fits = False
    if not fits:
        raise UsageError(
            tr("{name} must be {kind}, not {value}", name=called(info), kind=tr(_KINDS[info.type]), value=_told(value))
        )
    return number


def _check_limits(info: SettingInfo, value: float) -> None:
    if not math.isfinite(value):
        raise UsageError(tr("{name} must be a finite number, not {value}", name=called(info), value=value))
    if info.minimum is not None and value < info.minimum:
        raise UsageError(
            tr(
                "{name} must be at least {minimum:.12g}, not {value:.12g}",
                name=called(info),
                minimum=info.minimum,
                value=value,
            )
        )
    if info.maximum is not None and value > info.maximum:
        raise UsageError(
            tr(
                "{name} must be at most {maximum:.12g}, not {value:.12g}",
                name=called(info),
                maximum=info.maximum,
                value=value,
            )
        )


@cache
def _infos(settings: Any) -> tuple[SettingInfo, ...]:
    """Of a settings class; kept, as working them out takes most of the time in which a run's config is read."""
    hints = typing.get_type_hints(settings)
    fields = (field for field in dataclasses.fields(settings) if _METADATA_KEY in field.metadata)
    return tuple(_info(field, hints[field.name]) for field in fields)


def _info(field: "dataclasses.Field[Any]", hint: Any) -> SettingInfo:
    arguments = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    plain = next(kind for kind in arguments if kind is not types.NoneType)
    metadata = dict(field.metadata[_METADATA_KEY])
    metadata["label"] = metadata["label"] or field.name.replace("_", " ").capitalize()
    return SettingInfo(
        name=field.name, type=plain, optional=types.NoneType in arguments, default=field.default, **metadata
    )
