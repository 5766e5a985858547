"""Everything that the palette can find: what menus hold, panels, and what can be opened."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from app.toolkit.tool import Room
from app.widgets.labels import without_key
from app.window.docks import PanelDock
from app.window.menus import Menus
from app.window.window_actions import PAGE_TEXTS
from gan.words import joined, tr

PARTED = " › "
"""Between a menu and what is in it."""


@dataclass(frozen=True)
class Command:
    """Something to do: its ``place`` in the menus, its keys, a ``note``, and why it cannot be done now, if so."""

    title: str
    place: str
    run: Callable[[], object]
    shortcut: str = ""
    note: str = ""
    why_not: str = ""

    @property
    def key(self) -> str:
        """What it is remembered by."""
        return self.place + PARTED + self.title

    @property
    def sentence(self) -> str:
        """All that there is to know of it, for those who hear it."""
        said = (
            self.title,
            self.why_not and tr("not now: {why_not}", why_not=self.why_not),
            self.note,
            self.place,
            self.shortcut,
        )
        return joined(said)


def menu_commands(menus: Menus, apart: Collection[QMenu]) -> list[Command]:
    """What the menus hold, without the submenus ``apart``, and what only has a shortcut."""
    shown = [found for menu in menus.menus.values() for found in _entries(menu, without_key(menu.title()), apart)]
    in_menus = [entry for _, entry in shown]
    others = [(tr("Anywhere"), entry) for entry in menus.actions.values() if entry not in in_menus]
    with menus.showing_now():
        return [_command(entry, place, menus.why_not(entry)) for place, entry in [*shown, *others]]


def panel_commands(
    rooms: Iterable[Room], docks: Mapping[str, PanelDock], go_to: Callable[[str], object]
) -> list[Command]:
    """Every panel of a page, with what it is for; ``go_to`` shows the one of a name and gives it the keyboard."""
    pages = {tool.name: without_key(tr(PAGE_TEXTS[room.page])) for room in rooms if room.page for tool in room.tools}
    return [
        Command(
            tr(dock.declared.title),
            PARTED.join((tr("View"), tr("Panels"), pages[name])),
            partial(go_to, name),
            note=tr(dock.declared.about),
        )
        for name, dock in docks.items()
        if name in pages
    ]


def open_commands(
    bundled: Iterable[str],
    recent: Iterable[Path],
    earlier: Iterable[tuple[str, Path]],
    open_target: Callable[[str], object],
    open_earlier: Callable[[Path], object],
) -> list[Command]:
    """The generators that come with the program, what was opened last, and earlier work by title."""
    place = PARTED.join((tr("File"), tr("Open recent")))
    return [
        *(
            Command(name, PARTED.join((tr("File"), tr("Bundled models"))), partial(open_target, name))
            for name in bundled
        ),
        *(Command(path.name, place, partial(open_target, str(path)), note=str(path)) for path in recent),
        *(Command(title, place, partial(open_earlier, path)) for title, path in earlier),
    ]


def _entries(menu: QMenu, place: str, apart: Collection[QMenu]) -> Iterator[tuple[str, QAction]]:
    for entry in menu.actions():
        submenu: QMenu | None = QMenu.menuInAction(entry)
        if submenu is None and not entry.isSeparator():
            yield place, entry
        elif submenu is not None and submenu not in apart:
            yield from _entries(submenu, place + PARTED + without_key(submenu.title()), apart)


def _command(entry: QAction, place: str, why_not: str) -> Command:
    keys = entry.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    note = tr("On") if entry.isCheckable() and entry.isChecked() else ""
    return Command(without_key(entry.text()), place, entry.trigger, keys, note, why_not)
