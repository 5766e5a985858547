"""The Channels dock: one layer of the generator, all its channels, live."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.layers.channels.channel_actions import ChannelActions
from app.layers.channels.channel_details import ChannelDetails, Pin, Shown
from app.layers.channels.channel_source import ChannelSource
from app.layers.channels.channel_tools import ChannelTools
from app.layers.channels.points import Point
from app.layers.views.channel_grid import NONE, ChannelGrid
from app.layers.views.colour_bar import ColourBar
from app.layers.views.colouring import ColourChoice
from app.layers.views.wording import channel_summary, layer_caption, number
from app.session.open_model import OpenModel
from app.session.session import Session
from app.theme import GAP
from app.work.job_bar import JobBar
from gan.layers.catalogue import Layer, Upsampling, find_layer, layers_of
from gan.layers.ordering import Order, sorted_channels
from gan.model.config import ModelConfig

OWNER = "channels"
_HINT = "Point at a channel, or move with the arrow keys, to read its values."


class ChannelPanel(QWidget):
    """Follows the session's selected layer; has its maps made only while it can be seen.

    The order of the channels holds while z moves; another layer, point or choice of order makes it anew.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._source = ChannelSource(session, OWNER, self)
        self._choice = ColourChoice()
        self._order = Order.INDEX
        self._sorted = False
        self._pins: tuple[Pin, ...] = ()
        self._config: ModelConfig | None = None
        self._build_ui()
        self._connect()
        if session.model is not None:
            self._take_model(session.model)

    def _build_ui(self) -> None:
        self.tools = ChannelTools()
        self.tools.setEnabled(False)
        self.caption = QLabel()
        self.caption.setObjectName("layer_caption")
        self.caption.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.bar = ColourBar()
        self.bar.hide()
        self.grid = ChannelGrid("The channels appear with the first picture.")
        self.grid.setObjectName("channel_grid")
        self.details = ChannelDetails()
        self.actions_row = ChannelActions(self.grid, self._session.edits)
        self.info = self.actions_row.info
        self.info.setText(_HINT)
        self.job_bar = JobBar()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self.tools)
        layout.addLayout(_side_by_side(self.caption, self.bar))
        layout.addLayout(_side_by_side(self.grid, self.details), 1)
        layout.addWidget(self.job_bar)
        layout.addWidget(self.actions_row)

    def _connect(self) -> None:
        self._session.model_changed.connect(self._take_model)
        self._session.layer_selection_changed.connect(self._select)
        self._session.edits.changed.connect(self._mark)
        self._session.effects.measured.connect(self._take_effects)
        self._session.effects.started.connect(self.job_bar.watch)
        self._session.effects.cancelled.connect(self._end_ranking)
        self._source.changed.connect(self._show)
        self.tools.layer_chosen.connect(self._session.select_layer)
        self.tools.upsampling_chosen.connect(self._session.set_upsampling)
        self.tools.colours_chosen.connect(self._recolour)
        self.tools.point_chosen.connect(self._choose_point)
        self.tools.order_chosen.connect(self._choose_order)
        self.grid.channel_hovered.connect(self._describe)
        self.actions_row.pin_toggled.connect(self._toggle_pins)
        self.details.unpinned.connect(lambda pin: self._set_pins([other for other in self._pins if other != pin]))

    def save_state(self) -> dict[str, Any]:
        """What a person has chosen here, as plain values that ``json.dumps`` accepts."""
        pins = [[pin.layer, pin.channel] for pin in self._pins]
        upsampling = str(self._session.upsampling)
        return {**self._choice.to_json(), "upsampling": upsampling, "order": str(self._order), "pins": pins}

    def restore_state(self, state: Mapping[str, Any]) -> None:
        """The inverse of :meth:`save_state`; anything that is missing or not understood gets its default."""
        self._choice = ColourChoice.from_json(state)
        self.tools.show_choice(self._choice)
        wanted, order = state.get("upsampling"), state.get("order")
        upsampling = Upsampling(wanted) if wanted in list(Upsampling) else Upsampling.NATIVE
        self.tools.show_upsampling(upsampling)
        self._session.set_upsampling(upsampling)
        self._choose_order(Order(order) if order in list(Order) else Order.INDEX)
        self._set_pins([Pin(*pair) for pair in state.get("pins", ()) if _is_pin(pair)])
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        self._watch()

    def hideEvent(self, event: QHideEvent) -> None:
        self._source.watch(())

    def _watch(self) -> None:
        if self.isVisible() and self._session.selected_layer:
            self._source.watch((self._session.selected_layer, *(pin.layer for pin in self._pins)))

    def _take_model(self, model: OpenModel) -> None:
        if model.config != self._config:
            self._config = model.config
            self._empty()
            self.tools.setEnabled(True)
            self.tools.set_model(model.config)
            self.tools.show_upsampling(self._session.upsampling)
            self._set_pins(self._pins)
        self.tools.show_layer(self._session.selected_layer)
        self._watch()

    def _empty(self) -> None:
        self._source.forget()
        self._sorted = False
        self.grid.clear()
        self.caption.clear()
        self.bar.hide()

    def _select(self, name: str) -> None:
        self.tools.show_layer(name)
        self._resort()
        self._watch()

    def _recolour(self, choice: ColourChoice) -> None:
        self._choice = choice
        self._show()

    def _choose_point(self, point: Point) -> None:
        self._source.set_point(point)
        self._resort()

    def _choose_order(self, order: Order) -> None:
        self._order = order
        self.tools.show_order(order)
        self._resort()

    def _resort(self) -> None:
        self._sorted = False
        self._rank_if_wanted()
        self._show()

    def _rank_if_wanted(self) -> None:
        model, layer = self._session.model, self._session.selected_layer
        if self._order is Order.EFFECT and model is not None:
            self._session.effects.measure(model.source.path, layer, model.config.z_dim)

    def _take_effects(self, layer: str) -> None:
        if layer == self._session.selected_layer and self._order is Order.EFFECT:
            self._sorted = False
            self._show()

    def _end_ranking(self) -> None:
        """Channels are never in another order than the one that is named."""
        if self._order is Order.EFFECT:
            self._choose_order(Order.INDEX)

    def _layer(self, name: str) -> Layer:
        """Differences go below zero even after a ReLU."""
        assert self._config is not None
        layer = find_layer(self._config, name)
        return replace(layer, signed=True) if self._source.point is Point.DIFFERENCE else layer

    def _show(self) -> None:
        """Show the last maps of the selected layer; until there are any, what is shown stays."""
        name = self._session.selected_layer
        maps = self._source.maps(name)
        if self._config is None or maps is None:
            return
        layer = self._layer(name)
        colouring = self._choice.resolve(layer)
        self.grid.set_maps(maps, colouring)
        if not self._sorted:
            self.grid.set_order(sorted_channels(maps, self._order, self._session.effects.of(name)).tolist())
            self._sorted = True
        self.bar.show_range(maps, colouring)
        self.bar.show()
        self.caption.setText(layer_caption(layer, maps.shape[-1]))
        self.actions_row.set_layer(find_layer(self._config, name))
        self._describe(self.grid.pointed_channel)
        self._show_pins()
        self._mark()

    def _mark(self) -> None:
        pinned = (pin.channel for pin in self._pins if pin.layer == self._session.selected_layer)
        self.grid.set_marks(self.actions_row.marks(frozenset(pinned)))

    def _describe(self, channel: int) -> None:
        maps = self.grid.maps
        if maps is None or channel == NONE:
            self.info.setText(_HINT)
            self.details.show_channel(None)
            return
        self.info.setText(channel_summary(channel, maps[channel]))
        self.details.show_channel(self._shown(self._session.selected_layer, channel), self._effect_note(channel))

    def _effect_note(self, channel: int) -> str:
        effects = self._session.effects.of(self._session.selected_layer)
        return "" if effects is None else f"effect on the picture {number(float(effects[channel]))}"

    def _shown(self, name: str, channel: int) -> Shown | None:
        maps = self._source.maps(name)
        if maps is None or channel >= len(maps):
            return None
        layer = self._layer(name)
        colouring = self._choice.resolve(layer)
        ends = colouring.ends(maps)
        fixed = colouring if ends is None else colouring.between(*ends)
        return Shown(layer, channel, maps[channel], fixed)

    def _toggle_pins(self) -> None:
        if self.actions_row.layer is None:
            return
        chosen = [Pin(self.actions_row.layer.name, channel) for channel in sorted(self.grid.selection)]
        if set(chosen) <= set(self._pins):
            self._set_pins([pin for pin in self._pins if pin not in chosen])
        else:
            self._set_pins(list(dict.fromkeys([*self._pins, *chosen])))

    def _set_pins(self, pins: "list[Pin] | tuple[Pin, ...]") -> None:
        """Those of layers and channels that there are not are left out."""
        layers = {} if self._config is None else {layer.name: layer for layer in layers_of(self._config)}
        self._pins = tuple(pin for pin in pins if pin.layer in layers and pin.channel < layers[pin.layer].shape[0])
        self._watch()
        self._show_pins()
        self._mark()

    def _show_pins(self) -> None:
        shown = (self._shown(pin.layer, pin.channel) for pin in self._pins)
        self.details.show_pins(self._pins, [channel for channel in shown if channel is not None])


def _is_pin(pair: Any) -> bool:
    match pair:
        case [str(), int() as channel]:
            return channel >= 0
    return False


def _side_by_side(left: QWidget, right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GAP)
    row.addWidget(left, 1)
    row.addWidget(right)
    return row
