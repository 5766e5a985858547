"""What was worked out of a stranger's file, as the process that does so hands it to the window: files in a folder."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from app.session.open_model import OpenModel
from gan.files import write_whole
from gan.importing.discriminators import FoundDiscriminator
from gan.importing.opening import Import, Reading, has_useless_statistics, report_of
from gan.json_file import JsonError, read_json
from gan.model.checkpoint import (
    SUFFIX,
    Checkpoint,
    discriminator_beside,
    discriminator_config,
    read_checkpoint,
    read_weights,
)
from gan.model.discriminator_layout import DiscriminatorLayout
from gan.model.layout import Layout
from gan.sources import ModelSource
from gan.words import Relayed, Wording, wording_of

_SUMMARY = "found.json"


@dataclass(frozen=True)
class _Candidate:
    cost: float
    differs: Wording
    is_choice: bool = False


@dataclass(frozen=True)
class Summary:
    """Of the whole file, and of each reading of it.

    One with a ``problem``, words for people, has found nothing.
    """

    kind: str = ""
    sha256: str = ""
    network: str = ""
    candidates: tuple[_Candidate, ...] = ()
    joined_from: str = ""
    """Where the discriminator lies that goes with the likeliest."""
    problem: Wording | None = None


@dataclass(frozen=True)
class Candidate:
    """One reading: a generator's file, and how it compares with the likeliest one."""

    checkpoint: Checkpoint
    cost: float
    differs: str
    is_choice: bool
    """Whether it is about as likely as the first."""

    @property
    def picture(self) -> Path:
        """A grid of its pictures; not there if it draws none."""
        return picture_beside(self.checkpoint.path)

    @property
    def description(self) -> str:
        """Such as ``28×28 grey, z of 100``."""
        name = self.checkpoint.path.name
        return OpenModel(ModelSource(name, self.checkpoint.path), self.checkpoint).description


@dataclass(frozen=True)
class WorkedOut:
    """All readings of the file ``original``, the likeliest first. Their files go with :meth:`discard`."""

    original: Path
    summary: Summary
    candidates: tuple[Candidate, ...]
    folder: "TemporaryDirectory[str]"

    @property
    def choices(self) -> tuple[Candidate, ...]:
        """Those that a person has to choose from."""
        return tuple(candidate for candidate in self.candidates if candidate.is_choice)

    def discard(self) -> None:
        """Remove its files."""
        self.folder.cleanup()

    def as_import(self, candidate: Candidate) -> tuple[Import, Reading]:
        """What :func:`gan.importing.opening.keep_import` takes; reads the weights."""
        checkpoint, summary = candidate.checkpoint, self.summary
        assert isinstance(checkpoint.config, Layout)
        reading = Reading(
            checkpoint.config,
            read_weights(checkpoint.path),
            candidate.cost,
            report_of(checkpoint.provenance),
            candidate.differs,
            has_useless_statistics(checkpoint.provenance),
        )
        judge = _discriminator_of(checkpoint, summary.joined_from)
        return Import(self.original, summary.kind, summary.sha256, summary.network, (reading,), judge), reading


def _discriminator_of(checkpoint: Checkpoint, origin: str) -> FoundDiscriminator | None:
    """The one that was joined to the generator of ``checkpoint``, which comes from ``origin``."""
    path = discriminator_beside(checkpoint.path)
    if not path.is_file():
        return None
    layout = discriminator_config(path)
    assert isinstance(layout, DiscriminatorLayout)
    return FoundDiscriminator(layout, read_weights(path), origin=origin)


def reading_file(folder: Path, place: int) -> Path:
    """Where the generator of a reading lies."""
    return folder / f"{place}{SUFFIX}"


def picture_beside(path: Path) -> Path:
    """Where the grid of its pictures lies."""
    return path.with_suffix(".png")


def write_summary(folder: Path, found: Import) -> None:
    """Hand over ``found``, whose readings lie in ``folder`` already."""
    choices = found.choices
    candidates = tuple(
        _Candidate(reading.cost, wording_of(reading.differs), any(reading is one for one in choices))
        for reading in found.readings
    )
    joined_from = "" if found.discriminator is None else found.discriminator.origin
    _write(folder, Summary(found.kind, found.sha256, found.network, candidates, joined_from))


def write_problem(folder: Path, problem: str) -> None:
    """Hand over why nothing was found."""
    _write(folder, Summary(problem=wording_of(problem)))


def _write(folder: Path, summary: Summary) -> None:
    write_whole(folder / _SUMMARY, json.dumps(asdict(summary)).encode())


def read_summary(folder: Path) -> Summary | None:
    """What was handed over in ``folder``; None if its process ended before that."""
    try:
        return read_json(folder / _SUMMARY, Summary)
    except (JsonError, OSError):
        return None


def read_candidates(folder: Path, summary: Summary) -> tuple[Candidate, ...]:
    """The readings in ``folder``. Raises :class:`gan.model.checkpoint.CheckpointError`."""
    return tuple(
        Candidate(read_checkpoint(reading_file(folder, place)), one.cost, Relayed.by(one.differs), one.is_choice)
        for place, one in enumerate(summary.candidates)
    )
