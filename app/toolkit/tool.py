"""What a tool is: its state, which lives as long as the window, and the panel that shows it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from PySide6.QtWidgets import QWidget

from app.arguments import Page
from app.toolkit.actions import Key
from app.toolkit.workspace import Workspace


class Area(StrEnum):
    """Where panels stand: three columns, each of which may have something below. Panels of one area are tabs."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    LEFT_BELOW = "left below"
    CENTRE_BELOW = "centre below"
    CENTRE_BOTTOM = "centre bottom"
    RIGHT_BELOW = "right below"


@dataclass(frozen=True)
class Panel:
    """``build(workspace, state)`` is called when the panel is first shown; ``areas`` says on which pages it stands.

    One without areas is shown when its tool wants it, ``beside`` another panel, or ``aside``: at the window's right
    edge, whichever page is shown. ``keys`` work while it has the keyboard. ``about`` is what its tab says of it, in a
    sentence.
    """

    title: str
    build: Callable[[Workspace, Any], QWidget]
    areas: Mapping[Page, Area] = field(default_factory=dict)
    beside: str = ""
    aside: bool = False
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
