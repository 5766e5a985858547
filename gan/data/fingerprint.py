"""What tells one folder of pictures from another, wherever it lies: the names of its files and their sizes.

Of a .zip it is the checksums of what is in it, of an .npy file a piece of each picture.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, Self

from msgspec import Meta

from gan.data.containers import ZIP, Array, open_array, open_zip
from gan.data.listing import Listing, list_pictures
from gan.json_file import shaped

SAMPLE = 512
"""How many files are remembered; the smallest hashes are as good as drawn by chance, and the same ones every time."""
PIECE = 256
"""Values of a picture in an array that are looked at."""
ENOUGH = 0.5
"""The share of remembered files that has to be there for a folder to be taken for the same one."""


class Likeness(Enum):
    """What has become of a folder of pictures."""

    SAME = "same"
    GROWN = "grown"
    CHANGED = "changed"
    OTHER = "other"


@dataclass(frozen=True)
class Fingerprint:
    """``count`` pictures, a ``digest`` of all, and a ``sample`` of the hashes of single files."""

    count: int
    digest: str
    sample: Annotated[tuple[str, ...], Meta(min_length=1)]

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The inverse of :meth:`to_dict`. Raises :class:`gan.json_file.JsonError` for anything else."""
        return shaped(values, cls)

    def to_dict(self) -> dict[str, Any]:
        """Plain values that ``json.dumps`` accepts."""
        return asdict(self)

    def likeness(self, folder: Path) -> Likeness:
        """What ``folder`` is to the one that this was taken of. Raises :class:`gan.errors.UsageError` if it is none."""
        hashes = _hashes(folder)
        if _digest(hashes) == self.digest:
            return Likeness.SAME
        share = len(set(self.sample).intersection(hashes)) / len(self.sample)
        if share == 1 and len(hashes) > self.count:
            return Likeness.GROWN
        return Likeness.CHANGED if share >= ENOUGH else Likeness.OTHER


def fingerprint(folder: Path) -> Fingerprint:
    """Of the pictures below ``folder``, none of which is opened. Raises :class:`gan.errors.UsageError`."""
    hashes = _hashes(folder)
    return Fingerprint(len(hashes), _digest(hashes), tuple(hashes[:SAMPLE]))


def _hashes(folder: Path) -> list[str]:
    """One for each picture, in their own order. When it was written does not count, so copies are the same."""
    return sorted(hashlib.sha256(mark).hexdigest()[:16] for mark in _marks(list_pictures(folder)))


def _marks(listing: Listing) -> Iterator[bytes]:
    place = listing.folder
    if place.is_dir():
        return (_mark(name, _size(place / name)) for name in listing.names)
    if place.suffix.lower() == ZIP:
        checksums = {info.filename: info.CRC for info in open_zip(place).infolist()}
        return (_mark(name, checksums[name]) for name in listing.names)
    return (_mark(str(row), 0) + _middle(picture) for row, picture in enumerate(open_array(place)))


def _mark(name: str, number: int) -> bytes:
    return f"{name}\0{number}".encode("utf-8", "surrogateescape")


def _middle(picture: Array) -> bytes:
    """A few values, from where pictures differ most."""
    values = picture.reshape(-1)
    start = max(0, len(values) // 2 - PIECE // 2)
    return values[start : start + PIECE].tobytes()


def _digest(hashes: list[str]) -> str:
    return hashlib.sha256("".join(hashes).encode()).hexdigest()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # a link that leads nowhere
        return -1
