"""Saving the window's session to a file and opening it again."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.arguments import Page
from app.toolkit.workspace import Workspace
from gan.errors import LatentariumError, UsageError
from gan.layers.catalogue import Upsampling
from gan.session_file import SUFFIX, SessionFile, find_referenced, load_session, reading, reference_to, save_session


def is_session(target: str) -> bool:
    """Whether ``target`` names a session file."""
    return Path(target).suffix.lower() == SUFFIX


def save(workspace: Workspace, path: Path, page: Page) -> None:
    """Write all that the window would need to look the same again. Raises :class:`LatentariumError`."""
    session = workspace.session
    if session.model is None:
        raise UsageError("open a model before saving a session")
    looked_at = session.inspection
    view = {"page": page.value, "layer": looked_at.layer, "upsampling": looked_at.upsampling.value}
    parts = {**workspace.parts.to_json(), "view": view}
    save_session(path, SessionFile(reference_to(session.model.source), session.z, parts))


def open_session(workspace: Workspace, path: Path) -> Page | None:
    """Bring back what was saved in ``path``; returns the page that was shown. It cannot be undone.

    Parts of tools that are not there, or that the file lacks, are left out. Raises :class:`LatentariumError` before
    anything is changed.
    """
    contents, session = load_session(path), workspace.session
    with reading(path):
        restores = workspace.parts.from_json(contents.parts, len(contents.z))
    workspace.runs.open_source(find_referenced(contents.model, path.parent))
    session.undo_stack.clear()
    for restore in restores:
        restore()
    view = contents.parts.get("view")
    page = _restore_view(workspace, view if isinstance(view, dict) else {})
    session.set_z(contents.z)
    session.undo_stack.clear()
    return page


def _restore_view(workspace: Workspace, view: Mapping[str, Any]) -> Page | None:
    """A view of another version of this program may name what is not there; the rest holds all the same."""
    try:
        workspace.session.inspection.select_layer(str(view.get("layer")))
        workspace.session.inspection.set_upsampling(Upsampling(view.get("upsampling", Upsampling.NATIVE.value)))
    except (LatentariumError, ValueError):
        pass
    page = view.get("page")
    return Page(page) if page in list(Page) else None
