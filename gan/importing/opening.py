"""From a stranger's file to a generator of ours: read safely, worked out, and kept as ``.safetensors``."""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from gan.errors import LatentariumError, UsageError, reason_of
from gan.importing.discriminators import FoundDiscriminator, looks_like_discriminator
from gan.importing.joining import Judge, judged_size, possible_discriminators, with_discriminator
from gan.importing.naming import DISCRIMINATOR, GENERATOR
from gan.importing.reading import ForeignFileError, read_weights_file
from gan.importing.readings import OPEN, Assumptions, Finding, Import, KeptFinding, Reading
from gan.importing.state_dicts import StateDict, find_state_dicts
from gan.importing.wording import printable
from gan.json_file import JsonError, converted
from gan.model.checkpoint import SUFFIX, discriminator_beside, save_discriminator, save_generator
from gan.model.damage import unsound_of
from gan.model.layout import Layout
from gan.places import data_folder
from gan.words import marked, tr

__all__ = [
    "IMPORTED_FROM",
    "IMPORTED_KIND",
    "IMPORTED_SHA256",
    "OPEN",
    "Assumptions",
    "Finding",
    "Import",
    "Reading",
    "has_useless_statistics",
    "import_generator",
    "imports_folder",
    "keep_import",
    "kept_import",
    "report_of",
    "save_reading",
]

EDITION = 1
"""Another one once files are read better, so that those that were kept are read anew."""
LONGEST_STEM, LONGEST_PATH = 40, 200
_WEIGHT = ".weight"
_DISCRIMINATOR = marked("it takes a picture and gives one number, so it is a discriminator; open the generator instead")
_NOTHING_FITS = marked("no arrangement of its layers gives a square picture; --assume can say strides and paddings")
_NOTHING_FITS_WHAT_IS_SAID = marked("nothing that is known here fits its layers and what was assumed")
IMPORTED_FROM, IMPORTED_KIND, IMPORTED_SHA256 = "imported_from", "imported_kind", "imported_sha256"
_REPORT, _STATISTICS, _USELESS = "report", "statistics", "useless"
"""Keys and a value of the provenance of what was imported."""


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
        raise ForeignFileError(
            tr("{path} holds no generator to open: {error}", path=printable(str(path), LONGEST_PATH), error=error)
        ) from error
    found = Import(path, contents.kind, contents.sha256, network.name, readings)
    judges = list(possible_discriminators(path, [other for other in networks if other is not network]))
    joined = with_discriminator(found, judges)
    size = judged_size(found, judges)
    if joined.discriminator is not None or said.size is not None or size is None:
        return joined
    return _of_size(joined, network, judges, replace(said, size=size))


def _first_generator(networks: Sequence[StateDict], said: Assumptions) -> tuple[StateDict, tuple[Reading, ...]]:
    """The likeliest of ``networks`` that is one. Raises :class:`LatentariumError` for the likeliest if none is."""
    from gan.importing.candidates import readings_of

    problems: list[LatentariumError] = []
    for network in _likeliest_first(networks):
        if looks_like_discriminator(network):
            problems.append(ForeignFileError(tr(_DISCRIMINATOR)))
            continue
        if unsound := unsound_of(network.arrays):
            problems.append(ForeignFileError(unsound))
            continue
        try:
            readings = readings_of(network.arrays, network.extras, _in_names_of(network, said))
        except UsageError:
            raise
        except LatentariumError as error:
            problems.append(error)
        else:
            if readings:
                return network, tuple(readings)
            problems.append(ForeignFileError(tr(_NOTHING_FITS if said.is_empty else _NOTHING_FITS_WHAT_IS_SAID)))
    raise ForeignFileError(problems[0].words) from problems[0]


def _of_size(found: Import, network: StateDict, judges: Sequence[Judge], said: Assumptions) -> Import:
    """``network`` as a generator of pictures of the size that a discriminator takes, or else ``found``."""
    try:
        _, readings = _first_generator([network], said)
    except LatentariumError:
        return found
    again = with_discriminator(replace(found, readings=readings), judges)
    return found if again.discriminator is None else again


def _likeliest_first(networks: Sequence[StateDict]) -> list[StateDict]:
    """Generators before networks of unknown role; discriminators last; averages before what they average."""
    ranks = {GENERATOR: 0, "": 1, DISCRIMINATOR: 2}
    return sorted(networks, key=lambda network: (ranks[network.role], not network.is_average))


def _in_names_of(network: StateDict, said: Assumptions) -> Assumptions:
    """``said`` with the names that layers have in ``network``, which are without what all of the file's begin with."""
    prefix = f"{network.name}."
    return replace(said, layers={name.removeprefix(prefix): numbers for name, numbers in said.layers.items()})


def _check_layers(networks: Sequence[StateDict], said: Assumptions) -> None:
    """Raises :class:`UsageError` for assumptions of layers that there are not."""
    names = [name.removesuffix(_WEIGHT) for network in networks for name in _convolutions(network)]
    blocks = {f"block{number + 1}" for number in range(max(map(_layer_count, networks)))}
    known = {name for network in networks for name in _in_names_of(network, said).layers} & {*names, *blocks}
    for name in said.layers:
        if not any(name == one or name.endswith(f".{one}") for one in known):
            raise UsageError(
                tr(
                    "there is no convolution {name!r} in the file; it has {names}",
                    name=name,
                    names=", ".join(names) or tr("none"),
                )
            )


def _convolutions(network: StateDict) -> Iterator[str]:
    return (name for name, array in network.arrays.items() if array.ndim == 4 and name.endswith(_WEIGHT))


def _layer_count(network: StateDict) -> int:
    return sum(array.ndim in (2, 4) for array in network.arrays.values())


def save_reading(path: Path, found: Import, reading: Reading) -> None:
    """Write ``reading`` as a generator of ours, its report in the provenance, and its discriminator beside it.

    Raises :class:`gan.files.FileError`.
    """
    origin = {IMPORTED_FROM: found.path.name, IMPORTED_KIND: found.kind, IMPORTED_SHA256: found.sha256}
    provenance = {**origin, _REPORT: [finding.to_json() for finding in reading.findings]}
    if reading.useless_statistics:
        provenance[_STATISTICS] = _USELESS
    save_generator(path, reading.weights, reading.layout, provenance)
    _save_discriminator(discriminator_beside(path), found.discriminator, reading.layout, origin)


def _save_discriminator(
    path: Path, found: FoundDiscriminator | None, layout: Layout, provenance: Mapping[str, Any]
) -> None:
    """One that does not judge the pictures of ``layout`` is none; that of another generator does not stay."""
    if found is None or found.layout.picture_shape != layout.picture_shape or found.layout.pixels != layout.pixels:
        with suppress(OSError):
            path.unlink(missing_ok=True)
        return
    save_discriminator(path, found.weights, found.layout, {**provenance, IMPORTED_FROM: found.origin})


def report_of(provenance: Mapping[str, Any]) -> tuple[Finding, ...]:
    """What was worked out when a generator was imported; empty for all others, and where it cannot be read."""
    try:
        return tuple(kept.said for kept in converted(provenance.get(_REPORT, []), list[KeptFinding]))
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
    more = json.dumps([EDITION, layers, said.activation, said.size])
    key = hashlib.sha256(f"{digest} {more}".encode()).hexdigest()[:12]
    return imports_folder() / f"{path.stem[:LONGEST_STEM]}-{key}{SUFFIX}"


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ForeignFileError(
            tr("{path} cannot be read: {reason}", path=os.fspath(path), reason=reason_of(error))
        ) from error
