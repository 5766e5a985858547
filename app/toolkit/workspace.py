"""What every tool is made from: the session, the runs, work beside the window, and what tools offer each other."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from app.arguments import Page
from app.runs.run_controller import RunController
from app.runs.runs import Runs
from app.session.choosing import Choosing
from app.session.random_points import RandomPoints
from app.session.render_service import RenderService
from app.session.session import Session
from app.session.undoing import steps_of, take_over
from app.toolkit.actions import Actions
from app.toolkit.offers import Named, Offers
from app.toolkit.saved_parts import SavedParts
from app.work.background import Background
from gan.explore.paths import LatentPath


@dataclass(frozen=True)
class Opener:
    """Opens what ``matches``: a path or name that a person gave by argument, menu or drop.

    ``open`` raises :class:`gan.errors.LatentariumError` for what cannot be opened.
    """

    matches: Callable[[str], bool]
    open: Callable[[str], None]


class Memory(Protocol):
    """What is remembered between two starts: texts by name."""

    def get(self, key: str, default: str = "") -> str:
        """What is remembered, else ``default``."""
        ...

    def set(self, key: str, value: str) -> None:
        """Remember ``value``."""
        ...


class ShortMemory:
    """Remembers as long as it lives."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    def get(self, key: str, default: str = "") -> str:
        return self._texts.get(key, default)

    def set(self, key: str, value: str) -> None:
        self._texts[key] = value


@dataclass(frozen=True)
class Target:
    """A widget of the window: in the panel called ``panel``, by its object name or its accessible name.

    Without ``widget`` it is the whole panel.
    """

    panel: str
    widget: str = ""


GoOn = Callable[["Workspace"], object]
"""Goes on in another workspace, with the same open in it, where it was in the one before."""


class Workspace(QObject):
    """Knows no tool and no widget; the window listens to what it asks for."""

    panel_wanted = Signal(str)
    """A tool has something to show: the name of its panel."""
    panel_unwanted = Signal(str)
    """It has nothing to show any more."""
    work_told = Signal(str, str)
    """What goes on in a panel, by its name, in a few words for whichever page is shown; nothing if they are empty."""
    page_wanted = Signal(Page)
    """What was asked for is on another page."""
    panel_closed = Signal(str)
    """A person has closed the panel called so."""
    welcomed = Signal()
    """The window is there with nothing of the person's own in it: what moves by itself may begin."""
    scene_wanted = Signal(Page, object)
    """Show a page with these panels alone, by their names, the most important one first."""
    target_wanted = Signal(object)
    """Mark a :class:`Target`, and the one before no longer; None marks nothing."""
    explanation_wanted = Signal(str)
    """The key of a term of the glossary; empty for the whole of it."""
    trial_begun = Signal()
    """Remember how everything is: what is done from now on is only tried out."""
    trial_ended = Signal(bool)
    """Put everything back if True, else leave it as it is."""
    trial_overtaken = Signal()
    """The person has opened something else, which cannot be put back; the trial is over."""

    def __init__(
        self,
        service: RenderService,
        controller: RunController,
        background: Background | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.background = background or Background(parent=self)
        self.session = Session(service, self)
        self.choosing = Choosing(self.session, self.background)
        self.runs = Runs(self.session, self.background, controller, self)
        self.actions = Actions()
        self.memory: Memory = ShortMemory()
        self.parts = SavedParts(self)
        self.openers: list[Opener] = []
        self.points: Offers[Named] = Offers(self)
        """Points that were kept somewhere."""
        self.directions: Offers[Named] = Offers(self)
        """Directions that were found, each of length 1."""
        self.paths: Offers[LatentPath] = Offers(self)
        """Ways through latent space that a person has built."""
        self.heirlooms: list[Callable[[], GoOn]] = [self._hand_over_steps]
        """What a file cannot hold: each ends it here, for another workspace to go on with."""
        self.parts.add(self.session.edits)
        self.parts.add(self.session.interpolation)
        self.parts.add(self.choosing, self.choosing.set_by_hand)
        self.background.computing_changed.connect(lambda busy: self.session.share_cores("jobs", busy))
        self.runs.timeline.changed.connect(self.choosing.look_again)
        self.runs.failed.connect(self.session.failed)

    def open(self, target: str) -> None:
        """Open a model, a run, or whatever else a tool knows how to open.

        Raises :class:`gan.errors.LatentariumError`; what was open before then stays.
        """
        opener = self._opener(target)
        if opener is None:
            self.runs.open(target)
        else:
            opener.open(target)

    def random_points(self) -> RandomPoints:
        """Random points for one tool, which the discriminator chooses if a person wants that."""
        return RandomPoints(self.choosing, self.session, self.background)

    def opens_beside(self, target: str) -> bool:
        """Whether ``target`` is opened beside the generator that is under the sliders, as a picture is."""
        return self._opener(target) is not None

    def _opener(self, target: str) -> Opener | None:
        return next((opener for opener in self.openers if opener.matches(target)), None)

    def show_panel(self, name: str, page: Page | None = None) -> None:
        """Bring a panel to the front, on ``page`` if it is one of that page."""
        if page is not None:
            self.page_wanted.emit(page)
        self.panel_wanted.emit(name)

    def hand_over(self) -> GoOn:
        """End what is under way, the newest first, for another workspace to go on with."""
        handed = [give() for give in reversed(self.heirlooms)]

        def go_on(heir: Workspace) -> None:
            for each in reversed(handed):
                each(heir)

        return go_on

    def _hand_over_steps(self) -> GoOn:
        stack, model = self.session.undo_stack, self.session.model
        steps, done = steps_of(stack), stack.index()

        def take(heir: Workspace) -> None:
            there = heir.session
            if model is not None and there.model is not None and there.model.config == model.config:
                take_over(there.undo_stack, steps, done, lambda owner: heir.findChild(type(owner)))

        return take

    def shut_down(self) -> None:
        """End the threads; a training run goes on."""
        self.background.shut_down()
        self.session.shut_down()
        self.runs.shut_down()
