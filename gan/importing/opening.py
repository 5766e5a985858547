"""From a stranger's file to a generator of ours: read safely, worked out, and kept as ``.safetensors``."""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gan.errors import LatentariumError, UsageError
from gan.importing.reading import ForeignFileError, read_weights_file
from gan.importing.state_dicts import StateDict, find_state_dicts
from gan.importing.wording import printable
from gan.json_file import JsonError, converted
from gan.model.architecture import Layout
from gan.model.checkpoint import SUFFIX, save_generator
from gan.places import data_folder

OPEN = 0.08
"""Where a runner-up that draws other pictures costs so little more, the choice is left to the person."""
LONGEST_STEM, LONGEST_PATH = 40, 200
_WEIGHT = ".weight"
IMPORTED_FROM, IMPORTED_KIND, IMPORTED_SHA256 = "imported_from", "imported_kind", "imported_sha256"
_REPORT, _STATISTICS, _USELESS = "report", "statistics", "useless"
"""Keys and a value of the provenance of what was imported."""


@dataclass(frozen=True)
class Assumptions:
    """What a person says instead of leaving it to the evidence.

    ``layers`` are (stride, padding) or (stride, padding, output padding) by the layer's name in the file or our
    block's name, ``activation`` is that of the hidden layers and ``size`` the pictures' side in pixels.
    """

    layers: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    activation: str | None = None
    size: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said."""
        return not self.layers and self.activation is None and self.size is None


@dataclass(frozen=True)
class Finding:
    """What was worked out of one layer, ``layer`` being its name in the file.

    ``evidence`` says what speaks for ``chosen``, ``runner_up`` what came next (empty if nothing else was possible).
    """

    layer: str
    chosen: str
    evidence: str
    runner_up: str = ""


@dataclass(frozen=True, eq=False)
class Reading:
    """One way to read the file: a whole generator. ``cost`` is lower for likelier ones.

    ``differs`` says in a few words what tells it from the likeliest. ``useless_statistics``: the BatchNorm statistics
    in the file do not belong to these weights, so that only a batch's own give pictures.
    """

    layout: Layout
    weights: Mapping[str, Any]
    cost: float
    findings: tuple[Finding, ...]
    differs: str = ""
    useless_statistics: bool = False


@dataclass(frozen=True, eq=False)
class Import:
    """What a file was found to be, the likeliest reading first."""

    path: Path
    kind: str
    sha256: str
    network: str
    """Where in the file the weights lie; empty for the whole file."""
    readings: tuple[Reading, ...]

    @property
    def is_open(self) -> bool:
        """Whether the evidence leaves more than one reading."""
        return len(self.choices) > 1

    @property
    def choices(self) -> tuple[Reading, ...]:
        """The readings that a person may choose from: those that are about as likely as the first."""
        return tuple(reading for reading in self.readings if reading.cost <= self.readings[0].cost + OPEN)


def import_generator(path: Path, assumptions: Assumptions | None = None) -> Import:
    """Work out what generator ``path`` holds; nothing of the file is run. Takes seconds.

    Raises :class:`LatentariumError` with one line that says what the file seems to be, and :class:`UsageError` for
    assumptions of layers that it does not have.
    """
    contents, said = read_weights_file(path), assumptions or Assumptions()
    try:
        networks = find_state_dicts(contents)
        _check_layers(networks, said)
        network, readings = _first_generator(networks, said)
    except UsageError:
        raise
    except LatentariumError as error:
        raise ForeignFileError(f"{printable(str(path), LONGEST_PATH)} holds no generator to open: {error}") from error
    return Import(path, contents.kind, contents.sha256, network.name, readings)


def _first_generator(networks: Sequence[StateDict], said: Assumptions) -> tuple[StateDict, tuple[Reading, ...]]:
    """The likeliest of ``networks`` that is one. Raises :class:`LatentariumError` for the likeliest if none is."""
    from gan.importing.candidates import readings_of

    problems = []
    for network in _likeliest_first(networks):
        try:
            readings = readings_of(network.arrays, network.extras, said)
        except LatentariumError as error:
            problems.append(error)
        else:
            if readings:
                return network, tuple(readings)
            problems.append(ForeignFileError("nothing that is known here fits its layers and what was assumed"))
    raise ForeignFileError(str(problems[0])) from problems[0]


def _likeliest_first(networks: Sequence[StateDict]) -> list[StateDict]:
    """Generators before networks of unknown role; discriminators last; averages before what they average."""
    ranks = {"generator": 0, "": 1, "discriminator": 2}
    return sorted(networks, key=lambda network: (ranks[network.role], not network.is_average))


def _check_layers(networks: Sequence[StateDict], assumptions: Assumptions) -> None:
    """Raises :class:`UsageError` for assumptions of layers that there are not."""
    names = [name.removesuffix(_WEIGHT) for network in networks for name in _convolutions(network)]
    blocks = {f"block{number + 1}" for number in range(max(map(_layer_count, networks)))}
    for name in assumptions.layers:
        if name not in blocks and name not in names:
            raise UsageError(f"there is no convolution {name!r} in the file; it has {', '.join(names) or 'none'}")


def _convolutions(network: StateDict) -> Iterator[str]:
    return (name for name, array in network.arrays.items() if array.ndim == 4 and name.endswith(_WEIGHT))


def _layer_count(network: StateDict) -> int:
    return sum(array.ndim in (2, 4) for array in network.arrays.values())


def save_reading(path: Path, found: Import, reading: Reading) -> None:
    """Write ``reading`` as a generator of ours, its report in the provenance. Raises :class:`gan.files.FileError`."""
    provenance = {
        IMPORTED_FROM: found.path.name,
        IMPORTED_KIND: found.kind,
        IMPORTED_SHA256: found.sha256,
        _REPORT: [vars(finding) for finding in reading.findings],
    }
    if reading.useless_statistics:
        provenance[_STATISTICS] = _USELESS
    save_generator(path, reading.weights, reading.layout, provenance)


def report_of(provenance: Mapping[str, Any]) -> tuple[Finding, ...]:
    """What was worked out when a generator was imported; empty for all others, and where it cannot be read."""
    try:
        return tuple(converted(provenance.get(_REPORT, []), list[Finding]))
    except JsonError:
        return ()


def has_useless_statistics(provenance: Mapping[str, Any]) -> bool:
    """Whether the BatchNorm statistics in a file of this ``provenance`` do not belong to its weights."""
    return provenance.get(_STATISTICS) == _USELESS


def kept_import(path: Path, assumptions: Assumptions | None = None) -> Path | None:
    """The file of ours that ``path`` was imported as before, if it was and has not changed since.

    Raises :class:`ForeignFileError` for a file that cannot be read.
    """
    kept = _place(path, _digest(path), assumptions)
    return kept if kept.is_file() else None


def keep_import(found: Import, reading: Reading, assumptions: Assumptions | None = None) -> Path:
    """Keep ``reading`` among the user's imports, so that opening the file again asks nothing and takes no time.

    What was kept of the same file and assumptions is replaced. Raises :class:`gan.files.FileError`.
    """
    kept = _place(found.path, found.sha256, assumptions)
    save_reading(kept, found, reading)
    return kept


def imports_folder() -> Path:
    """Where generators that others made are kept as files of ours."""
    return data_folder() / "imported"


def _place(path: Path, digest: str, assumptions: Assumptions | None) -> Path:
    said = assumptions or Assumptions()
    layers = sorted((name, list(numbers)) for name, numbers in said.layers.items())
    more = json.dumps([layers, said.activation, said.size])
    key = hashlib.sha256(f"{digest} {more}".encode()).hexdigest()[:12]
    return imports_folder() / f"{path.stem[:LONGEST_STEM]}-{key}{SUFFIX}"


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ForeignFileError(f"{os.fspath(path)} cannot be read: {error.strerror or error}") from error
