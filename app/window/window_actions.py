"""What can be done with the window itself: open, save, change the page, get help."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from app.arguments import Page
from app.log_file import log_path
from app.toolkit.actions import Action, Section
from app.widgets.file_dialogs import MODELS, Kind, ask_for_folder, ask_to_open, ask_to_save
from app.window.session_files import is_session
from gan.places import runs_folder
from gan.session_file import SUFFIX

SESSIONS = f"Sessions (*{SUFFIX})"
PAGE_TEXTS = {Page.EXPLORE: "&Explore", Page.LAYERS: "&Layers", Page.TRAIN: "&Train"}
ABOUT = (
    "<b>Latentarium</b><p>A laboratory for deep convolutional GANs: move through latent space, open the "
    "generator layer by layer, train one on your own pictures and watch it learn.</p>"
)


def open_actions(parent: QWidget, open_target: Callable[[str], object]) -> tuple[Action, ...]:
    """Ask for a file or folder, and open it with ``open_target``."""

    def model() -> None:
        _open(open_target, ask_to_open(Kind.MODEL, parent, "Open a generator", MODELS))

    def run() -> None:
        _open(open_target, ask_for_folder(Kind.RUN, parent, "Open a training run"))

    def session() -> None:
        _open(open_target, ask_to_open(Kind.SESSION, parent, "Open a session", SESSIONS))

    return (
        Action("open.model", "&Open model…", model, Section.OPEN, "Ctrl+O"),
        Action("open.run", "Open &run…", run, Section.OPEN, "Ctrl+Shift+O"),
        Action("session.open", "Op&en session…", session, Section.SESSION, "Ctrl+Alt+O"),
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
        path = ask_to_save(Kind.SESSION, parent, "Save the session", usual, SESSIONS)
        if path is not None:
            save_session(path if is_session(str(path)) else path.with_name(f"{path.name}{SUFFIX}"))

    return (
        Action("session.save", "Save sess&ion…", save, Section.SESSION, "Ctrl+Shift+S", why_not_save),
        Action("window.quit", "&Quit", parent.close, Section.QUIT, "Ctrl+Q"),
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

    return Action(f"page.{page}", PAGE_TEXTS[page], show, Section.PAGES, shortcut, checked=is_shown)


def help_actions(
    parent: QWidget, show_palette: Callable[[], None], show_shortcuts: Callable[[], None]
) -> tuple[Action, ...]:
    """Whatever can be done, shortcuts, the log, the runs, and what this is."""
    return (
        Action("help.find", "&Find a command…", show_palette, Section.HELP, "Ctrl+K"),
        Action("help.shortcuts", "&Keyboard shortcuts", show_shortcuts, Section.HELP, "F1"),
        Action("help.log", "Open the &log file", lambda: _open_outside(log_path()), Section.HELP),
        Action("help.runs", "Open the folder of &runs", lambda: _open_outside(runs_folder()), Section.HELP),
        Action(
            "help.about",
            "&About Latentarium",
            lambda: QMessageBox.about(parent, "About Latentarium", ABOUT),
            Section.HELP,
        ),
    )


def _open(open_target: Callable[[str], object], chosen: Path | None) -> None:
    if chosen is not None:
        open_target(str(chosen))


def _open_outside(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
