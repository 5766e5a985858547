"""Saving the window's session to a file and opening it again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.arguments import Page
from app.toolkit.saved_parts import Restore
from app.toolkit.workspace import Workspace
from gan.errors import LatentariumError, UsageError
from gan.explore.latent import Latent
from gan.layers.catalogue import Upsampling
from gan.session_file import (
    SUFFIX,
    ModelReference,
    SessionFile,
    find_referenced,
    load_session,
    reading,
    reference_to,
    save_session,
)
from gan.sources import ModelSource, run_of
from gan.words import tr


@dataclass(frozen=True, eq=False)
class Snapshot:
    """All that a session file holds, as it was at one moment; ``z`` has shape (z_dim,)."""

    source: ModelSource
    z: Latent
    parts: Mapping[str, Any]


def is_session(target: str) -> bool:
    """Whether ``target`` names a session file."""
    return Path(target).suffix.lower() == SUFFIX


def snapshot(workspace: Workspace, page: Page) -> Snapshot | None:
    """What the window would need to look the same again; None before a model is open."""
    session = workspace.session
    if session.model is None:
        return None
    looked_at = session.inspection
    view = {"page": page.value, "layer": looked_at.layer, "upsampling": looked_at.upsampling.value}
    return Snapshot(session.model.source, session.z, {**workspace.parts.to_json(), "view": view})


def save(workspace: Workspace, path: Path, page: Page) -> None:
    """Write all that the window would need to look the same again. Raises :class:`LatentariumError`."""
    now = snapshot(workspace, page)
    if now is None:
        raise UsageError(tr("open a model before saving a session"))
    save_session(path, SessionFile(reference_to(now.source), now.z, now.parts))


def open_session(
    workspace: Workspace, path: Path, *, nearest: bool = False, source: ModelSource | None = None
) -> Page | None:
    """Bring back what was saved in ``path``; returns the page that was shown. It cannot be undone.

    With ``nearest``, a snapshot that its run has not kept gives way to the one that was trained about as long;
    ``source`` is the generator where it is not where the session says.
    Parts of tools that are not there, or that the file lacks, are left out. Raises :class:`LatentariumError` before
    anything is changed.
    """
    contents = load_session(path)
    with reading(path):
        restores = workspace.parts.from_json(contents.parts, len(contents.z))
    source = source or (_near(contents.model) if nearest else None)
    source = source or find_referenced(contents.model, path.parent)
    return _put_back(workspace, Snapshot(source, contents.z, contents.parts), restores)


def put_back(workspace: Workspace, before: Snapshot) -> Page | None:
    """Have everything as it was; returns the page that was shown. It cannot be undone.

    Raises :class:`LatentariumError` before anything is changed, as when the generator's file is gone.
    """
    return _put_back(workspace, before, workspace.parts.from_json(before.parts, len(before.z)))


def _put_back(workspace: Workspace, before: Snapshot, restores: Iterable[Restore]) -> Page | None:
    session = workspace.session
    workspace.runs.open_source(before.source)
    session.undo_stack.clear()
    for restore in restores:
        restore()
    view = before.parts.get("view")
    page = _restore_view(workspace, view if isinstance(view, dict) else {})
    session.set_z(before.z)
    session.undo_stack.clear()
    return page


def _near(model: ModelReference) -> ModelSource | None:
    """Runs thin their snapshots out while nobody looks; None if this one is there, or of no run that is."""
    path = Path(model.path)
    run = None if path.is_file() else run_of(path)
    snapshots = [] if run is None else run.snapshots()
    if not snapshots:
        return None
    later = [snapshot.path for snapshot in snapshots if snapshot.path.name >= path.name]
    return ModelSource(model.name, later[0] if later else snapshots[-1].path, run)


def _restore_view(workspace: Workspace, view: Mapping[str, Any]) -> Page | None:
    """A view of another version of this program may name what is not there; the rest holds all the same."""
    try:
        workspace.session.inspection.select_layer(str(view.get("layer")))
        workspace.session.inspection.set_upsampling(Upsampling(view.get("upsampling", Upsampling.NATIVE.value)))
    except (LatentariumError, ValueError):
        pass
    page = view.get("page")
    return Page(page) if page in list(Page) else None
