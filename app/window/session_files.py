"""Saving the window's session to a file and opening it again."""

from pathlib import Path

from app.arguments import Page
from app.session.session import Endpoint, Session
from gan.errors import LatentariumError, UsageError
from gan.layers.catalogue import Upsampling
from gan.request import BatchStatistics
from gan.session_file import SessionFile, find_referenced, load_session, reference_to, save_session


def save(session: Session, path: Path, page: Page) -> None:
    """Write all that ``session`` would need to look the same again. Raises :class:`LatentariumError`."""
    if session.model is None:
        raise UsageError("open a model before saving a session")
    batch = session.edits.batch
    contents = SessionFile(
        model=reference_to(session.model.source),
        z=session.z,
        favourites=session.favourites.current,
        plan=session.route.plan,
        corners=session.corners.points,
        directions=session.directions.current,
        edits=tuple(session.edits.save_state()),
        batch=None if batch is None else batch.size,
        baskets=session.baskets.contents,
        ends=(session.endpoint(Endpoint.A), session.endpoint(Endpoint.B)),
        mode=session.mode,
        view={"page": page.value, "layer": session.selected_layer, "upsampling": session.upsampling.value},
    )
    save_session(path, contents)


def open_session(session: Session, path: Path) -> Page | None:
    """Bring back what was saved in ``path``; returns the page that was shown. It cannot be undone.

    Raises :class:`LatentariumError` before anything is changed.
    """
    contents = load_session(path)
    source = find_referenced(contents.model, path.parent)
    session.open_source(source)
    session.undo_stack.clear()
    session.edits.restore_state(contents.edits)
    session.edits.set_batch(None if contents.batch is None else BatchStatistics(contents.batch))
    session.favourites.show(contents.favourites)
    session.baskets.show(contents.baskets)
    session.directions.show(contents.directions)
    session.route.show(contents.plan)
    if contents.corners:
        session.corners.show(contents.corners)
    if contents.ends is not None:
        session.show_way(contents.ends, contents.mode)
    _restore_view(session, contents)
    session.set_z(contents.z)
    session.undo_stack.clear()
    return _page(contents)


def _restore_view(session: Session, contents: SessionFile) -> None:
    """A view of another version of this program may name what is not there; the rest holds all the same."""
    try:
        session.select_layer(str(contents.view.get("layer")))
        session.set_upsampling(Upsampling(contents.view.get("upsampling", Upsampling.NATIVE.value)))
    except (LatentariumError, ValueError):
        return


def _page(contents: SessionFile) -> Page | None:
    page = contents.view.get("page")
    return Page(page) if page in list(Page) else None
