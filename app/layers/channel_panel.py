"""The Channels dock: one layer of the generator, all its channels, live."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.layers.channel_grid import NONE, ChannelGrid
from app.layers.channel_tools import ChannelTools
from app.layers.colour_bar import ColourBar
from app.layers.colouring import ColourChoice
from app.layers.wording import channel_summary, layer_caption
from app.session import OpenModel, Session
from app.theme import GAP
from gan.layers.catalogue import Upsampling, find_layer
from gan.model.config import ModelConfig
from gan.request import RenderResult

OWNER = "channels"
_HINT = "Point at a channel, or move with the arrow keys, to read its values."


class ChannelPanel(QWidget):
    """Follows the session's selected layer; has its maps made only while it can be seen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._choice = ColourChoice()
        self._config: ModelConfig | None = None
        self._result: RenderResult | None = None
        self._build_ui()
        self._connect()
        if session.model is not None:
            self._take_model(session.model)

    def _build_ui(self) -> None:
        self.tools = ChannelTools()
        self.tools.setEnabled(False)
        self.caption, self.info = QLabel(), QLabel(_HINT)
        self.caption.setObjectName("layer_caption")
        self.info.setObjectName("channel_info")
        self.info.setProperty("muted", True)
        for label in (self.caption, self.info):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.bar = ColourBar()
        self.bar.hide()
        self.grid = ChannelGrid("The channels appear with the first picture.")
        self.grid.setObjectName("channel_grid")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self.tools)
        layout.addLayout(_side_by_side(self.caption, self.bar))
        layout.addWidget(self.grid, 1)
        layout.addWidget(self.info)

    def _connect(self) -> None:
        self._session.model_changed.connect(self._take_model)
        self._session.layer_selection_changed.connect(self._select)
        self._session.rendered.connect(self._take_result)
        self.tools.layer_chosen.connect(self._session.select_layer)
        self.tools.upsampling_chosen.connect(self._session.set_upsampling)
        self.tools.colours_chosen.connect(self._recolour)
        self.grid.channel_hovered.connect(self._describe)

    def save_state(self) -> dict[str, Any]:
        """What a person has chosen here, as plain values that ``json.dumps`` accepts."""
        return {**self._choice.to_json(), "upsampling": str(self._session.upsampling)}

    def restore_state(self, state: Mapping[str, Any]) -> None:
        """The inverse of :meth:`save_state`; anything that is missing or not understood gets its default."""
        self._choice = ColourChoice.from_json(state)
        self.tools.show_choice(self._choice)
        wanted = state.get("upsampling")
        upsampling = Upsampling(wanted) if wanted in list(Upsampling) else Upsampling.NATIVE
        self.tools.show_upsampling(upsampling)
        self._session.set_upsampling(upsampling)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        self._watch()

    def hideEvent(self, event: QHideEvent) -> None:
        self._session.watch(OWNER, ())

    def _watch(self) -> None:
        if self.isVisible() and self._session.selected_layer:
            self._session.watch(OWNER, (self._session.selected_layer,))

    def _take_model(self, model: OpenModel) -> None:
        if model.config != self._config:
            self._config = model.config
            self._empty()
            self.tools.setEnabled(True)
            self.tools.set_model(model.config)
            self.tools.show_upsampling(self._session.upsampling)
        self.tools.show_layer(self._session.selected_layer)
        self._watch()

    def _empty(self) -> None:
        self._result = None
        self.grid.clear()
        self.caption.clear()
        self.bar.hide()

    def _select(self, name: str) -> None:
        self.tools.show_layer(name)
        self._show()
        self._watch()

    def _take_result(self, result: RenderResult) -> None:
        if self.isVisible():
            self._result = result
            self._show()

    def _recolour(self, choice: ColourChoice) -> None:
        self._choice = choice
        self._show()

    def _show(self) -> None:
        """Show the last result, if it has the selected layer; until it has, what is shown stays."""
        name = self._session.selected_layer
        if self._config is None or self._result is None or name not in self._result.maps:
            return
        layer = find_layer(self._config, name)
        maps = self._result.maps[name][0]
        colouring = self._choice.resolve(layer)
        self.grid.set_maps(maps, colouring)
        self.bar.show_range(maps, colouring)
        self.bar.show()
        self.caption.setText(layer_caption(layer, maps.shape[-1]))
        self._describe(self.grid.pointed_channel)

    def _describe(self, channel: int) -> None:
        maps = self.grid.maps
        if maps is None or channel == NONE:
            self.info.setText(_HINT)
        else:
            self.info.setText(channel_summary(channel, maps[channel]))


def _side_by_side(left: QWidget, right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GAP)
    row.addWidget(left, 1)
    row.addWidget(right)
    return row
