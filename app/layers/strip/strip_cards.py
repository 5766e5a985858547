"""The cards of the generator strip: z, one for each block, and the arrows between them."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.layers.views.colouring import DIVERGING, ColourChoice, Colouring
from app.layers.views.mosaic_view import MosaicView
from app.layers.views.wording import block_explanation, block_title, card_text, shape_text, span
from app.widgets.image_view import ImageView
from app.widgets.labels import muted
from gan.explore.latent import Latent
from gan.images import Picture
from gan.layers.catalogue import Layer
from gan.layers.mosaic import Maps, Scaling
from gan.model.architecture import Architecture, Distribution
from gan.model.blocks import BlockSpec
from gan.model.part_specs import Shape
from gan.words import joined, tr

PADDING = 8
ARROW_WIDTH, ARROW_MARGIN = 22, 5.0
_SMALL_MAP, _MANY, _FEW = 8, 36, 16
_Z_RANGES = {Distribution.NORMAL: (-3.0, 3.0), Distribution.UNIFORM: (-1.0, 1.0)}
_ROUND = 6
_LOWEST_VIEW = 24
_LINE_GAP = 1


class Card(QAbstractButton):
    """A picture over four short lines, two if it is brief; what can be selected is a check button."""

    def __init__(self, view: QWidget, title: str, shape: str, operation: str) -> None:
        super().__init__()
        self._view = view
        view.setMinimumHeight(_LOWEST_VIEW)
        self.shape, self.range = QLabel(shape), muted(" ")
        self.operation = muted(operation)
        self.operation.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._spare = [self.range, self.operation]
        self._labels = [_bold(title), self.shape, *self._spare]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        layout.setSpacing(_LINE_GAP)
        layout.addWidget(view, 1)
        layout.addSpacing(PADDING - 2)
        for label in self._labels:
            layout.addWidget(label)
        for child in (view, *self._labels):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(joined((title, shape)))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    @property
    def text_height(self) -> int:
        """What the card's height exceeds that of its view by."""
        return self.sizeHint().height() - self._view.sizeHint().height()

    @property
    def text_width(self) -> int:
        """What the texts need, margins included."""
        return max(label.sizeHint().width() for label in self._labels if not label.isHidden()) + 2 * PADDING

    def set_width(self, width: int) -> None:
        """Be ``width`` pixels wide; what is said of the values takes all of it, so that live ones move nothing."""
        self.setFixedWidth(width)
        self.range.setFixedSize(width - 2 * PADDING, self.range.sizeHint().height())

    @property
    def spare_height(self) -> int:
        """Pixels that it needs less when it is brief."""
        return sum(max(label.sizeHint().height(), label.minimumHeight()) + _LINE_GAP for label in self._spare)

    def set_brief(self, brief: bool) -> None:
        """Leave out what is done and how large the values are, or say it again."""
        for label in self._spare:
            label.setVisible(not brief)

    def show_range(self, values: Maps) -> None:
        """Say from where to where ``values`` (any shape) reach."""
        self.range.setText(span(float(values.min()), float(values.max())))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2.0 if self.isChecked() else 1.0
        painter.setPen(QPen(self.palette().color(self._frame_role()), width))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), _ROUND, _ROUND)
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Text), 1, Qt.PenStyle.DotLine))
            inset = 3.5
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 4, 4)

    def _frame_role(self) -> QPalette.ColorRole:
        if self.isChecked():
            return QPalette.ColorRole.Highlight
        hovered = self.isCheckable() and self.underMouse()
        return QPalette.ColorRole.PlaceholderText if hovered else QPalette.ColorRole.Mid


class LatentCard(Card):
    """``z``: a field of its numbers; it holds no layer, so it cannot be selected."""

    def __init__(self, config: Architecture) -> None:
        self.view = MosaicView()
        z_dim, self._range = config.z_dim, _Z_RANGES[config.distribution]
        told = tr("\nand a class") if config.condition else ""
        super().__init__(
            self.view, "z", tr("{z_dim} numbers", z_dim=z_dim), tr("latent vector\nfrom the sliders{told}", told=told)
        )
        self.setObjectName("card_z")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setToolTip(
            tr("The {z_dim} numbers that the picture is made from; blue is below 0, red above", z_dim=z_dim)
        )

    def show_z(self, z: Latent) -> None:
        """Show (z_dim,)."""
        self.view.set_maps(z.reshape(-1, 1, 1), Colouring(DIVERGING, Scaling.FIXED, self._range))
        self.show_range(z)


class BlockCard(Card):
    """A hidden block: its first channels after one of its parts."""

    def __init__(self, config: Architecture, block: BlockSpec) -> None:
        self.view = MosaicView()
        super().__init__(self.view, block_title(block), shape_text(block.shape), card_text(config, block))
        self._block = block
        _make_selectable(self, block)
        self._explain(block.shape)

    def show_block(self, layer: Layer, maps: Maps, image: Picture) -> None:
        """Show the maps of ``layer``, (C, H, W), however much they were enlarged."""
        step = max(1, maps.shape[-1] // layer.shape[-1])
        colouring = ColourChoice().resolve(layer)
        self.view.set_maps(maps[: _shown(layer.shape), step // 2 :: step, step // 2 :: step], colouring)
        self.show_range(maps)
        self.shape.setText(shape_text(layer.shape))
        self._explain(layer.shape)

    def _explain(self, shape: Shape) -> None:
        count = _shown(shape)
        shown = tr("its channels") if count == shape[0] else tr("the first {count} channels", count=count)
        explanation = tr("{block} The picture shows {shown}.", block=block_explanation(self._block), shown=shown)
        if explanation != self.toolTip():  # a live card says the same with every picture
            self.setToolTip(explanation)


class PictureCard(Card):
    """The last block, whose output is the picture."""

    def __init__(self, config: Architecture, block: BlockSpec) -> None:
        self.view = ImageView()
        super().__init__(self.view, block_title(block), shape_text(block.shape), card_text(config, block))
        _make_selectable(self, block)
        self.setToolTip(block_explanation(block))

    def show_block(self, layer: Layer, maps: Maps, image: Picture) -> None:
        """Show the picture, (H, W, C) uint8, and the range of ``maps``."""
        self.view.set_picture(image)
        self.show_range(maps)


def block_card(config: Architecture, block: BlockSpec) -> BlockCard | PictureCard:
    """The card for ``block`` of a generator of ``config``."""
    return PictureCard(config, block) if block.is_last else BlockCard(config, block)


def align_texts(cards: Sequence[Card]) -> None:
    """Let what ``cards`` say begin at the same height, however many lines the last of it has."""
    tallest = max(card.operation.sizeHint().height() for card in cards)
    for card in cards:
        card.operation.setMinimumHeight(tallest)


def _shown(shape: Shape) -> int:
    """How many of a layer's channels there is room for."""
    return min(shape[0], _MANY if shape[-1] <= _SMALL_MAP else _FEW)


def _make_selectable(card: Card, block: BlockSpec) -> None:
    card.setObjectName(f"card_{block.name}")
    card.setCheckable(True)
    card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    card.setAttribute(Qt.WidgetAttribute.WA_Hover)


def _bold(text: str) -> QLabel:
    label = QLabel(text)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label
