"""What a named set is: one record of all that there is to know of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gan.data.base import DataInfo, ImageSet, Wanted
from gan.data.pictures import PictureFormat


@dataclass(frozen=True)
class SetFiles:
    """The published files of a set.

    ``folders`` may hold them below a folder of data sets: our own layout first, then torchvision's. ``looked_for``
    tells people what is missing. ``found_in`` gives what the set's reader needs if a folder holds the files, else None.
    ``fetch`` downloads them into a folder of data sets and may raise whatever torchvision does.
    """

    folders: tuple[str, ...]
    looked_for: str
    found_in: Callable[[Path], Any | None]
    fetch: Callable[[Path], None]

    def own(self, folder: Path) -> bool:
        """Whether ``folder`` bears one of this set's own names."""
        called = folder.parent.name if folder.name == "raw" else folder.name
        return any(called == own.split("/")[0] for own in self.folders)


@dataclass(frozen=True)
class Excerpt:
    """How many pictures of a set come with the program: of its training part, and of those that nothing is trained on.

    They lie in a folder of :data:`gan.places.EXCERPTS`, which ``resources/make_excerpt.py`` writes.
    """

    training: int
    held_out: int


@dataclass(frozen=True)
class NamedSet:
    """A set with a name of its own, whose training part holds ``count`` pictures.

    ``load`` gets this record, and what is asked for. The size and channels of its pictures may still have to be
    converted. It raises :class:`gan.data.base.DataError`. A set that is drawn has no ``files``. ``load_held_out`` does
    the same for the part that nothing is trained on, and gives None where its files do not lie beside the others; a
    set without such a part has none. Of some sets an ``excerpt`` comes with the program, which is a set of its own and
    says what it is ``part_of``.
    """

    info: DataInfo
    count: int
    load: "Callable[[NamedSet, PictureFormat, Wanted], ImageSet]"
    load_held_out: "Callable[[NamedSet, PictureFormat, Wanted], ImageSet | None] | None" = None
    label_names: tuple[str, ...] = ()
    files: SetFiles | None = None
    excerpt: Excerpt | None = None
    part_of: str = ""

    @property
    def name(self) -> str:
        """As in :attr:`info`."""
        return self.info.name

    @property
    def excerpt_name(self) -> str:
        """What the excerpt is called as a set of its own; empty where none comes with the program."""
        return f"{self.name}-excerpt" if self.excerpt else ""
