"""Words that go from one process to another, which may speak another language."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gan.errors import LatentariumError
from gan.json_file import converted
from gan.words import Relayed, Wording, said_again, speak_by, tr, wording_of

GERMAN = {
    "{path} has {count:,} faults: {reason}": "{path} hat {count:,} Fehler: {reason}",
    "it is empty": "sie ist leer",
}


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    speak_by(lambda text: text)


def elsewhere(words: str) -> str:
    """What a process that speaks German makes of ``words``."""
    sent = wording_of(words).to_json()
    speak_by(lambda text: GERMAN.get(text, text))
    return Relayed.by(converted(sent, Wording))


def test_a_text_is_said_elsewhere_with_its_values() -> None:
    words = tr(
        "{path} has {count:,} faults: {reason}",
        path=Path("a/b"),
        count=1200,
        reason=LatentariumError(tr("it is empty")),
    )
    assert words == "a/b has 1,200 faults: it is empty"
    said = elsewhere(words)
    assert said == "a/b hat 1,200 Fehler: sie ist leer"
    speak_by(lambda text: text)
    assert said_again(said) == words


def test_what_was_told_on_is_told_on_again() -> None:
    said = elsewhere(tr("it is empty"))
    assert said == "sie ist leer" and elsewhere(said) == "sie ist leer"


@pytest.mark.parametrize("words", ["plain {words} of {0.__class__}", "100 %", ""])
def test_other_words_stay_as_they_are(words: str) -> None:
    assert elsewhere(words) == words


def test_nothing_that_another_process_has_said_is_worked_out() -> None:
    hostile = Wording("{a.__class__} {a:>1000000000} {b!r} {c}", {"a": "{b}", "b": "x"})
    assert Relayed.by(hostile) == "{a.__class__} {b} x {c}"
