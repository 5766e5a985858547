"""What a person can do, declared where it is done: menus, palette and the list of shortcuts read this one table."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from app.widgets.labels import without_key
from gan.explore.latent import Latent
from gan.words import marked


class Section(Enum):
    """Where an action stands in the menu bar: (menu, place). Sections of one menu are parted by lines."""

    OPEN = marked("&File"), 0
    SESSION = marked("&File"), 1
    TAKE_ALONG = marked("&File"), 2
    QUIT = marked("&File"), 3
    UNDO = marked("&Edit"), 0
    POINT = marked("&Edit"), 1
    NETWORK = marked("&Edit"), 2
    SETTINGS = marked("&Edit"), 3
    PAGES = marked("&View"), 0
    PANELS = marked("&View"), 1
    LAYOUT = marked("&View"), 2
    MOTION = marked("&View"), 3
    LESSONS = marked("&Learn"), 0
    LESSON = marked("&Learn"), 1
    HELP = marked("&Help"), 0
    ABOUT = marked("&Help"), 1

    @property
    def menu(self) -> str:
        """The title of the menu."""
        return self.value[0]


@dataclass(frozen=True)
class Action:
    """``name`` is for programs, ``text`` for people, with ``&`` before the letter that chooses it in its menu.

    ``why_not`` says in a few words why it makes no sense now, and nothing while it does; one with ``checked`` says
    whether it holds, one with ``done`` whether it was done before. ``of_point`` does with any point (z_dim,) what
    ``run`` does with the current one.
    """

    name: str
    text: str
    run: Callable[[], object]
    section: Section | None = None
    shortcut: str = ""
    why_not: Callable[[], str] = lambda: ""
    checked: Callable[[], bool] | None = None
    done: Callable[[], bool] | None = None
    of_point: Callable[[Latent], object] | None = None

    @property
    def title(self) -> str:
        """``text`` without marks for the keyboard."""
        return without_key(self.text)

    def can(self) -> bool:
        """Whether it makes sense now."""
        return not self.why_not()


@dataclass(frozen=True)
class Key:
    """A key that works while one panel has the keyboard: what it is called, and what it does, in a sentence."""

    text: str
    shortcut: str
    tip: str


class Actions:
    """Every action of the window, in the order in which they were declared."""

    def __init__(self) -> None:
        self._actions: dict[str, Action] = {}

    def add(self, *actions: Action) -> None:
        """Declare some. Raises :class:`ValueError` for a name or a shortcut that is taken."""
        for action in actions:
            taken = {other.shortcut for other in self._actions.values()} - {""}
            if action.name in self._actions or action.shortcut in taken:
                raise ValueError(f"the action {action.name} or its shortcut {action.shortcut} is there already")
            self._actions[action.name] = action

    def __iter__(self) -> Iterator[Action]:
        return iter(self._actions.values())

    def __getitem__(self, name: str) -> Action:
        return self._actions[name]

    def in_section(self, section: Section) -> list[Action]:
        """Those that stand in one section of the menus."""
        return [action for action in self if action.section is section]
