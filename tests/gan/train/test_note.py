"""What a person wrote about a run."""

import os
from pathlib import Path

import pytest

from gan.errors import UsageError
from gan.train.note import LONGEST, read_note, write_note


def test_a_note_is_kept(tmp_path: Path) -> None:
    assert read_note(tmp_path / "note.txt") == ""
    write_note(tmp_path / "note.txt", " blue ones,\nfar too few \n")
    assert read_note(tmp_path / "note.txt") == "blue ones,\nfar too few"


def test_no_more_is_read_than_a_note_has(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes(b"x" * LONGEST + b"and more")
    assert read_note(path) == "x" * LONGEST
    with pytest.raises(UsageError, match="change it in an editor"):
        write_note(path, "short")
    assert path.read_bytes().endswith(b"and more")


def test_one_that_is_too_long_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="at most 65,536 bytes, not 65,538"):
        write_note(tmp_path / "note.txt", "é" * (LONGEST // 2 + 1))
    assert not (tmp_path / "note.txt").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files on this system")
@pytest.mark.timeout(10)
def test_what_is_no_file_is_no_note(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "note.txt")
    assert read_note(tmp_path / "note.txt") == ""
