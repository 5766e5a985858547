"""A short tour of the window, on its own widgets."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMainWindow, QWidget

from app.arguments import Page
from app.toolkit.workspace import Memory, Target
from app.widgets.callout import Callout
from app.widgets.ring import Ring
from app.window.docks import PanelDock
from app.window.keyboard import way_back
from app.window.marking import find_target
from gan.words import marked, tr

_SEEN = "tour/seen"
COUNT = marked("{number} of {count}")
SKIP = marked("Skip")
BACK = marked("Back")
NEXT = marked("Next")
DONE = marked("Done")


@dataclass(frozen=True)
class Stop:
    """``text`` is Markdown; ``target`` None is the menu with the lessons.

    ``watched`` is what changes while a person does what is said, and stays in view.
    """

    page: Page
    text: str
    target: Target | None
    watched: Target | None = None


STOPS = (
    Stop(
        Page.EXPLORE,
        marked(
            "**This picture is drawn by a network.** It has learned from examples, and makes every picture anew, from "
            "nothing but what is set on the left.",
        ),
        Target("picture", "picture"),
    ),
    Stop(
        Page.EXPLORE,
        marked(
            "**Each slider is a number that it starts from.** Drag one: the picture follows. **Randomise** goes "
            "somewhere else, and Ctrl+Z takes back whatever you did.",
        ),
        Target("latent", "latent-table"),
        Target("picture", "picture"),
    ),
    Stop(
        Page.LAYERS,
        marked(
            "**The page *Layers* opens the network.** From the numbers on the left to the picture on the right, block "
            "by block. Choose a block to see its channels below, and mute some of them.",
        ),
        Target("generator"),
    ),
    Stop(
        Page.TRAIN,
        marked(
            "**On the page *Train* a network learns from your own pictures.** Choose a folder, press Start, and watch: "
            "in two minutes there is something to see.",
        ),
        Target("training", "start"),
    ),
    Stop(
        Page.EXPLORE,
        marked(
            "**The menu *Learn* has lessons** that you do in this window, from *What is a GAN* on. Under *Help* are a "
            "glossary, all keys, and this tour.",
        ),
        None,
    ),
)


class Tour(QObject):
    """Goes through :data:`STOPS`; at its end the page is the one that it began on. ``memory`` knows if it was seen."""

    def __init__(
        self,
        window: QMainWindow,
        docks: Mapping[str, PanelDock],
        menu: Callable[[], QWidget],
        show_page: Callable[[Page], None],
        page: Callable[[], Page],
        memory: Memory,
    ) -> None:
        super().__init__(window)
        self._window, self._docks, self._menu = window, docks, menu
        self._show_page, self._page, self._memory = show_page, page, memory
        self._began_on = Page.EXPLORE
        self._give_keyboard_back: Callable[[], None] = lambda: None
        self._ring: Ring | None = None
        self.callout: Callout | None = None
        """While it is under way."""
        self.index = 0

    @property
    def is_new(self) -> bool:
        """Whether the person has not seen it yet."""
        return not self._memory.get(_SEEN)

    def start(self) -> None:
        """From the first stop."""
        self.end()
        self._memory.set(_SEEN, "yes")
        self._began_on = self._page()
        self._give_keyboard_back = way_back(self._window)
        self.callout = Callout(self._window)
        self.callout.went_on.connect(lambda: self.go(1))
        self.callout.went_back.connect(lambda: self.go(-1))
        self.callout.skipped.connect(self.end)
        self.index = 0
        self._show()

    def go(self, by: int) -> None:
        """To another stop; behind the last it ends."""
        if self.callout is None:
            return
        self.index += by
        if 0 <= self.index < len(STOPS):
            self._show()
        else:
            self.end()

    def end(self) -> None:
        """Wherever it is."""
        if self.callout is not None:
            self._unmark()
            self.callout.hide()
            self.callout.deleteLater()
            self.callout = None
            self._show_page(self._began_on)
            self._give_keyboard_back()

    def _show(self) -> None:
        self._show_page(STOPS[self.index].page)
        # A moment later, as panels are built and laid out when they are first seen.
        QTimer.singleShot(0, self, lambda: QTimer.singleShot(0, self, self._say))

    def _say(self) -> None:
        callout = self.callout
        if callout is None:
            return
        stop, last = STOPS[self.index], self.index + 1 == len(STOPS)
        target = self._menu() if stop.target is None else find_target(self._docks, stop.target)
        watched = None if stop.watched is None else find_target(self._docks, stop.watched)
        self._unmark()
        if target is not None:
            self._ring = Ring(target)
        callout.skip_button.setText(tr(SKIP))
        callout.skip_button.setVisible(not last)
        callout.back_button.setText(tr(BACK))
        callout.back_button.setEnabled(self.index > 0)
        callout.next_button.setText(tr(DONE if last else NEXT))
        count = tr(COUNT).format(number=self.index + 1, count=len(STOPS))
        callout.say(tr(stop.text), count, target, watched)

    def _unmark(self) -> None:
        if self._ring is not None:
            self._ring.hide()
            self._ring.deleteLater()
            self._ring = None
