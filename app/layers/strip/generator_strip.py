"""The Generator panel: the whole way from z to the picture at a glance."""

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.layers.strip.strip_cards import (
    ARROW_MARGIN,
    ARROW_WIDTH,
    PADDING,
    BlockCard,
    Card,
    LatentCard,
    PictureCard,
    align_texts,
    block_card,
)
from app.layers.strip.strip_tools import StripTools
from app.layers.views.arrow import Arrow
from app.layers.views.selection import layer_in
from app.session.open_model import OpenModel
from app.session.session import Session
from app.session.wanted import NOTHING, Wanted
from app.theme import GAP
from app.widgets.groups import hold
from app.widgets.labels import muted
from app.widgets.watch import Watch
from gan.layers.catalogue import find_layer
from gan.model.architecture import Architecture
from gan.request import RenderResult
from gan.words import tr

OWNER = "strip"


class GeneratorStrip(QWidget):
    """One card for z and one for each block, live while it can be seen.

    A click or an arrow key selects a block. All blocks show the part that is selected: what they hold after
    the convolution, after BatchNorm or after the activation.
    """

    layer_selected = Signal(str)
    """A person has selected a block: the name of the layer to look into."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._watch = Watch(self, partial(session.watch, OWNER), NOTHING)
        self._config: Architecture | None = None
        self.cards: dict[str, BlockCard | PictureCard] = {}
        """By the block's name, in order."""
        self.latent_card: LatentCard | None = None
        self._whole_height = 0
        """Pixels that cards with all their lines need."""
        self._build_ui()
        self._connect()
        session.follow_model(self._take_model)

    def _build_ui(self) -> None:
        self._scroll = QScrollArea()
        self._scroll.setObjectName("blocks")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(_placeholder())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.tools = StripTools()
        self.tools.setEnabled(False)
        layout.addWidget(self.tools)
        layout.addWidget(self._scroll, 1)
        self.setAccessibleName(tr("Generator, from z to the picture"))

    def _connect(self) -> None:
        self._session.inspection.layer_changed.connect(self._mark)
        self._session.rendered.connect(self._take_result)
        self.layer_selected.connect(self._session.inspection.select_layer)
        self.tools.part_chosen.connect(self._choose_part)
        self.tools.rearranged.connect(lambda: QTimer.singleShot(0, self, self._fit_cards))
        self.tools.batch_chosen.connect(self._session.edits.set_batch)
        self._session.edits.changed.connect(self._show_batch)
        self._show_batch()

    def sizeHint(self) -> QSize:
        return QSize(900, 250)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_cards()

    def _show_batch(self) -> None:
        self.tools.show_batch(self._session.edits.batch)

    def _shown_layer(self, block: str) -> str:
        """The selected part of ``block``, or its last if it has no such part."""
        assert self._config is not None
        return layer_in(self._config, block, self._session.inspection.layer.partition(".")[2])

    def _take_model(self, before: OpenModel | None, now: OpenModel) -> None:
        if now.config != self._config:
            self._config = now.config
            self._rebuild(now.config)
            self.tools.setEnabled(True)
            self.tools.show_norms(now.config)
        self._mark(self._session.inspection.layer)

    def _rebuild(self, config: Architecture) -> None:
        self.latent_card = LatentCard(config)
        self.cards = {block.name: block_card(config, block) for block in config.blocks}
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(0)
        layout.addStretch()
        layout.addWidget(self.latent_card)
        group = QButtonGroup(row)
        for name, card in self.cards.items():
            layout.addWidget(Arrow(ARROW_WIDTH, ARROW_MARGIN))
            layout.addWidget(card)
            group.addButton(card)
            card.clicked.connect(lambda _, name=name: self._choose(name))
        layout.addStretch()
        align_texts([self.latent_card, *self.cards.values()])
        self._scroll.setWidget(row)
        bar = self._scroll.horizontalScrollBar().sizeHint().height()
        self._whole_height = row.minimumSizeHint().height() + bar
        self._scroll.setMinimumHeight(self._whole_height - self.latent_card.spare_height)
        self._fit_cards()

    @property
    def _all_cards(self) -> list[Card]:
        return [] if self.latent_card is None else [self.latent_card, *self.cards.values()]

    def _choose(self, block: str) -> None:
        self.layer_selected.emit(self._shown_layer(block))

    def _choose_part(self, part: str) -> None:
        assert self._config is not None
        block = self._session.inspection.layer.partition(".")[0]
        self.layer_selected.emit(layer_in(self._config, block, part))

    def _mark(self, layer: str) -> None:
        assert self._config is not None
        block = layer.partition(".")[0]
        self.tools.show_layer(self._config, layer)
        hold(self.cards[block])
        self._scroll.ensureWidgetVisible(self.cards[block], GAP, 0)
        self._watch.want(Wanted(tuple(map(self._shown_layer, self.cards))))

    def _take_result(self, result: RenderResult) -> None:
        model = self._session.model
        if not self._watch.active or self.latent_card is None or model is None or model.config != self._config:
            return
        self.latent_card.show_z(result.request.z[0])
        for name, card in self.cards.items():
            layer = find_layer(model.config, self._shown_layer(name))
            if layer.name in result.maps:
                card.show_block(layer, result.maps[layer.name][0], result.images[0])
        if any(card.text_width > card.width() for card in self.cards.values()):
            self._fit_cards()

    def _fit_cards(self) -> None:
        """Make the views square: as high as the strip allows, but no wider than leaves room for all cards.

        In a low strip the cards say less, so that no line of theirs is cut.
        """
        cards = self._all_cards
        if not cards:
            return
        for card in cards:
            card.set_brief(self._scroll.height() < self._whole_height)
        texts = max(card.text_width for card in cards)
        room = (self.width() - 2 * GAP - ARROW_WIDTH * len(self.cards)) // len(cards)
        square = self._scroll.height() - 2 * GAP - max(card.text_height for card in cards) + 2 * PADDING
        for card in cards:
            card.set_width(max(texts, min(room, square)))


def _placeholder() -> QLabel:
    label = muted(tr("The blocks of the generator appear when a model is open."), wraps=True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label
