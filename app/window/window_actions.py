"""What can be done with the window itself: open, save, change the page."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.arguments import Page
from app.toolkit.actions import Action, Section
from app.widgets.file_dialogs import MODELS, Kind, ask_for_folder, ask_to_open, ask_to_save
from app.window.session_files import is_session
from gan.session_file import SUFFIX
from gan.words import marked, tr

PAGE_TEXTS = {Page.EXPLORE: marked("&Explore"), Page.LAYERS: marked("&Layers"), Page.TRAIN: marked("&Train")}


def open_actions(parent: QWidget, open_target: Callable[[str], object]) -> tuple[Action, ...]:
    """Ask for a file or folder, and open it with ``open_target``."""

    def model() -> None:
        _open(open_target, ask_to_open(Kind.MODEL, parent, tr("Open a generator"), tr(MODELS)))

    def run() -> None:
        _open(open_target, ask_for_folder(Kind.RUN, parent, tr("Open a training run")))

    def session() -> None:
        _open(open_target, ask_to_open(Kind.SESSION, parent, tr("Open a session"), _sessions()))

    return (
        Action("open.model", tr("&Open model…"), model, Section.OPEN, "Ctrl+O"),
        Action("open.run", tr("Open &run…"), run, Section.OPEN, "Ctrl+Shift+O"),
        Action("session.open", tr("Op&en session…"), session, Section.SESSION, "Ctrl+Alt+O"),
    )


def session_actions(
    parent: QWidget,
    save_session: Callable[[Path], None],
    saved_as: Callable[[], Path | None],
    why_not_save: Callable[[], str],
) -> tuple[Action, ...]:
    """Ask for a name, at first the one that the session was ``saved_as``, and save the session there; quit."""

    def save() -> None:
        usual = str(saved_as() or f"session{SUFFIX}")
        path = ask_to_save(Kind.SESSION, parent, tr("Save the session"), usual, _sessions())
        if path is not None:
            save_session(path if is_session(str(path)) else path.with_name(f"{path.name}{SUFFIX}"))

    return (
        Action("session.save", tr("Save sess&ion…"), save, Section.SESSION, "Ctrl+Shift+S", why_not_save),
        Action("window.quit", tr("&Quit"), parent.close, Section.QUIT, "Ctrl+Q"),
    )


def page_actions(
    pages: Iterable[Page], show_page: Callable[[Page], None], current: Callable[[], Page]
) -> tuple[Action, ...]:
    """Change to each page."""
    return tuple(_page_action(page, f"Ctrl+{number}", show_page, current) for number, page in enumerate(pages, 1))


def _page_action(page: Page, shortcut: str, show_page: Callable[[Page], None], current: Callable[[], Page]) -> Action:
    def show() -> None:
        show_page(page)

    def is_shown() -> bool:
        return current() is page

    return Action(f"page.{page}", tr(PAGE_TEXTS[page]), show, Section.PAGES, shortcut, checked=is_shown)


def _open(open_target: Callable[[str], object], chosen: Path | None) -> None:
    if chosen is not None:
        open_target(str(chosen))


def _sessions() -> str:
    return tr("Sessions (*{suffix})", suffix=SUFFIX)
