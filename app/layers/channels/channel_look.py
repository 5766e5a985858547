"""How channels are looked at: in which colours and order, and which of them stay in view."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.layers.views.colouring import ColourChoice
from app.session.open_model import OpenModel
from app.session.session import Session
from app.toolkit.saved_parts import Restore, unchanged
from gan.json_file import shaped
from gan.layers.catalogue import layers_of
from gan.layers.ordering import Order

KEY = "channels"


@dataclass(frozen=True)
class Pin:
    """A channel that stays in view, whichever layer is looked into."""

    layer: str
    channel: int


class ChannelLook(QObject):
    """What a person has chosen. Pins of layers and channels that the open generator has not are left out."""

    colours_changed = Signal(object)
    """The :class:`ColourChoice` that holds now."""
    order_chosen = Signal(object)
    """The :class:`Order`; also when the same one is chosen again, to sort anew."""
    pins_changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._colours = ColourChoice()
        self._order = Order.INDEX
        self._pins: tuple[Pin, ...] = ()
        session.follow_model(self._take_model)

    @property
    def colours(self) -> ColourChoice:
        """The colours and what their ends stand for."""
        return self._colours

    @property
    def order(self) -> Order:
        """What channels are sorted by."""
        return self._order

    @property
    def pins(self) -> tuple[Pin, ...]:
        """In the order in which they were pinned."""
        return self._pins

    def set_colours(self, colours: ColourChoice) -> None:
        """Choose colours."""
        self._colours = colours
        self.colours_changed.emit(colours)

    def set_order(self, order: Order) -> None:
        """Sort by ``order``, anew if it holds already."""
        self._order = order
        self.order_chosen.emit(order)

    def set_pins(self, pins: Iterable[Pin]) -> None:
        """Keep ``pins`` in view and no others."""
        fitting = tuple(filter(self._fits, dict.fromkeys(pins)))
        if fitting != self._pins:
            self._pins = fitting
            self.pins_changed.emit()

    def toggle_pins(self, pins: Sequence[Pin]) -> None:
        """Keep ``pins`` in view, too; if all of them are pinned already, unpin them."""
        if set(pins) <= set(self._pins):
            self.set_pins(pin for pin in self._pins if pin not in pins)
        else:
            self.set_pins([*self._pins, *pins])

    def to_json(self) -> dict[str, Any]:
        """The names of what is chosen; each pin is a layer and a number."""
        pins = [[pin.layer, pin.channel] for pin in self._pins]
        return {KEY: {**self._colours.to_json(), "order": self._order.value, "pins": pins}}

    def from_json(self, values: Mapping[str, Any], z_dim: int) -> Restore:
        """The inverse of :meth:`to_json`; a choice that is missing or not understood gets its default."""
        if KEY not in values:
            return unchanged
        saved = shaped(values[KEY], dict[str, Any])
        order = saved.get("order")
        pins = [Pin(*pair) for pair in shaped(saved.get("pins", []), list[Any]) if _is_pin(pair)]
        known = Order(order) if order in list(Order) else Order.INDEX
        return partial(self._show, ColourChoice.from_json(saved), known, pins)

    def _show(self, colours: ColourChoice, order: Order, pins: Sequence[Pin]) -> None:
        self.set_colours(colours)
        self.set_pins(pins)
        self.set_order(order)

    def _take_model(self, before: OpenModel | None, now: OpenModel) -> None:
        self.set_pins(self._pins)

    def _fits(self, pin: Pin) -> bool:
        layers = () if self._session.model is None else layers_of(self._session.model.config)
        return any(layer.name == pin.layer and pin.channel < layer.shape[0] for layer in layers)


def _is_pin(pair: Any) -> bool:
    match pair:
        case [str(), int() as channel]:
            return channel >= 0
    return False
