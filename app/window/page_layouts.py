"""How the docks of each page stand, and the window on the screen, which the next start finds again."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtWidgets import QMainWindow

from app.arguments import Page
from app.toolkit.tool import Room
from app.window.dock_tabs import DockTabs
from app.window.docks import PanelDock
from app.window.layouts import arrange, give_heights, give_sizes, give_widths_beside, place, standing_on
from app.window.preferences import Preferences

STATE_VERSION = 1
USUAL_SIZE = (1280, 800)
TITLE_BAR_HEIGHT = 40
ASIDE_WIDTH = 360
"""Pixels at most of what stands at the window's right edge, whichever page is shown."""


class PageLayouts:
    """Keeps the arrangement of ``docks`` in ``window`` for each page; ``rooms`` declare what it is at first."""

    def __init__(
        self,
        window: QMainWindow,
        docks: Mapping[str, PanelDock],
        rooms: Mapping[Page, Room],
        preferences: Preferences,
    ) -> None:
        self._window, self._docks, self._rooms = window, docks, rooms
        self._preferences = preferences
        self._held = False
        for dock in docks.values():
            if dock.declared.aside:
                dock.hide()
                dock.setMaximumWidth(ASIDE_WIDTH)
        self._tabs = DockTabs(window, {name: dock.declared for name, dock in docks.items()})

    def keep(self, page: Page) -> None:
        """The docks now stand as ``page`` is to have them, unless that is only tried out."""
        if not self._held:
            self._preferences.set(_key(page), self._window.saveState(STATE_VERSION))

    def hold(self, held: bool) -> None:
        """What happens to the docks from now on is only tried out, or no longer."""
        self._held = held

    def restore(self, page: Page) -> None:
        """Arrange the docks as they stood on ``page`` last; those that were not there then get the places declared."""
        state, aside = self._preferences.get_bytes(_key(page)), self._asides()
        self._tabs.put_away()
        for dock in self._docks.values():
            if dock.isFloating():  # Qt would close it, as a person does
                dock.hide()
        if state is None or not self._window.restoreState(state, STATE_VERSION):
            arrange(self._window, self._docks, page, self._rooms[page])
        else:
            place(self._window, self._docks, page, {name for name in self._docks if not _knows(state, name)})
        self._put_aside(aside)

    def show_alone(self, page: Page, names: Sequence[str]) -> None:
        """Show these panels on ``page``, the first of an area in front, and no others but what stands aside."""
        aside = self._asides()
        self._tabs.put_away()
        arrange(self._window, self._docks, page, self._rooms[page], names)
        self._put_aside(aside)
        docked = [dock for dock, place_on_screen in aside if place_on_screen is None]
        standing = standing_on(page, self._docks.values())
        give_widths_beside(self._window, standing, self._rooms[page], docked, ASIDE_WIDTH)

    def show(self, page: Page, docks: Sequence[PanelDock]) -> None:
        """Show ``docks``; where none stood before, they get the heights that are declared."""
        standing = standing_on(page, self._docks.values())
        areas = {dock.declared.areas[page] for dock in docks if page in dock.declared.areas}
        is_empty = any(all(dock.isHidden() for dock in standing[area]) for area in areas)
        for dock in docks:
            dock.show()
        if is_empty:
            give_heights(self._window, standing, self._rooms[page])

    def put_aside(self, dock: PanelDock) -> None:
        """Have ``dock`` stand at the window's right edge."""
        self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        dock.show()
        self._window.resizeDocks([dock], [ASIDE_WIDTH], Qt.Orientation.Horizontal)

    def _asides(self) -> list[tuple[PanelDock, QRect | None]]:
        """What stands aside now; with its place on the screen, if it floats."""
        docks = [dock for dock in self._docks.values() if dock.declared.aside and not dock.isHidden()]
        return [(dock, dock.geometry() if dock.isFloating() else None) for dock in docks]

    def _put_aside(self, docks: Sequence[tuple[PanelDock, QRect | None]]) -> None:
        for dock, place_on_screen in docks:
            self.put_aside(dock)
            if place_on_screen is not None:
                dock.setFloating(True)
                dock.setGeometry(place_on_screen)

    def reset(self, page: Page) -> None:
        """Arrange the docks of ``page`` as at the first start."""
        self._preferences.remove(_key(page))
        self.restore(page)

    def fit(self, page: Page) -> None:
        """Give docks that stand as at the first start their sizes, now that the window has its own."""
        if self._preferences.get_bytes(_key(page)) is None:
            give_sizes(self._window, standing_on(page, self._docks.values()), self._rooms[page])

    def keep_geometry(self) -> None:
        """Where the window is, and how large."""
        self._preferences.set("geometry", self._window.saveGeometry())

    def restore_geometry(self) -> None:
        """Put the window where it was last, at first in its usual size or what the screen has room for."""
        geometry = self._preferences.get_bytes("geometry")
        if geometry is None or not self._window.restoreGeometry(geometry):
            room = self._window.screen().availableSize() - QSize(0, TITLE_BAR_HEIGHT)
            self._window.resize(QSize(*USUAL_SIZE).boundedTo(room))


def _key(page: Page) -> str:
    return f"layout/{page}"


def _knows(state: QByteArray, name: str) -> bool:
    """Whether a saved arrangement has a place for the dock called ``name``, as QDataStream writes texts."""
    text = name.encode("utf-16-be")
    return len(text).to_bytes(4, "big") + text in state.data()
