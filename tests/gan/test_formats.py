"""Formats: what may be written as what, and how a person hears of it."""

from pathlib import Path

import numpy as np
import pytest

from gan.errors import UsageError
from gan.formats import FORMATS, Content, file_filter, format_of, suffixes, with_suffix, write
from gan.records import function_at


def test_every_format_has_a_writer_and_a_place_of_its_own() -> None:
    assert all(callable(function_at(one.writer)) for one in FORMATS)
    assert len({(one.suffix, one.content) for one in FORMATS}) == len(FORMATS)
    assert {one.content for one in FORMATS} == set(Content)


def test_file_dialogs() -> None:
    assert file_filter(Content.FILM).startswith("MP4 film (*.mp4);;GIF film (*.gif)")
    assert suffixes(Content.FILM)[0] == ".mp4"
    assert suffixes(Content.PICTURE, Content.ARRAY) == suffixes(Content.PICTURE) + suffixes(Content.ARRAY)


@pytest.mark.parametrize(
    ("name", "complete"),
    [("a.gif", "a.gif"), ("a.GIF", "a.GIF"), ("a", "a.mp4"), ("v1.2", "v1.2.mp4"), ("a.png", "a.png.mp4")],
)
def test_a_suffix_that_fits(name: str, complete: str) -> None:
    assert with_suffix(Path("folder") / name, Content.FILM) == Path("folder") / complete


def test_the_end_of_the_name_decides(tmp_path: Path) -> None:
    frames = np.zeros((2, 32, 32, 3), np.uint8)
    write(tmp_path / "a.GIF", Content.FILM, frames, 25)
    write(tmp_path / "a.mp4", Content.FILM, frames, 25)
    write(tmp_path / "a.png", Content.PICTURE, frames[0])
    assert (tmp_path / "a.GIF").read_bytes().startswith(b"GIF89a")
    assert b"ftyp" in (tmp_path / "a.mp4").read_bytes()[:16]
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("name", ["a", "a.png", "a.film"])
def test_no_format_is_guessed(name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"should end in \.mp4 or \.gif"):
        format_of(tmp_path / name, Content.FILM)
    with pytest.raises(UsageError):
        write(tmp_path / name, Content.FILM, np.zeros((2, 32, 32, 3), np.uint8), 25)
    assert not list(tmp_path.iterdir())
