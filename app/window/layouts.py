"""Where the docks stand: each page's areas, filled with what the rooms declare."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from app.arguments import Page
from app.toolkit.tool import Area, Room
from app.window.docks import PanelDock

ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
COLUMNS = (
    (Area.LEFT, Area.LEFT_BELOW),
    (Area.CENTRE, Area.CENTRE_BELOW, Area.CENTRE_BOTTOM),
    (Area.RIGHT, Area.RIGHT_BELOW),
)
"""From left to right, each from top to bottom."""
NARROWEST = 240
"""Pixels of a column whose panels, such as the picture, can be of any size."""
SEPARATOR = 6
"""Pixels between two columns, as in the style sheet."""

Standing = Mapping[Area, list[PanelDock]]
"""The docks of each area that has any; the first is in front of the others."""


def standing_on(page: Page, docks: Iterable[PanelDock]) -> Standing:
    """Which docks stand where on ``page``."""
    standing: dict[Area, list[PanelDock]] = {}
    for dock in docks:
        if page in dock.declared.areas:
            standing.setdefault(dock.declared.areas[page], []).append(dock)
    return standing


def arrange(
    window: QMainWindow, docks: Mapping[str, PanelDock], page: Page, room: Room, alone: Sequence[str] = ()
) -> None:
    """Show the docks of ``page``, which is that of ``room``, in its areas and hide all others.

    Those that serve a purpose have their places, but are not shown yet. With ``alone`` these are shown and no others,
    the first of an area in front; one that is of another page stands in the middle, below.
    """
    standing = _standing_alone(page, docks, alone) if alone else standing_on(page, docks.values())
    for dock in docks.values():
        dock.setFloating(False)
        window.removeDockWidget(dock)
    _split(window, standing)
    for first, *others in standing.values():
        for dock in others:
            window.tabifyDockWidget(first, dock)
    placed = {dock for tabs in standing.values() for dock in tabs}
    for dock in docks.values():
        if dock not in placed:
            window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
        dock.setVisible(dock in placed and (bool(alone) or dock.declared.purpose is None))
    for tabs in standing.values():
        tabs[0].raise_()
    give_sizes(window, standing, room)


def place(window: QMainWindow, docks: Mapping[str, PanelDock], page: Page, names: Collection[str]) -> None:
    """Put docks that an arrangement does not know behind others of their area on ``page``; hide them if there are none.

    Those that serve a purpose are hidden, too, unless others that do are shown there. Whatever is known stays as it
    stands: no dock comes to the front, is shown again or moves.
    """
    standing = standing_on(page, (dock for name, dock in docks.items() if name not in names))
    for dock in map(docks.__getitem__, names):
        dock.setFloating(False)
        window.removeDockWidget(dock)
        others = standing.get(dock.declared.areas[page], []) if page in dock.declared.areas else []
        beside = _host(others)
        if beside is None:
            window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
        else:
            window.tabifyDockWidget(beside, dock)
        dock.setVisible(_is_wanted(dock, others))


def _host(docks: Sequence[PanelDock]) -> PanelDock | None:
    """The dock that another one can stand behind: one that is shown, else one that has a place."""
    docked = [dock for dock in docks if not dock.isFloating()]
    return next((dock for dock in docked if not dock.isHidden()), docked[0] if docked else None)


def _is_wanted(dock: PanelDock, others: Iterable[PanelDock]) -> bool:
    """Whether ``others`` of its area are shown, and for its purpose if it serves one."""
    purpose = dock.declared.purpose
    shown = [other for other in others if not (other.isHidden() or other.isFloating())]
    return any(purpose in (None, other.declared.purpose) for other in shown)


def _standing_alone(page: Page, docks: Mapping[str, PanelDock], names: Sequence[str]) -> Standing:
    standing: dict[Area, list[PanelDock]] = {}
    for dock in (docks[name] for name in names if name in docks):
        standing.setdefault(dock.declared.areas.get(page, Area.CENTRE_BELOW), []).append(dock)
    return standing


def give_sizes(window: QMainWindow, standing: Standing, room: Room) -> None:
    """Give the docks the sizes of their areas; they only hold once the window has its own size."""
    give_heights(window, standing, room)
    give_widths(window, standing, room)


def give_widths(window: QMainWindow, standing: Standing, room: Room) -> None:
    """The same without the heights."""
    fronts = _fronts(standing, room)
    wide = [area for area in fronts if room.areas[area].width]
    lengths = [(room.areas[area].width, room.areas[area].least) for area in wide]
    widths = fitted(lengths, window.width() - SEPARATOR * (len(wide) - 1))
    window.resizeDocks([fronts[area] for area in wide], widths, ACROSS)


def give_widths_beside(
    window: QMainWindow, standing: Standing, room: Room, asides: Sequence[PanelDock], aside_width: int
) -> None:
    """The same where ``asides`` take ``aside_width`` each: the columns give way by what their panels do not need."""
    fronts = _fronts(standing, room)
    wide = [area for area in fronts if room.areas[area].width]
    lengths = [(room.areas[area].width, _needed_width(area, fronts)) for area in wide]
    left = window.width() - SEPARATOR * (len(wide) - 1) - len(asides) * (aside_width + SEPARATOR)
    widths = fitted(lengths, left) + [aside_width] * len(asides)
    window.resizeDocks([*(fronts[area] for area in wide), *asides], widths, ACROSS)


def _needed_width(area: Area, fronts: Mapping[Area, PanelDock]) -> int:
    """What the panels in the column of ``area`` need to be seen whole."""
    column = next(column for column in COLUMNS if area in column)
    panels = [fronts[each].panel for each in column if each in fronts]
    return max(NARROWEST, *(panel.minimumSizeHint().width() for panel in panels))


def give_heights(window: QMainWindow, standing: Standing, room: Room) -> None:
    """The same without the widths of the columns."""
    fronts = _fronts(standing, room)
    top = window.menuWidget()
    room_down = window.height() - (top.height() if top is not None else 0) - window.statusBar().height()
    for column in COLUMNS:
        high = [area for area in column if area in fronts and room.areas[area].height]
        sizes = [room.areas[area] for area in high]
        heights = fitted([(size.height, size.lowest) for size in sizes], room_down - SEPARATOR * (len(high) - 1))
        window.resizeDocks([fronts[area] for area in high], heights, DOWN)


def _fronts(standing: Standing, room: Room) -> dict[Area, PanelDock]:
    """A dock of each area that can be seen and has a size of its own."""
    shown = {area: next((dock for dock in tabs if not dock.isHidden()), None) for area, tabs in standing.items()}
    return {area: dock for area, dock in shown.items() if dock is not None and area in room.areas}


def fitted(lengths: Sequence[tuple[int, int]], room: int) -> list[int]:
    """What fits into ``room`` of (wanted, at least) lengths beside each other: each gives way by what it can spare."""
    lacking = sum(wanted for wanted, _ in lengths) - room
    spare = sum(max(0, wanted - least) for wanted, least in lengths)
    share = min(1.0, max(0, lacking) / spare) if spare else 0.0
    return [round(wanted - share * max(0, wanted - least)) for wanted, least in lengths]


def _split(window: QMainWindow, standing: Standing) -> None:
    """Columns side by side, then each column from top to bottom; an area without docks takes no room."""
    columns = [[standing[area][0] for area in column if area in standing] for column in COLUMNS]
    columns = [column for column in columns if column]
    for number, column in enumerate(columns):
        if number == 0:
            window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, column[0])
        else:
            window.splitDockWidget(columns[number - 1][0], column[0], ACROSS)
    for column in columns:
        for above, below in pairwise(column):
            window.splitDockWidget(above, below, DOWN)
