"""The tool rows above the channels: which layer, how large, which colours, which range."""

from collections.abc import Iterable
from functools import partial
from itertools import chain, pairwise

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.layers.channels.points import Point
from app.layers.views.colouring import AUTOMATIC, LARGEST_LIMIT, ColourChoice
from app.layers.views.part_choice import PartChoice
from app.layers.views.selection import layer_in
from app.layers.views.wording import PART, block_title
from app.theme import GAP
from app.widgets.labels import muted
from app.widgets.number_fields import FloatField
from app.widgets.segmented import SegmentedControl
from gan.layers.catalogue import Upsampling
from gan.layers.mosaic import COLOUR_MAPS, Scaling
from gan.layers.ordering import Order
from gan.model.architecture import Architecture
from gan.words import marked, tr

_SIZES = {
    Upsampling.NATIVE: marked("Native"),
    Upsampling.NEAREST: marked("Picture’s, nearest"),
    Upsampling.BILINEAR: marked("Picture’s, bilinear"),
}
_RANGES = {
    Scaling.LAYER: marked("Whole layer"),
    Scaling.CHANNEL: marked("Each channel"),
    Scaling.FIXED: marked("Fixed"),
}
_POINTS = {Point.CURRENT: "z", Point.A: "A", Point.B: "B", Point.DIFFERENCE: "B − A"}
_ORDERS = {
    Order.INDEX: marked("Index"),
    Order.MEAN: marked("Mean"),
    Order.VARIANCE: marked("Variance"),
    Order.SPARSITY: marked("Sparsity"),
    Order.EFFECT: marked("Effect on picture"),
}
_POINT_TIPS = {
    Point.CURRENT: marked("The channels of the current z"),
    Point.A: marked("The channels of A, the first end of the interpolation"),
    Point.B: marked("The channels of B, the second end of the interpolation"),
    Point.DIFFERENCE: marked("What the channels of B have more than those of A"),
}
_ORDER_TIP = marked(
    "The largest first. The order holds while z moves; choose it again to sort anew. Effect: "
    "how much the picture changes when a channel is muted, over many z; it is measured in "
    "the background."
)
_SIZE_TIP = marked("Whether the channels are enlarged to the size of the picture, and how")
_COLOURS_TIP = marked("Automatic: blue to red around 0 where values go below 0, viridis after ReLU")
_RANGE_TIP = marked("Which values the ends of the colour bar stand for")
_STEP, _DECIMALS = 0.5, 2


