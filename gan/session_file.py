"""A session as one JSON file: which generator, where in latent space, what was found and kept.

Numbers are written such that they read back as the same 32-bit floats, so the pictures are the same to the bit; the
same session gives the same bytes. Pictures are not stored: they follow from the rest.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from gan.errors import LatentariumError, UsageError
from gan.explore.directions import Directions
from gan.explore.latent import Latent, Mode
from gan.explore.paths import Easing, Keyframe, Plan
from gan.files import write_whole
from gan.sources import ModelSource, find_model

FORMAT = "latentarium-session-1"
SUFFIX = ".json"


class SessionFileError(LatentariumError):
    """A file that is no session, or one whose generator is not there."""


@dataclass(frozen=True)
class ModelReference:
    """A generator's file: its name for people, its path when the session was saved, and the SHA-256 of its bytes."""

    name: str
    path: str
    sha256: str


@dataclass(frozen=True, eq=False)
class Favourite:
    """A point that was kept, (z_dim,), with a name and a note."""

    name: str
    z: Latent
    note: str = ""


@dataclass(frozen=True, eq=False)
class SessionFile:
    """All that is saved.

    ``baskets`` are the examples of A, B and C in vector arithmetic; ``ends`` are A and B of the interpolation, joined
    by ``mode``; ``plan`` is the path of keyframes, ``corners`` are the four of the grid, or none; ``edits`` are texts
    as ``--edit`` takes them; ``batch`` is how many pictures BatchNorm normalises by, if it does not use the running
    statistics; ``view`` holds plain values by name.
    """

    model: ModelReference
    z: Latent
    favourites: tuple[Favourite, ...] = ()
    baskets: tuple[tuple[Latent, ...], ...] = ((), (), ())
    ends: tuple[Latent, Latent] | None = None
    mode: Mode = Mode.SLERP
    plan: Plan = field(default_factory=Plan)
    corners: tuple[Latent, ...] = ()
    directions: Directions | None = None
    edits: tuple[str, ...] = ()
    batch: int | None = None
    view: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        points = [kept.z for kept in self.favourites]
        points += [z for basket in self.baskets for z in basket]
        points += self.ends or ()
        points += [keyframe.z for keyframe in self.plan.keyframes]
        points += self.corners
        if any(point.shape != self.z.shape for point in points):
            raise UsageError("points of a session must all have the same number of dimensions")
        if len(self.corners) not in (0, 4):
            raise UsageError("a grid has four corners")
        if self.directions is not None:
            self.directions.require_fit(len(self.z))


def reference_to(source: ModelSource) -> ModelReference:
    """How a session names the generator in ``source``. Raises :class:`SessionFileError` if its file is gone."""
    return ModelReference(source.name, str(source.path.absolute()), _hash(source.path))


def find_referenced(model: ModelReference, beside: Path) -> ModelSource:
    """The very generator that ``model`` refers to: where it was, under its name, or in the folder ``beside``.

    Raises :class:`SessionFileError` if there is none, or only one that has changed since.
    """
    path = Path(model.path)
    candidates = [candidate for candidate in (path, beside / path.name) if candidate.is_file()]
    for candidate in candidates:
        if _hash(candidate) == model.sha256:
            return replace(find_model(str(candidate)), name=model.name)
    named = _find_by_name(model)
    if named is not None:
        return named
    if candidates:
        raise SessionFileError(
            f"{candidates[0]} has changed since this session was saved; put the old file back, or beside the session"
        )
    raise SessionFileError(f"this session's generator is gone: {path}; put it back, or beside the session")


