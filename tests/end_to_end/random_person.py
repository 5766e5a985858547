"""Somebody who does anything at all in the window, the same for the same seed."""

import random
from collections.abc import Callable

from app.arguments import Page
from app.explore.arithmetic.arithmetic_panel import ArithmeticPanel
from app.explore.latent.latent_model import LatentModel
from app.explore.latent.latent_panel import LatentPanel
from app.explore.pad.pad_panel import PadPanel
from app.explore.path.path_panel import PathPanel
from app.layers.channels.channel_panel import ChannelPanel
from app.session.interpolation import Endpoint
from app.window.main_window import MainWindow
from gan.explore.latent import Mode, sample_z
from gan.layers.edits import Edit
from gan.layers.ordering import Order
from gan.request import BatchStatistics
from gan.sources import bundled_models

ACTIONS = ("favourites.keep", "latent.randomise", "edits.clear")
"""Those that ask nothing."""


class RandomPerson:
    """Acts on ``window`` through its panels, actions and session."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self._window, self._session = window, window.session
        self._chance = random.Random(seed)
        self._habits: list[tuple[Callable[[], object], int]] = [
            (self._move_a_slider, 10),
            (self._do_an_action, 4),
            (self._set_an_end, 2),
            (self._add_a_keyframe, 1),
            (self._fill_a_basket, 1),
            (self._edit, 3),
            (self._choose_batch, 1),
            (self._mark_a_slider, 2),
            (self._choose_on_the_pad, 2),
            (self._sort_channels, 1),
            (self._undo_or_redo, 3),
            (self._change_page, 1),
            (self._open_a_model, 1),
        ]

    def act(self) -> None:
        """Do one thing."""
        acts, weights = zip(*self._habits, strict=True)
        self._chance.choices(acts, weights)[0]()

    def _move_a_slider(self) -> None:
        self._session.set_component(self._chance.randrange(len(self._session.z)), self._chance.gauss(0, 1))

    def _do_an_action(self) -> None:
        action = self._window.workspace.actions[self._chance.choice(ACTIONS)]
        if action.can():
            action.run()

    def _set_an_end(self) -> None:
        z = sample_z(1, len(self._session.z), self._chance.randrange(1000))[0]
        self._session.interpolation.set_endpoint(self._chance.choice(list(Endpoint)), z)
        self._session.interpolation.set_mode(self._chance.choice(list(Mode)))

    def _add_a_keyframe(self) -> None:
        self._window.panel("path", PathPanel).add_button.click()

    def _fill_a_basket(self) -> None:
        self._chance.choice(list(self._window.panel("arithmetic", ArithmeticPanel).add_buttons.values())).click()

    def _edit(self) -> None:
        self._session.edits.set_gain(Edit("block2", (self._chance.randrange(8),), self._chance.choice([0.0, 0.5, 2.0])))

    def _choose_batch(self) -> None:
        self._session.edits.set_batch(self._chance.choice([None, BatchStatistics(8)]))

    def _mark_a_slider(self) -> None:
        latent = self._window.panel("latent", LatentPanel).model.sourceModel()
        assert isinstance(latent, LatentModel)
        self._chance.choice([latent.toggle_lock, latent.toggle_pin])(self._chance.randrange(len(self._session.z)))

    def _choose_on_the_pad(self) -> None:
        box = self._chance.choice(self._window.panel("pad", PadPanel).boxes)
        box.setCurrentIndex(self._chance.randrange(box.count()))

    def _sort_channels(self) -> None:
        tools = self._window.panel("channels", ChannelPanel).tools
        tools.order_chosen.emit(self._chance.choice([order for order in Order if order is not Order.EFFECT]))

    def _undo_or_redo(self) -> None:
        stack = self._session.undo_stack
        self._chance.choice([stack.undo, stack.redo])()

    def _change_page(self) -> None:
        self._window.show_page(self._chance.choice(list(Page)))

    def _open_a_model(self) -> None:
        if self._chance.random() < 0.2:
            self._window.open(self._chance.choice(bundled_models()))
