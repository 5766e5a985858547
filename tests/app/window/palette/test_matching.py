"""A few letters and what they mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.window.palette.matching import match

TITLES = ("Random point", "Save picture", "Picture", "Open run", "Undo random point", "Layers")
FILE = "File"


def best(query: str, rest: str = FILE) -> list[str]:
    """The titles that fit ``query``, the nearest first."""
    found = [(how, title) for title in TITLES if (how := match(query, title, rest)) is not None]
    return [title for how, title in sorted(found, key=lambda one: one[0].distance)]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("pic", "Picture"),
        ("RANDOM", "Random point"),
        ("point rand", "Random point"),
        ("sp", "Save picture"),
        ("svpct", "Save picture"),
        ("ayer", "Layers"),
        ("undo", "Undo random point"),
    ],
)
def test_the_nearest_title_comes_first(query: str, first: str) -> None:
    assert best(query)[0] == first


def test_nothing_typed_fits_everything_and_other_letters_nothing() -> None:
    assert best("") == list(TITLES) and best("zzz") == []


def test_every_word_has_to_be_found() -> None:
    assert best("save zzz") == [] and best("save file") == ["Save picture"]


def test_a_title_is_nearer_than_a_place() -> None:
    here, there = match("file", "File of pictures", ""), match("file", "Pictures", FILE)
    assert here is not None and there is not None and here < there


def test_the_letters_that_were_typed_are_told() -> None:
    whole, scattered, twice = (match(query, "Save picture", "") for query in ("pict", "sp", "pic sa"))
    assert whole is not None and whole.letters == (5, 6, 7, 8)
    assert scattered is not None and scattered.letters == (0, 5)
    assert twice is not None and twice.letters == (0, 1, 5, 6, 7)


@given(st.text(max_size=12), st.text(max_size=30))
def test_letters_that_are_told_stand_in_the_title(query: str, title: str) -> None:
    found = match(query, title, "")
    if found is not None:
        assert all(0 <= letter < len(title.casefold()) for letter in found.letters)
    whole = match(title, title, "")
    assert whole is not None
