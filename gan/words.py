"""Words for people: where they are written, and the one place where another language comes in.

A text is written in English. :func:`tr` says it in the language that is spoken, which is English on the command line;
a text that is written where nothing is said yet, as in a table, is :func:`marked` there and goes through ``tr`` where
it is shown. ``resources/make_translations.py`` gathers both.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from string import Formatter
from typing import Any, TypeVar

T = TypeVar("T")
_FIELD = re.compile(r"{(\w+)(?:![rsa])?(?::[^{}]*)?}")
"""The place of a value in a text."""


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

    @property
    def wording(self) -> "Wording":
        """What another process can say it by."""
        parts = Formatter().parse(self._text) if self._values else ()
        return Wording(
            self._text,
            {name: _written(self._values[name], conversion, how) for _, name, how, conversion in parts if name},
        )


@dataclass(frozen=True)
class Wording:
    """A text on its way to another process: in English, and apart from it its values as they are written in it."""

    text: str
    values: "dict[str, str | Wording]" = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Plain values that ``json.dumps`` accepts; worked out without what a process that reads no more may not do."""
        values = {name: value.to_json() if isinstance(value, Wording) else value for name, value in self.values.items()}
        return {"text": self.text, "values": values}


class Relayed(Said):
    """What another process has said. Its text is looked up and its values are put in place; nothing is worked out."""

    _wording: Wording

    @classmethod
    def by(cls, wording: Wording) -> "Relayed":
        """``wording`` in the language that is spoken."""

        def value(found: re.Match[str]) -> str:
            told = wording.values.get(found[1], found[0])
            return cls.by(told) if isinstance(told, Wording) else told

        new = cls(_FIELD.sub(value, _Spoken.lookup(wording.text)))
        new._wording = wording
        return new

    def again(self) -> "Relayed":
        return self.by(self._wording)

    @property
    def wording(self) -> Wording:
        return self._wording


def wording_of(words: str) -> Wording:
    """What :class:`Relayed` says ``words`` by elsewhere; those that no :func:`tr` has said stay as they are."""
    return words.wording if isinstance(words, Said) else Wording("{words}", {"words": words})


def _written(value: object, conversion: str | None, how: str | None) -> "str | Wording":
    """A value as it stands in a text: what was said can be said again, as a value or as the words of an error."""
    words = getattr(value, "words", value)
    if isinstance(words, Said) and not conversion and not how:
        return words.wording
    return f"{{0!{conversion}:{how or ''}}}".format(value) if conversion else format(value, how or "")


def tr(text: str, /, **values: object) -> str:
    """``text`` in the language that is spoken, with ``values`` in place of their names in braces."""
    return Said.of(text, values)


def said(text: str) -> str:
    """``text`` itself if :func:`tr` has said it, else said by it."""
    return text if isinstance(text, Said) else tr(text)


def said_again(value: T) -> T:
    """``value`` in the language that is spoken now if it was said by :func:`tr`, else as it is."""
    return value.again() if isinstance(value, Said) else value  # type: ignore[return-value]


def counted(one: str, many: str, count: int, /, **values: object) -> str:
    """``one`` or ``many`` of something, said as by :func:`tr`; both can hold ``{count}``."""
    return tr(one if count == 1 else many, count=count, **values)


def marked(text: str) -> str:
    """``text`` as it is: it is translated where it is shown."""
    return text


_TWO = marked("{one}, {other}")


def joined(parts: Iterable[str], text: str = _TWO) -> str:
    """Those of ``parts`` that say anything, on one line, each two by ``text``; by halves, so none lies deep in it."""
    said = list(filter(None, parts))
    if len(said) < 2:
        return said[0] if said else ""
    half = len(said) // 2
    return tr(text, one=joined(said[:half], text), other=joined(said[half:], text))


def speak_by(lookup: Callable[[str], str]) -> None:
    """From now on say what ``lookup`` makes of English texts; it returns those as they are that it does not know."""
    _Spoken.lookup = staticmethod(lookup)
