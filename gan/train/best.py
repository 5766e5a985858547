"""The best snapshot of a run: which one it is, by what, and the discriminator that it was trained against."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from gan.files import FileError, write_whole
from gan.json_file import JsonError, read_json
from gan.measure.measures import MEASURES
from gan.train.events import MOST, Count
from gan.words import tr

if TYPE_CHECKING:
    from gan.train.run import Run, Snapshot

FOLDER = "best"


@dataclass(frozen=True)
class Best:
    """The snapshot of ``step`` had the lowest ``value``.

    It is that of the ``measure`` of so many generated ``pictures`` in the feature ``space``, and says nothing beside
    one of another kind.
    """

    step: Count
    measure: str
    space: str
    pictures: Count
    value: Annotated[float, Meta(ge=-MOST, le=MOST)]

    @property
    def kind(self) -> tuple[str, str, int]:
        """What :attr:`value` can be compared with."""
        return self.measure, self.space, self.pictures

    @property
    def text(self) -> str:
        """For people: ``FID 23.4 (grey, 2,000 pictures)``."""
        return value_text(self.measure, self.value, self.space, self.pictures)


def value_text(measure: str, value: float, space: str, pictures: int) -> str:
    """For people: ``FID 23.4 (grey, 2,000 pictures)``."""
    return kind_text(f"{_title(measure)} {value:.{1 if abs(value) >= 10 else 2}f}", space, pictures)


def kind_text(measure: str, space: str, pictures: int) -> str:
    """For people: ``FID (grey, 2,000 pictures)``."""
    return tr("{measure} ({space}, {pictures:,} pictures)", measure=_title(measure), space=tr(space), pictures=pictures)


def _title(measure: str) -> str:
    known = MEASURES.get(measure)
    return measure if known is None else tr(known.title)


def best_of(run: "Run") -> "tuple[Snapshot, Best] | None":
    """The best snapshot that is there; None for a run that was never measured, such as one of an older version."""
    best = read_best(run.folder)
    if best is None:
        return None
    snapshot = next((each for each in run.snapshots() if each.step == best.step), None)
    return None if snapshot is None else (snapshot, best)


def read_best(folder: Path) -> Best | None:
    """What the run in ``folder`` says of its best snapshot, if anything; that may be gone."""
    try:
        return read_json(_mark_of(folder), Best)
    except (OSError, JsonError):
        return None


def write_best(folder: Path, best: Best) -> None:
    """Raises :class:`FileError`; what was written before then stays."""
    write_whole(_mark_of(folder), json.dumps(asdict(best)).encode())


def discriminator_of_best(folder: Path) -> Path:
    """Where the discriminator of the best snapshot belongs."""
    return folder / FOLDER / "discriminator.safetensors"


def copy_best(source: "Run", target: "Run") -> None:
    """Take the best of ``source``, with its snapshot, along into ``target``; nothing happens if there is none.

    Raises :class:`FileError`.
    """
    found = best_of(source)
    if found is None:
        return
    snapshot, best = found
    discriminator = discriminator_of_best(source.folder)
    try:
        write_whole(target.snapshot_path(best.step), snapshot.path.read_bytes())
        if discriminator.is_file():
            write_whole(discriminator_of_best(target.folder), discriminator.read_bytes())
    except OSError as error:
        raise FileError(f"cannot read {error.filename}: {error.strerror or error}") from error
    write_best(target.folder, best)


def _mark_of(folder: Path) -> Path:
    return folder / FOLDER / "best.json"