class ChannelTools(QWidget):
    """Shows what is chosen and says what a person chooses; knows no session. In fewer words where it is narrow."""

    layer_chosen = Signal(str)
    upsampling_chosen = Signal(Upsampling)
    colours_chosen = Signal(object)
    """The new :class:`ColourChoice`."""
    point_chosen = Signal(Point)
    order_chosen = Signal(Order)
    """Also when the same one is chosen again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._config: Architecture | None = None
        self._rows: list[list[QWidget]] = []
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        self.block = _combo("block", tr("Which block of the generator to look into"), tr("Block"))
        self.stage = PartChoice()
        self.stage.setAccessibleName(tr("Part of the block"))
        self.map_size = _combo("map_size", tr(_SIZE_TIP), tr("Size"), _SIZES.items())
        maps = {AUTOMATIC: tr("Automatic"), **{name: name.capitalize() for name in COLOUR_MAPS}}
        self.colours = _combo("colours", tr(_COLOURS_TIP), tr("Colours"), maps.items())
        self.scaling = _combo("scaling", tr(_RANGE_TIP), tr("Range"), _RANGES.items())
        self.order = _combo("order", tr(_ORDER_TIP), tr("Sort by"), _ORDERS.items())
        self.point = SegmentedControl({point.value: title for point, title in _POINTS.items()}, narrow=True)
        self.point.setAccessibleName(tr("Point in latent space"))
        for point, tip in _POINT_TIPS.items():
            self.point.button(point).setToolTip(tr(tip))
        self.point.set_current(Point.CURRENT)
        self.low, self.high = _limit("fixed_low", tr("Lowest value")), _limit("fixed_high", tr("Highest value"))
        self._show_limits(ColourChoice())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addLayout(self._row(tr("&Block"), self.block, tr(PART), self.stage, tr("Of"), self.point))
        colouring = (self.colours, tr("&Range"), self.scaling, self.low, self.high)
        layout.addLayout(self._row(tr("&Size"), self.map_size, tr("&Colours"), *colouring, tr("Sor&t"), self.order))

    def _row(self, *parts: str | QWidget) -> QHBoxLayout:
        """Words stand before what they name."""
        row = QHBoxLayout()
        row.setSpacing(GAP)
        widgets = [muted(part) if isinstance(part, str) else part for part in parts]
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch()
        for word, named in pairwise(widgets):
            if isinstance(word, QLabel):
                word.setBuddy(named)
        self._rows.append(widgets)
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """As wide as the controls without words."""
        return QSize(self._width(worded=False), super().minimumSizeHint().height())

    def _fit(self) -> None:
        """Words before the controls if there is room; tips and screen readers say them in any case."""
        worded = self._width(worded=True) <= self.width()
        for widget in chain(*self._rows):
            if isinstance(widget, QLabel):
                widget.setVisible(worded)

    def _width(self, *, worded: bool) -> int:
        """Pixels that the wider row takes with its words, or without."""
        return max(map(partial(_width, worded=worded), self._rows), default=0)

    def _connect(self) -> None:
        self.block.activated.connect(self._choose_layer)
        self.stage.chosen.connect(self._choose_layer)
        self.map_size.activated.connect(lambda: self.upsampling_chosen.emit(self.upsampling))
        self.colours.activated.connect(self._choose_colours)
        self.scaling.activated.connect(self._choose_colours)
        self.low.valueChanged.connect(self._choose_colours)
        self.high.valueChanged.connect(self._choose_colours)
        self.point.chosen.connect(lambda point: self.point_chosen.emit(Point(point)))
        self.order.activated.connect(lambda: self.order_chosen.emit(Order(self.order.currentData())))

    @property
    def upsampling(self) -> Upsampling:
        """The size that is shown as chosen."""
        return Upsampling(self.map_size.currentData())

    @property
    def choice(self) -> ColourChoice:
        """The colours and the range that are shown as chosen."""
        fixed = self.low.value(), self.high.value()
        return ColourChoice(self.colours.currentData(), Scaling(self.scaling.currentData()), fixed)

    def set_model(self, config: Architecture) -> None:
        """Offer the layers of ``config``."""
        self._config = config
        self.block.clear()
        for block in config.blocks:
            self.block.addItem(block_title(block), block.name)
        self._fit()

    def show_layer(self, name: str) -> None:
        """Show the layer called ``name`` as chosen."""
        assert self._config is not None
        self.block.setCurrentIndex(self.block.findData(name.partition(".")[0]))
        self.stage.show_layer(self._config, name)

    def show_upsampling(self, upsampling: Upsampling) -> None:
        """Show ``upsampling`` as chosen."""
        self.map_size.setCurrentIndex(self.map_size.findData(upsampling))

    def show_order(self, order: Order) -> None:
        """Show ``order`` as chosen."""
        self.order.setCurrentIndex(self.order.findData(order))

    def show_choice(self, choice: ColourChoice) -> None:
        """Show ``choice`` as chosen."""
        self.colours.setCurrentIndex(self.colours.findData(choice.colours))
        self.scaling.setCurrentIndex(self.scaling.findData(choice.scaling))
        self._show_limits(choice)

    def _show_limits(self, choice: ColourChoice) -> None:
        step = 10**-_DECIMALS
        for box, value in zip((self.low, self.high), choice.fixed, strict=True):
            box.blockSignals(True)
            box.setRange(-LARGEST_LIMIT, LARGEST_LIMIT)
            box.setValue(value)
            box.setVisible(choice.scaling is Scaling.FIXED)
            box.blockSignals(False)
        self.low.setMaximum(choice.fixed[1] - step)
        self.high.setMinimum(choice.fixed[0] + step)
        self._fit()

    def _choose_layer(self) -> None:
        assert self._config is not None
        self.layer_chosen.emit(layer_in(self._config, self.block.currentData(), self.stage.current))

    def _choose_colours(self) -> None:
        choice = self.choice
        self._show_limits(choice)
        self.colours_chosen.emit(choice)


def _combo(name: str, tip: str, accessible: str, items: Iterable[tuple[str, str]] = ()) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.setToolTip(tip)
    box.setAccessibleName(accessible)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    for key, text in items:
        box.addItem(tr(text), key)
    return box


def _limit(name: str, tip: str) -> FloatField:
    box = FloatField()
    box.setObjectName(name)
    box.setToolTip(tip)
    box.setAccessibleName(tip)
    box.setSingleStep(_STEP)
    box.setDecimals(_DECIMALS)
    # By default as wide as its limits need, which is more than the row can spare.
    box.setFixedWidth(box.fontMetrics().horizontalAdvance("−000.00") + 34)
    return box


def _width(row: Iterable[QWidget], *, worded: bool) -> int:
    shown = [widget for widget in row if (worded if isinstance(widget, QLabel) else not widget.isHidden())]
    return sum(widget.sizeHint().width() for widget in shown) + GAP * len(shown)
