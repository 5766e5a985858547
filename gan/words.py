"""Words for people: where they are written, and the one place where another language comes in.

A text is written in English. :func:`tr` says it in the language that is spoken, which is English on the command line;
a text that is written where nothing is said yet, as in a table, is :func:`marked` there and goes through ``tr`` where
it is shown. ``resources/make_translations.py`` gathers both.
"""

from collections.abc import Callable, Mapping
from typing import TypeVar

T = TypeVar("T")


class _Spoken:
    """The language that is spoken, by a function from English."""

    lookup: Callable[[str], str] = staticmethod(lambda text: text)


class Said(str):
    """A text in the language that was spoken, which can be said again in another one."""

    _text: str
    _values: Mapping[str, object]

    @classmethod
    def of(cls, text: str, values: Mapping[str, object]) -> "Said":
        """``text`` with ``values``, as :func:`tr` says it."""
        said = _Spoken.lookup(text)
        new = cls(said.format(**values) if values else said)
        new._text, new._values = text, values
        return new

    def again(self) -> "Said":
        """The same in the language that is spoken now."""
        return Said.of(self._text, {name: said_again(value) for name, value in self._values.items()})


def tr(text: str, /, **values: object) -> str:
    """``text`` in the language that is spoken, with ``values`` in place of their names in braces."""
    return Said.of(text, values)


def said_again(value: T) -> T:
    """``value`` in the language that is spoken now if it was said by :func:`tr`, else as it is."""
    return value.again() if isinstance(value, Said) else value  # type: ignore[return-value]


def counted(one: str, many: str, count: int, /, **values: object) -> str:
    """``one`` or ``many`` of something, said as by :func:`tr`; both can hold ``{count}``."""
    return tr(one if count == 1 else many, count=count, **values)


def marked(text: str) -> str:
    """``text`` as it is: it is translated where it is shown."""
    return text


def speak_by(lookup: Callable[[str], str]) -> None:
    """From now on say what ``lookup`` makes of English texts; it returns those as they are that it does not know."""
    _Spoken.lookup = staticmethod(lookup)
