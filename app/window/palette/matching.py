"""Which commands a person means by a few letters, and which of them most likely."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, order=True)
class Match:
    """``distance`` is 0 for what begins as it was typed, and grows with what has to be guessed.

    ``letters`` are the places in the title that were typed.
    """

    distance: int
    letters: tuple[int, ...] = ()


def match(query: str, title: str, rest: str) -> Match | None:
    """How each word of ``query`` is found in ``title`` or, further away, in ``rest``; None if one is not."""
    found = [_find(word, title.casefold(), rest.casefold()) for word in query.casefold().split()]
    if None in found:
        return None
    matches = [each for each in found if each is not None]
    letters = sorted({letter for each in matches for letter in each.letters})
    return Match(sum(each.distance for each in matches), tuple(letters))


def _find(word: str, title: str, rest: str) -> Match | None:
    starts = list(_starts(title))
    for distance, places in enumerate((starts[:1], starts, range(len(title)))):
        whole = next((place for place in places if title.startswith(word, place)), None)
        if whole is not None:
            return Match(distance, tuple(range(whole, whole + len(word))))
    if any(rest.startswith(word, place) for place in _starts(rest)):
        return Match(3)
    scattered = [letters for letters in (_scattered(word, title, start) for start in starts) if letters]
    return Match(4, min(scattered, key=_gaps)) if scattered else None


def _starts(text: str) -> Iterator[int]:
    """Where the words of ``text`` begin."""
    for place, letter in enumerate(text):
        if letter.isalnum() and (place == 0 or not text[place - 1].isalnum()):
            yield place


def _scattered(word: str, text: str, start: int) -> tuple[int, ...]:
    """The letters of ``word`` in their order from ``start``, where the first stands; empty if they are not there."""
    letters: list[int] = []
    for letter in word:
        place = text.find(letter, letters[-1] + 1 if letters else start)
        if place < 0 or (not letters and place != start):
            return ()
        letters.append(place)
    return tuple(letters)


def _gaps(letters: tuple[int, ...]) -> int:
    """How often what was typed is interrupted."""
    return sum(after - before > 1 for before, after in pairwise(letters))
