"""What every source of pictures speaks in: the set itself, its description, and what went wrong."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt

from gan.errors import LatentariumError, UsageError
from gan.sizes import Sides, Size
from gan.words import tr

Progress = Callable[[str, int, int], None]
"""Called with what is going on, how much is done and the total (bytes or pictures; 0 if unknown)."""

Cancelled = Callable[[], bool]
"""Asked now and then; once it returns True the work stops and leaves nothing behind."""

Images = npt.NDArray[np.uint8]
"""Pictures in memory or memory-mapped, uint8 (N, C, H, W)."""


class DataError(LatentariumError):
    """A data set that is missing, damaged or cannot be fetched or stored."""


@dataclass(frozen=True)
class UnreadablePicture:
    """A file that was left out: its path below the folder, and a short reason."""

    path: str
    reason: str


@dataclass(frozen=True)
class SkippedFiles:
    """So many files were passed over for one reason, such as ``in helper folders such as @eaDir``."""

    reason: str
    count: int


@dataclass(frozen=True)
class DataInfo:
    """A cheap description of a set; no pictures are read for it.

    ``image_size`` is what the pictures have when none is asked for, ``explanation`` one
    sentence with source and licence.
    """

    name: str
    title: str
    image_size: Sides
    channels: int
    explanation: str


@dataclass(frozen=True, eq=False)
class ImageSet:
    """Pictures of one size to learn from.

    ``images`` is uint8 (N, C, H, W), a plain array or a read-only ``np.memmap``. ``labels`` is int64
    (N,) with values that index ``label_names``. ``factors`` holds what the built-in sprites were drawn
    from, each array (N,); other sets have none. ``source`` says, for people, where the pictures came
    from. ``skipped`` counts files that are no pictures to learn from; ``value_range`` is what became black and white,
    such as ``200..3800``, if there were pictures with more than 8 bits, else empty. ``note`` is a clause that goes with
    whatever is found by pictures that are only part of a set; else empty.
    """

    name: str
    images: Images
    labels: npt.NDArray[np.int64] | None = None
    label_names: tuple[str, ...] = ()
    factors: Mapping[str, npt.NDArray[Any]] = field(default_factory=lambda: MappingProxyType({}))
    source: str = ""
    unreadable: tuple[UnreadablePicture, ...] = ()
    skipped: tuple[SkippedFiles, ...] = ()
    value_range: str = ""
    note: str = ""

    def __len__(self) -> int:
        return len(self.images)

    @property
    def size(self) -> Size:
        """That of the pictures."""
        height, width = self.images.shape[2:]
        return Size(width, height)

    @property
    def channels(self) -> int:
        """1 for grey pictures, 3 for colour."""
        return int(self.images.shape[1])

    def of_class(self, name: str) -> "ImageSet":
        """Those pictures whose label is called ``name``, one of :attr:`label_names`; without their factors."""
        rows = np.flatnonzero(self.labels == self.label_names.index(name))
        return replace(self, images=self.images[rows], labels=None, label_names=(), factors={})

    def like(self, class_name: str) -> "ImageSet":
        """The pictures of that class, or all where there is none that is called so."""
        return self.of_class(class_name) if class_name in self.label_names else self

    def spread(self, count: int) -> "ImageSet":
        """``count`` of the pictures, or all, from all over the set, which may be sorted; without their factors."""
        return self.at(spread(len(self), count))

    def at(self, rows: npt.NDArray[np.int64]) -> "ImageSet":
        """The pictures of these ``rows``, in this order; without their factors."""
        labels = None if self.labels is None else self.labels[rows]
        return replace(self, images=np.asarray(self.images[rows]), labels=labels, factors={})


def spread(count: int, most: int) -> npt.NDArray[np.int64]:
    """At most ``most`` rows of ``count``, evenly spaced from the first to the last."""
    return np.linspace(0, count - 1, min(count, most)).round().astype(np.int64)


@dataclass(frozen=True)
class Wanted:
    """How a set is asked for; raises :class:`UsageError` for a limit or a folder that makes no sense.

    ``data_dir`` is searched first for a named set's files. ``limit`` takes the first pictures only. The work can be
    long: ``progress`` hears of it, and packing a folder stops when ``cancelled()``.
    """

    data_dir: Path | None = None
    limit: int | None = None
    progress: Progress | None = None
    cancelled: Cancelled | None = None

    def __post_init__(self) -> None:
        if self.limit is not None and self.limit < 1:
            raise UsageError(f"limit must be at least 1, not {self.limit}")
        if self.data_dir is not None and not self.data_dir.is_dir():
            raise UsageError(
                tr("{data_dir} is not a folder; give the folder in which data sets lie", data_dir=self.data_dir)
            )

    def report(self, what: str, done: int, total: int) -> None:
        """Tell the caller how far the work is, if it wants to know."""
        if self.progress is not None:
            self.progress(what, done, total)


EVERYTHING = Wanted()
"""All pictures, from the usual places, without a word."""
