"""Dialogs for files and folders that begin where a person was last time, else in a folder of theirs."""

from enum import Enum
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from gan.places import runs_folder
from gan.words import marked

_Place = QStandardPaths.StandardLocation
MODELS = marked("Generators (*.safetensors *.pth *.pt *.ckpt *.bin *.pkl);;Any file (*)")
"""For :func:`ask_to_open`."""


class Kind(Enum):
    """What is looked for: each kind has a last folder of its own, and a usual one of the person's."""

    MODEL = "model", _Place.DocumentsLocation
    RUN = "run", _Place.DocumentsLocation
    SESSION = "session", _Place.DocumentsLocation
    DIRECTIONS = "directions", _Place.DocumentsLocation
    DATA = "data", _Place.PicturesLocation
    PICTURE = "picture", _Place.PicturesLocation
    EXPORT = "export", _Place.PicturesLocation

    @property
    def key(self) -> str:
        """For what is remembered."""
        return self.value[0]


class Store(Protocol):
    """Texts by keys."""

    def get(self, key: str, default: str = "") -> str:
        """A remembered text."""
        ...

    def set(self, key: str, value: str) -> None:
        """Remember a text."""
        ...


class LastFolders:
    """The last folder of each kind, in ``store`` if that is set, so that it outlives the program."""

    def __init__(self) -> None:
        self.store: Store | None = None
        self._here: dict[str, str] = {}

    def get(self, kind: Kind) -> Path | None:
        """Where the person was last time."""
        last = self._here.get(kind.key, "") if self.store is None else self.store.get(f"folder/{kind.key}")
        return Path(last) if last else None

    def set(self, kind: Kind, folder: Path) -> None:
        """The person has chosen something in ``folder``."""
        self._here[kind.key] = str(folder)
        if self.store is not None:
            self.store.set(f"folder/{kind.key}", str(folder))


LAST = LastFolders()


def ask_to_open(kind: Kind, parent: QWidget | None, title: str, files: str) -> Path | None:
    """A file that is there, ``files`` such as ``Pictures (*.png)``; None if the person changed their mind."""
    name, _ = QFileDialog.getOpenFileName(parent, title, str(start_folder(kind)), files)
    return _chosen(kind, name)


def ask_to_save(kind: Kind, parent: QWidget | None, title: str, name: str, files: str) -> Path | None:
    """Where to write a file that is called ``name`` unless the person says otherwise; None if they will not."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(start_folder(kind) / name), files)
    return _chosen(kind, chosen)


def ask_for_folder(kind: Kind, parent: QWidget | None, title: str) -> Path | None:
    """A folder; None if the person changed their mind."""
    folder = QFileDialog.getExistingDirectory(parent, title, str(start_folder(kind)))
    return _chosen(kind, folder)


def start_folder(kind: Kind) -> Path:
    """Where a dialog begins: the last folder if it is still there, the library for runs, else a folder of theirs."""
    usual = Path(QStandardPaths.writableLocation(kind.value[1]))
    library = runs_folder() if kind is Kind.RUN else None
    candidates = (LAST.get(kind), library, usual)
    return next((folder for folder in candidates if folder is not None and folder.is_dir()), Path.home())


def _chosen(kind: Kind, name: str) -> Path | None:
    if not name:
        return None
    path = Path(name)
    LAST.set(kind, path.absolute().parent)
    return path