def save_session(path: Path, session: SessionFile) -> None:
    """Write ``session`` whole or not at all. Raises :class:`gan.files.FileError`."""
    write_whole(path, (json.dumps(_to_json(session), indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode())


def load_session(path: Path) -> SessionFile:
    """The session in ``path``. Raises :class:`SessionFileError`."""
    try:
        values = json.loads(path.read_text("utf-8"))
        if not isinstance(values, dict) or values.get("format") != FORMAT:
            raise SessionFileError(f"{path} is not a session that this program wrote")
        return _from_json(values)
    except FileNotFoundError:
        raise SessionFileError(f"there is no file {path}") from None
    except (OSError, ValueError, KeyError, IndexError, TypeError, AttributeError, UsageError) as error:
        raise SessionFileError(f"{path} cannot be read as a session ({error})") from error


def _find_by_name(model: ModelReference) -> ModelSource | None:
    """A bundled generator lies elsewhere on another computer."""
    try:
        source = find_model(model.name)
    except LatentariumError:
        return None
    snapshots = [snapshot.path for snapshot in source.run.snapshots()] if source.run else [source.path]
    same = [path for path in reversed(snapshots) if path.name == Path(model.path).name and _hash(path) == model.sha256]
    return ModelSource(source.name, same[0], source.run) if same else None


def _hash(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise SessionFileError(f"cannot read {path}: {error.strerror}") from error


def _to_json(session: SessionFile) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "model": {"name": session.model.name, "path": session.model.path, "sha256": session.model.sha256},
        "z": session.z.tolist(),
        "favourites": [{"name": kept.name, "note": kept.note, "z": kept.z.tolist()} for kept in session.favourites],
        "baskets": [[z.tolist() for z in basket] for basket in session.baskets],
        "ends": None if session.ends is None else [end.tolist() for end in session.ends],
        "mode": session.mode.value,
        "path": _plan_to_json(session.plan),
        "corners": [z.tolist() for z in session.corners],
        "directions": None if session.directions is None else _directions_to_json(session.directions),
        "edits": list(session.edits),
        "batch": session.batch,
        "view": dict(session.view),
    }


def _plan_to_json(plan: Plan) -> dict[str, Any]:
    return {
        "mode": plan.mode.value,
        "easing": plan.easing.value,
        "closed": plan.closed,
        "keyframes": [{"z": keyframe.z.tolist(), "seconds": keyframe.seconds} for keyframe in plan.keyframes],
    }


def _directions_to_json(directions: Directions) -> dict[str, Any]:
    return {
        "method": directions.method,
        "model": directions.model,
        "names": list(directions.names),
        "shares": directions.shares.tolist(),
        "vectors": directions.vectors.tolist(),
    }


def _from_json(values: dict[str, Any]) -> SessionFile:
    model, batch, ends = values["model"], values["batch"], values["ends"]
    favourites = [Favourite(str(kept["name"]), _point(kept["z"]), str(kept["note"])) for kept in values["favourites"]]
    return SessionFile(
        model=ModelReference(str(model["name"]), str(model["path"]), str(model["sha256"])),
        z=_point(values["z"]),
        favourites=tuple(favourites),
        baskets=_baskets(values["baskets"]),
        ends=None if ends is None else (_point(ends[0]), _point(ends[1])),
        mode=Mode(values["mode"]),
        plan=Plan() if values["path"] is None else _plan_from_json(values["path"]),
        corners=tuple(map(_point, values.get("corners", ()))),
        directions=None if values["directions"] is None else _directions_from_json(values["directions"]),
        edits=tuple(map(str, values["edits"])),
        batch=None if batch is None else int(batch),
        view=dict(values["view"]),
    )


def _plan_from_json(values: dict[str, Any]) -> Plan:
    keyframes = tuple(Keyframe(_point(each["z"]), float(each["seconds"])) for each in values["keyframes"])
    return Plan(keyframes, Mode(values["mode"]), Easing(values["easing"]), bool(values["closed"]))


def _directions_from_json(values: dict[str, Any]) -> Directions:
    return Directions(
        str(values["method"]),
        np.array(values["vectors"], np.float32),
        np.array(values["shares"], np.float32),
        tuple(map(str, values["names"])),
        str(values["model"]),
    )


def _baskets(values: list[list[list[float]]]) -> tuple[tuple[Latent, ...], ...]:
    if len(values) != 3:
        raise UsageError("vector arithmetic needs three baskets")
    return tuple(tuple(map(_point, basket)) for basket in values)


def _point(values: list[float]) -> Latent:
    point = np.array(values, np.float32)
    if point.ndim != 1 or not len(point) or not np.isfinite(point).all():
        raise UsageError("a point is no list of finite numbers")
    return point
