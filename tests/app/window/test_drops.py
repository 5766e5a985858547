"""What is dropped is opened, or a person is told why not."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl

from app.window.drops import is_wanted, open_dropped


def drop(places: Sequence[str], openable: set[str]) -> tuple[list[str], list[str]]:
    """What was tried, and what was told."""
    data, tried, told = QMimeData(), list[str](), list[str]()
    data.setUrls([QUrl(place) if "://" in place else QUrl.fromLocalFile(place) for place in places])

    def open_target(target: str) -> bool:
        tried.append(target)
        return target in openable

    assert is_wanted(data)
    open_dropped(data, open_target, told.append)
    return tried, told


def test_one_file_is_opened_without_a_word() -> None:
    assert drop(["/a.png"], {"/a.png"}) == (["/a.png"], [])


def test_an_address_is_refused_with_a_reason() -> None:
    tried, told = drop(["https://example.org/a.png"], set())
    assert tried == [] and "https://example.org/a.png is not a file on this computer" in told[0]
    assert "save it first" in told[0]


@pytest.mark.parametrize(
    ("places", "tried", "left"),
    [
        (["/b/a.png", "/b/c.png"], ["/b/a.png"], "c.png"),
        (["/b/bad.png", "/b/a.png"], ["/b/bad.png", "/b/a.png"], "bad.png"),
        (["https://example.org/x.png", "/b/a.png"], ["/b/a.png"], "x.png"),
        (["/b/a.png", "/1", "/2", "/3", "/4"], ["/b/a.png"], "1, 2, 3 and 1 more"),
    ],
)
def test_the_first_that_can_be_opened_is_and_the_others_are_named(
    places: list[str], tried: list[str], left: str
) -> None:
    found, told = drop(places, {"/b/a.png"})
    assert found == tried
    assert told == [f"Opened a.png; one thing is opened at a time, so left out: {left}"]


def test_where_nothing_can_be_opened_the_reasons_stand() -> None:
    assert drop(["/a", "/b"], set()) == (["/a", "/b"], [])


def test_text_is_no_drop(tmp_path: Path) -> None:
    data = QMimeData()
    data.setText("a")
    assert not is_wanted(data)
