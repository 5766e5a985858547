"""Beside the grid: the pointed channel enlarged, in numbers and as a histogram, and the pinned ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.layers.channels.channel_look import Pin
from app.layers.channels.histogram import Histogram
from app.layers.views.colouring import Colouring
from app.layers.views.mosaic_view import MosaicView
from app.layers.views.wording import channel_numbers
from app.theme import GAP
from app.widgets.buttons import close_button
from app.widgets.labels import muted
from gan.layers.catalogue import Layer
from gan.layers.mosaic import Maps
from gan.words import marked, tr

WIDTH = 190
_HINT = marked("Point at a channel to see it here. P pins it, M mutes it, S mutes all the others.")
_MAP, _SMALLEST_MAP, _PIN = 150, 90, 56


@dataclass(frozen=True)
class Shown:
    """One channel: (H, W) values and the colours of its layer."""

    layer: Layer
    channel: int
    values: Maps
    colouring: Colouring


class ChannelDetails(QWidget):
    """Shows what it is given; knows no session."""

    unpinned = Signal(object)
    """The :class:`Pin` that a person has taken away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pins: dict[Pin, _PinCard] = {}
        self.setFixedWidth(WIDTH)
        self._build_ui()
        self.show_channel(None)

    def _build_ui(self) -> None:
        self.title, self.numbers = QLabel(), muted()
        self.title.setObjectName("channel_title")
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.numbers.setObjectName("channel_numbers")
        self.map = MosaicView()
        self.map.setMinimumHeight(_SMALLEST_MAP)
        self.map.setMaximumHeight(_MAP)
        self.histogram = Histogram()
        self.hint = muted(tr(_HINT), wraps=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP // 2)
        for widget in (self.hint, self.title, self.map, self.numbers, self.histogram):
            layout.addWidget(widget)
        layout.setStretchFactor(self.map, 100)  # it has its room before the pins have more than theirs
        layout.addWidget(self._build_pins(), 1)

    def _build_pins(self) -> QScrollArea:
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self._pin_layout = QVBoxLayout(inside)
        self._pin_layout.setContentsMargins(0, GAP // 2, 0, 0)
        self._pin_layout.setSpacing(GAP // 2)
        self._pin_layout.addStretch()
        area.setWidget(inside)
        area.setMinimumHeight(_PIN)
        return area

    @property
    def pins(self) -> tuple[Pin, ...]:
        """Those that are shown."""
        return tuple(self._pins)

    def show_channel(self, shown: Shown | None, note: str = "") -> None:
        """Show one channel large; ``note`` is a last line of text."""
        for widget in (self.title, self.map, self.numbers, self.histogram):
            widget.setVisible(shown is not None)
        self.hint.setVisible(shown is None)
        if shown is not None:
            self.title.setText(tr("Channel {channel}", channel=shown.channel))
            self.map.set_maps(shown.values[None], shown.colouring)
            self.numbers.setText(channel_numbers(shown.values) + (f"\n{note}" if note else ""))
            self.histogram.show_values(shown.values)

    def show_pins(self, pins: Mapping[Pin, str], shown: Sequence[Shown]) -> None:
        """Keep cards for ``pins``, whose values name their layers' parts, and bring those in ``shown`` up to date."""
        for pin in [pin for pin in self._pins if pin not in pins]:
            self._pins.pop(pin).deleteLater()
        for pin, name in pins.items():
            if pin not in self._pins:
                self._pins[pin] = card = _PinCard(pin, name)
                card.closed.connect(lambda pin=pin: self.unpinned.emit(pin))
                self._pin_layout.insertWidget(self._pin_layout.count() - 1, card)
        for channel in shown:
            self._pins[Pin(channel.layer.name, channel.channel)].show_channel(channel)


class _PinCard(QFrame):
    closed = Signal()

    def __init__(self, pin: Pin, name: str) -> None:
        super().__init__()
        self.setObjectName(f"pin_{pin.layer}_{pin.channel}")
        self.view = MosaicView()
        self.view.setFixedSize(_PIN, _PIN)
        block = pin.layer.partition(".")[0]
        title = QLabel(tr("{channel} of block {number}", channel=pin.channel, number=block.removeprefix("block")))
        title.setToolTip(tr("{name} of {block}", name=name, block=block))
        self.numbers = muted()
        close = close_button(tr("Unpin channel {channel} of {layer}", channel=pin.channel, layer=pin.layer))
        close.clicked.connect(self.closed)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(title)
        texts.addWidget(self.numbers)
        texts.addStretch()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.view)
        layout.addLayout(texts, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)

    def show_channel(self, shown: Shown) -> None:
        self.view.set_maps(shown.values[None], shown.colouring)
        self.numbers.setText(channel_numbers(shown.values, short=True))
