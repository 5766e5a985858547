"""What a person wrote about a run: one small file of text."""

from pathlib import Path

from gan.errors import UsageError
from gan.files import write_whole
from gan.words import tr

LONGEST = 2**16
"""Bytes of a note; no more of a file is read."""


def read_note(path: Path) -> str:
    """The text in ``path``, cut off after :data:`LONGEST` bytes; empty if there is none, or it cannot be read."""
    try:
        if not path.is_file():  # reading from a pipe could wait forever
            return ""
        with path.open("rb") as file:
            return file.read(LONGEST).decode("utf-8", "replace")
    except OSError:
        return ""


def write_note(path: Path, text: str) -> None:
    """Replace the note in ``path``.

    Raises :class:`UsageError` for a text that is too long, or in place of one that could be read in part only, and
    :class:`gan.files.FileError`.
    """
    contents = text.strip().encode("utf-8", "replace")
    if len(contents) > LONGEST:
        raise UsageError(
            tr("a note has at most {longest:,} bytes, not {count:,}; shorten it", longest=LONGEST, count=len(contents))
        )
    if path.is_file() and path.stat().st_size > LONGEST:
        raise UsageError(f"{path} is longer than the {LONGEST:,} bytes that are shown of it; change it in an editor")
    write_whole(path, contents)
