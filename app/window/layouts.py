"""Where the docks stand: one arrangement for each page."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow

from app.arguments import Page

ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


@dataclass(frozen=True)
class Split:
    """``dock`` takes the space to the right of (or below) ``beside``."""

    dock: str
    beside: str
    direction: Qt.Orientation


@dataclass(frozen=True)
class Arrangement:
    """The first dock, how others split its space, and sizes in pixels along each direction.

    ``tabs`` are docks that share the place of another, which stays in front: dock -> the one in front of it.
    """

    first: str
    splits: tuple[Split, ...]
    widths: Mapping[str, int]
    heights: Mapping[str, int]
    tabs: Mapping[str, str] = field(default_factory=dict)

    @property
    def docks(self) -> tuple[str, ...]:
        """Every dock that is shown."""
        return self.first, *(split.dock for split in self.splits), *self.tabs


ARRANGEMENTS: Mapping[Page, Arrangement] = {
    Page.EXPLORE: Arrangement(
        first="latent",
        splits=(
            Split("picture", "latent", ACROSS),
            Split("favourites", "picture", ACROSS),
            Split("timeline", "picture", DOWN),
            Split("interpolation", "timeline", DOWN),
        ),
        widths={"latent": 370, "picture": 580, "favourites": 330},
        heights={"picture": 500, "timeline": 95, "interpolation": 170},
        tabs={
            "directions": "latent",
            "pad": "latent",
            "path": "interpolation",
            "variations": "favourites",
            "map": "favourites",
            "corners": "favourites",
            "inversion": "latent",
            "memory": "favourites",
            "arithmetic": "latent",
        },
    ),
    Page.LAYERS: Arrangement(
        first="picture",
        splits=(
            Split("generator", "picture", ACROSS),
            Split("latent", "picture", DOWN),
            Split("channels", "generator", DOWN),
        ),
        widths={"picture": 330, "generator": 950},
        heights={"picture": 360, "latent": 390, "generator": 250, "channels": 500},
        tabs={
            "edits": "picture",
            "inspector": "channels",
            "playground": "channels",
            "trace": "channels",
            "discriminator": "channels",
        },
    ),
    Page.TRAIN: Arrangement(
        first="training",
        splits=(
            Split("curves", "training", ACROSS),
            Split("samples", "curves", ACROSS),
            Split("picture", "samples", DOWN),
            Split("runs", "curves", DOWN),
        ),
        widths={"training": 370, "curves": 540, "samples": 370},
        heights={"curves": 500, "runs": 250, "samples": 430, "picture": 320},
        tabs={"steer": "runs", "log": "runs"},
    ),
}


def arrange(window: QMainWindow, docks: Mapping[str, QDockWidget], page: Page) -> None:
    """Show the docks of ``page`` in its arrangement and hide all others."""
    arrangement = ARRANGEMENTS[page]
    for dock in docks.values():
        dock.setFloating(False)
        window.removeDockWidget(dock)
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, docks[arrangement.first])
    for split in arrangement.splits:
        window.splitDockWidget(docks[split.beside], docks[split.dock], split.direction)
    for name, front in arrangement.tabs.items():
        window.tabifyDockWidget(docks[front], docks[name])
    for name, dock in docks.items():
        if name not in arrangement.docks:
            window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
        dock.setVisible(name in arrangement.docks)
    for front in arrangement.tabs.values():
        docks[front].raise_()
    give_sizes(window, docks, page)


def give_sizes(window: QMainWindow, docks: Mapping[str, QDockWidget], page: Page) -> None:
    """Give the docks the sizes of the arrangement; they only hold once the window has its own size."""
    arrangement = ARRANGEMENTS[page]
    window.resizeDocks([docks[name] for name in arrangement.heights], list(arrangement.heights.values()), DOWN)
    window.resizeDocks([docks[name] for name in arrangement.widths], list(arrangement.widths.values()), ACROSS)
