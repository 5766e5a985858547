"""The Channels panel: one layer of the generator, all its channels, live."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.layers.channels.channel_actions import ChannelActions
from app.layers.channels.channel_details import ChannelDetails, Shown
from app.layers.channels.channel_look import ChannelLook, Pin
from app.layers.channels.channel_ranking import ChannelRanking
from app.layers.channels.channel_source import ChannelSource
from app.layers.channels.channel_tools import ChannelTools
from app.layers.channels.points import Point
from app.layers.views.channel_grid import NONE, ChannelGrid
from app.layers.views.colour_bar import ColourBar
from app.layers.views.colouring import ColourChoice
from app.layers.views.wording import layer_caption, number, part_title
from app.session.open_model import OpenModel
from app.session.session import Session
from app.theme import GAP
from app.work.job_bar import JobBar
from gan.layers.catalogue import Layer, find_layer
from gan.layers.mosaic import Maps, map_size
from gan.layers.ordering import Order, sorted_channels
from gan.sizes import Size
from gan.words import tr


class ChannelPanel(QWidget):
    """Follows the session's selected layer; has its maps made only while it can be seen.

    The order of the channels holds while z moves; another layer, point or choice of order makes it anew.
    """

    def __init__(
        self, session: Session, look: ChannelLook, ranking: ChannelRanking, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._look, self._ranking = session, look, ranking
        self._source = ChannelSource(session, self)
        self._sorted = False
        self._build_ui()
        self._connect()
        self._show_look()
        session.follow_model(self._take_model)

    def _build_ui(self) -> None:
        self.tools = ChannelTools()
        self.tools.setEnabled(False)
        self.caption = QLabel()
        self.caption.setObjectName("layer_caption")
        self.caption.setWordWrap(True)
        self.bar = ColourBar()
        self.bar.hide()
        self.grid = ChannelGrid(tr("The channels appear with the first picture."))
        self.grid.setObjectName("channel_grid")
        self.details = ChannelDetails()
        self.actions_row = ChannelActions(self.grid, self._session.edits)
        self.info = self.actions_row.info
        self.info.setText(self.grid.pointed_summary)
        self.job_bar = JobBar()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self.tools)
        layout.addLayout(_side_by_side(self.caption, self.bar))
        layout.addLayout(_side_by_side(self.grid, _scrolled(self.details)), 1)
        layout.addWidget(self.job_bar)
        layout.addWidget(self.actions_row)

    def _connect(self) -> None:
        session, look, ranking = self._session, self._look, self._ranking
        session.inspection.layer_changed.connect(self._select)
        session.inspection.upsampling_changed.connect(self.tools.show_upsampling)
        session.edits.changed.connect(self._mark)
        look.colours_changed.connect(self._recolour)
        look.order_chosen.connect(self._reorder)
        look.pins_changed.connect(self._take_pins)
        ranking.measured.connect(self._take_effects)
        ranking.started.connect(self.job_bar.watch)
        ranking.given_up.connect(self._end_ranking)
        self._source.changed.connect(self._show)
        self.tools.layer_chosen.connect(session.inspection.select_layer)
        self.tools.upsampling_chosen.connect(session.inspection.set_upsampling)
        self.tools.colours_chosen.connect(look.set_colours)
        self.tools.order_chosen.connect(look.set_order)
        self.tools.point_chosen.connect(self._choose_point)
        self.grid.channel_hovered.connect(self._describe)
        self.grid.selection_changed.connect(self._choose_channel)
        self.actions_row.pin_toggled.connect(self._toggle_pins)
        self.details.unpinned.connect(lambda pin: look.toggle_pins([pin]))

    def _show_look(self) -> None:
        """What was chosen before this panel was there."""
        self.tools.show_upsampling(self._session.inspection.upsampling)
        self.tools.show_choice(self._look.colours)
        self.tools.show_order(self._look.order)
        self._show_pins()

    def _watch(self) -> None:
        self._source.watch((self._session.inspection.layer, *(pin.layer for pin in self._look.pins)))

    def _take_model(self, before: OpenModel | None, now: OpenModel) -> None:
        if before is None or before.config != now.config:
            self._empty()
            self.tools.setEnabled(True)
            self.tools.set_model(now.config)
            self._rank_if_wanted()
        self.tools.show_layer(self._session.inspection.layer)
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
        self.tools.show_choice(choice)
        self._show()

    def _choose_point(self, point: Point) -> None:
        self._source.set_point(point)
        self._resort()

    def _reorder(self, order: Order) -> None:
        self.tools.show_order(order)
        self._resort()

    def _resort(self) -> None:
        self._sorted = False
        self._rank_if_wanted()
        self._show()

    def _rank_if_wanted(self) -> None:
        if self._look.order is Order.EFFECT:
            self._ranking.measure(self._session.inspection.layer)

    def _take_effects(self, layer: str) -> None:
        if layer == self._session.inspection.layer and self._look.order is Order.EFFECT:
            self._sorted = False
            self._show()

    def _end_ranking(self) -> None:
        """Channels are never in another order than the one that is named."""
        if self._look.order is Order.EFFECT:
            self._look.set_order(Order.INDEX)

    def _layer(self, name: str) -> Layer:
        """Differences go below zero even after a ReLU."""
        layer = self._found(name)
        return replace(layer, signed=True) if self._source.point is Point.DIFFERENCE else layer

    def _found(self, name: str) -> Layer:
        assert self._session.model is not None
        return find_layer(self._session.model.config, name)

    def _show(self) -> None:
        """Show the last maps of the selected layer; until there are any, what is shown stays."""
        name = self._session.inspection.layer
        maps = self._source.maps(name)
        if maps is None:
            return
        layer = self._layer(name)
        colouring = self._look.colours.resolve(layer)
        self.grid.set_maps(maps, colouring)
        self._sort(name, maps)
        self.bar.show_range(maps, colouring)
        self.bar.show()
        self._show_caption(layer, map_size(maps))
        self.actions_row.set_layer(self._found(name))
        self._describe(self.grid.pointed_channel)
        self._show_pins()
        self._mark()

    def _sort(self, name: str, maps: Maps) -> None:
        """Once; after that the order holds."""
        if not self._sorted:
            measured = self._ranking.of(name)
            effects = None if measured is None else measured.effects
            self.grid.set_order(sorted_channels(maps, self._look.order, effects).tolist())
            self._sorted = True

    def _mark(self) -> None:
        layer = self._session.inspection.layer
        pinned = (pin.channel for pin in self._look.pins if pin.layer == layer)
        self.grid.set_marks(self.actions_row.marks(frozenset(pinned)))

    def _describe(self, channel: int) -> None:
        self.info.setText(self.grid.pointed_summary)
        if self.grid.maps is None or channel == NONE:
            self.details.show_channel(None)
        else:
            shown = self._shown(self._session.inspection.layer, channel)
            self.details.show_channel(shown, self._effect_note(channel))

    def _choose_channel(self) -> None:
        """What a person has chosen here is what other panels look into."""
        if self.grid.current_channel != NONE:
            self._session.inspection.choose_channel(self.grid.current_channel)

    def _effect_note(self, channel: int) -> str:
        measured = self._ranking.of(self._session.inspection.layer)
        if measured is None:
            return ""
        return tr(
            "effect {value} {effects}",
            value=self._effects_origin() or tr("on the picture"),
            effects=number(float(measured.effects[channel])),
        )

    def _effects_origin(self) -> str:
        """Whose effects are known, if they are not those on the picture that is shown."""
        measured, here = self._ranking.of(self._session.inspection.layer), self._session.origin
        if measured is None or here is None or measured.origin == here:
            return ""
        return (
            tr("without the changes")
            if measured.origin.path == here.path
            else tr("in {origin}", origin=measured.origin.title)
        )

    def _show_caption(self, layer: Layer, shown: Size) -> None:
        """Channels that are sorted by what was measured elsewhere say so."""
        whose = self._effects_origin() if self._look.order is Order.EFFECT else ""
        caption = layer_caption(layer, shown)
        self.caption.setText(
            tr("{caption}, sorted by the effects {whose}", caption=caption, whose=whose) if whose else caption
        )

    def _shown(self, name: str, channel: int) -> Shown | None:
        maps = self._source.maps(name)
        if maps is None or channel >= len(maps):
            return None
        layer = self._layer(name)
        colouring = self._look.colours.resolve(layer)
        ends = colouring.ends(maps)
        fixed = colouring if ends is None else colouring.between(*ends)
        return Shown(layer, channel, maps[channel], fixed)

    def _toggle_pins(self) -> None:
        layer = self.actions_row.layer
        if layer is not None:
            self._look.toggle_pins([Pin(layer.name, channel) for channel in sorted(self.grid.selection)])

    def _take_pins(self) -> None:
        self._watch()
        self._show_pins()
        self._mark()

    def _show_pins(self) -> None:
        shown = (self._shown(pin.layer, pin.channel) for pin in self._look.pins)
        named = {pin: self._part_name(pin.layer) for pin in self._look.pins}
        self.details.show_pins(named, [channel for channel in shown if channel is not None])

    def _part_name(self, layer: str) -> str:
        assert self._session.model is not None
        block, _, part = layer.partition(".")
        return part_title(self._session.model.config.find_block(block), part)


def _side_by_side(left: QWidget, right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GAP)
    row.addWidget(left, 1)
    row.addWidget(right)
    return row


def _scrolled(details: QWidget) -> QScrollArea:
    """However much there is to say of a channel, the grid keeps its height."""
    area = QScrollArea()
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFixedWidth(details.minimumWidth() + area.verticalScrollBar().sizeHint().width())
    area.setWidget(details)
    return area
