"""A session as one JSON file: which generator, where in latent space, and what each tool has found and kept.

Numbers are written such that they read back as the same 32-bit floats, so the pictures are the same to the bit; the
same session gives the same bytes. Pictures are not stored: they follow from the rest.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from textwrap import shorten
from typing import Annotated, Any

import numpy as np
from msgspec import Meta

from gan.errors import LatentariumError, UsageError, reason_of
from gan.explore.latent import Latent
from gan.files import is_there, write_whole
from gan.json_file import LARGEST_COLLECTION, JsonError, read_json, shaped
from gan.sources import ModelSource, bundled_models, find_model
from gan.words import tr

FORMAT = "latentarium-session-1"
SUFFIX = ".json"
LONGEST_TOLD = 300
LONGEST_PATH = 4096
"""Characters of a path on any system."""


class SessionFileError(LatentariumError):
    """A file that is no session, or one whose generator is not there."""


@dataclass(frozen=True)
class ModelReference:
    """A generator's file: its name for people, its path when the session was saved, and the SHA-256 of its bytes."""

    name: Annotated[str, Meta(max_length=LONGEST_PATH)]
    path: Annotated[str, Meta(max_length=LONGEST_PATH)]
    sha256: Annotated[str, Meta(max_length=LONGEST_PATH)]


@dataclass(frozen=True, eq=False)
class SessionFile:
    """All that is saved; ``z`` has shape (z_dim,), ``parts`` are the tools' own plain values by name."""

    model: ModelReference
    z: Latent
    parts: Mapping[str, Any] = field(default_factory=dict)


def reference_to(source: ModelSource) -> ModelReference:
    """How a session names the generator in ``source``. Raises :class:`SessionFileError` if its file is gone."""
    return ModelReference(source.name, str(source.path.absolute()), _hash(source.path))


def find_referenced(model: ModelReference, beside: Path) -> ModelSource:
    """The very generator that ``model`` refers to: where it was, under its name, or in the folder ``beside``.

    Raises :class:`SessionFileError` if there is none, or only one that has changed since.
    """
    path = Path(model.path)
    candidates = [candidate for candidate in (path, beside / path.name) if is_there(candidate) and candidate.is_file()]
    for candidate in candidates:
        if _hash(candidate) == model.sha256:
            return replace(find_model(str(candidate)), name=model.name)
    named = _find_by_name(model)
    if named is not None:
        return named
    if candidates:
        raise SessionFileError(
            tr(
                "{path} has changed since this session was saved; put the old file back, or beside the session",
                path=candidates[0],
            )
        )
    told = shorten(str(path), LONGEST_TOLD)
    raise SessionFileError(
        tr("this session's generator is gone: {told}; put it back, or beside the session", told=told)
    )


def save_session(path: Path, session: SessionFile) -> None:
    """Write ``session`` whole or not at all. Raises :class:`gan.files.FileError`."""
    model = {"name": session.model.name, "path": session.model.path, "sha256": session.model.sha256}
    values = {**session.parts, "format": FORMAT, "model": model, "z": session.z.tolist()}
    write_whole(path, (json.dumps(values, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode())


def load_session(path: Path) -> SessionFile:
    """The session in ``path``. Raises :class:`SessionFileError`."""
    with reading(path):
        values = read_json(path, dict[str, Any], LARGEST_COLLECTION)
        if values.pop("format", None) != FORMAT:
            raise SessionFileError(tr("{path} is not a session that this program wrote", path=path))
        reference = shaped(values.pop("model", None), ModelReference)
        return SessionFile(reference, as_point(values.pop("z", None)), values)


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Within the block, what does not belong into a session is a :class:`SessionFileError` that names ``path``."""
    try:
        yield
    except SessionFileError:
        raise
    except FileNotFoundError:
        raise SessionFileError(tr("there is no file {path}", path=path)) from None
    except (OSError, LatentariumError) as error:
        raise SessionFileError(tr("{path} cannot be read as a session ({error})", path=path, error=error)) from error


def as_point(values: Any, z_dim: int | None = None) -> Latent:
    """A list of numbers as a point (z_dim,).

    Raises :class:`UsageError` for anything else, and for a point that has not ``z_dim`` dimensions, if that is given.
    """
    point = as_numbers(values)
    if not len(point):
        raise UsageError("a point is no list of finite numbers")
    if z_dim is not None and len(point) != z_dim:
        raise UsageError("points of a session must all have the same number of dimensions")
    return point


def as_numbers(values: Any) -> Latent:
    """A list of N numbers as float32 (N,). Raises :class:`UsageError` for anything else."""
    try:
        with np.errstate(over="ignore"):  # what is too large for 32 bits becomes infinite, and is refused
            numbers = np.array(shaped(values, list[float]), np.float32)
    except JsonError as error:
        raise UsageError("a point is no list of finite numbers") from error
    if not np.isfinite(numbers).all():
        raise UsageError("a point is no list of finite numbers")
    return numbers


def _find_by_name(model: ModelReference) -> ModelSource | None:
    """A bundled generator lies elsewhere on another computer."""
    if model.name not in bundled_models():
        return None
    source = find_model(model.name)
    snapshots = [snapshot.path for snapshot in source.run.snapshots()] if source.run else [source.path]
    same = [path for path in reversed(snapshots) if path.name == Path(model.path).name and _hash(path) == model.sha256]
    return ModelSource(source.name, same[0], source.run) if same else None


def _hash(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise SessionFileError(tr("cannot read {path}: {reason}", path=path, reason=reason_of(error))) from error
