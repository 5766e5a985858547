"""What a tool is: its state, which lives as long as the window, and the panel that shows it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from typing import Any

from PySide6.QtWidgets import QWidget

from app.arguments import Page
from app.toolkit.actions import Key
from app.toolkit.workspace import Workspace
from gan.words import marked


class Area(StrEnum):
    """Where panels stand: three columns, each of which may have something below. Panels of one area are tabs."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    LEFT_BELOW = "left below"
    CENTRE_BELOW = "centre below"
    CENTRE_BOTTOM = "centre bottom"
    RIGHT_BELOW = "right below"


class Purpose(Enum):
    """What a person may want to do on a page beside the usual, and gets panels for when they ask for it.

    In the order in which the window offers them: a title, a sentence, and the name of an icon.
    """

    BROWSE = marked("Browse"), marked("See many pictures at once, and go on from the one you like"), "browse"
    DIRECTIONS = marked("Directions"), marked("Change one thing of the picture and leave the rest"), "directions"
    TRAVEL = marked("Travel"), marked("Go from point to point, along a path, or through the training"), "travel"
    REAL = (
        marked("Real pictures"),
        marked("Find the z of your own picture, and what the generator has seen"),
        "picture",
    )
    WORKINGS = (
        marked("How it works"),
        marked("Take a layer apart, number by number, or make your own"),
        "workings",
    )
    EDITS = marked("Edits"), marked("Change the network and see what that does to the picture"), "edit"
    JUDGING = marked("Discriminator"), marked("Ask the other network what it makes of the pictures"), "judge"
    RUNS = marked("Runs"), marked("All training runs of this computer: open, compare and sort them"), "list"
    STEERING = marked("Steer"), marked("See what happens in the run, and change it while it goes on"), "steer"
    MEASURING = marked("Measure"), marked("How good the pictures are, and which networks make better ones"), "measure"

    @property
    def title(self) -> str:
        """What it is called, to be translated."""
        return self.value[0]

    @property
    def about(self) -> str:
        """What it is, in a sentence to be translated."""
        return self.value[1]

    @property
    def icon(self) -> str:
        """The name of its picture in :mod:`app.widgets.icons`."""
        return self.value[2]


@dataclass(frozen=True)
class Panel:
    """``build(workspace, state)`` is called when the panel is first shown; ``areas`` says on which pages it stands.

    One without areas is shown when its tool wants it, ``beside`` another panel, or ``aside``: at the window's right
    edge, whichever page is shown. One that serves a ``purpose`` waits until a person has it; the others are open at
    first. ``keys`` work while it has the keyboard. ``about`` is what its tab says of it, in a sentence.
    """

    title: str
    build: Callable[[Workspace, Any], QWidget]
    areas: Mapping[Page, Area] = field(default_factory=dict)
    beside: str = ""
    aside: bool = False
    purpose: Purpose | None = None
    keys: tuple[Key, ...] = ()
    about: str = ""


@dataclass(frozen=True)
class Tool:
    """One thing that a person does, by a ``name`` that saved layouts know.

    ``start(workspace)`` makes its state, and registers what it saves, offers, opens and can do.
    """

    name: str
    start: Callable[[Workspace], Any] = lambda workspace: None
    panel: Panel | None = None


@dataclass(frozen=True)
class Size:
    """Pixels that an area has at first; 0 leaves it to the others.

    In a small window its width can go down to ``least``, its height to ``lowest``.
    """

    width: int = 0
    height: int = 0
    least: int = 300
    lowest: int = 120


@dataclass(frozen=True)
class Room:
    """A page of the window: how large its areas are at first, and its tools; of one area the first is in front.

    A room without a page has tools for all of them.
    """

    page: Page | None
    areas: Mapping[Area, Size]
    tools: tuple[Tool, ...]
