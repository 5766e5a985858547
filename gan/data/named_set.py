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
class NamedSet:
    """A set with a name of its own, whose training part holds ``count`` pictures.

    ``load`` gets this record, and what is asked for. The size and channels of its pictures may still have to be
    converted. It raises :class:`gan.data.base.DataError`. A set that is drawn has no ``files``. ``load_held_out`` does
    the same for the part that nothing is trained on, and gives None where its files do not lie beside the others; a
    set without such a part has none.
    """

    info: DataInfo
    count: int
    load: "Callable[[NamedSet, PictureFormat, Wanted], ImageSet]"
    load_held_out: "Callable[[NamedSet, PictureFormat, Wanted], ImageSet | None] | None" = None
    label_names: tuple[str, ...] = ()
    files: SetFiles | None = None

    @property
    def name(self) -> str:
        """As in :attr:`info`."""
        return self.info.name
