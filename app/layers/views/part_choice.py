"""The choice between the parts of a block: what it holds after the convolution, after BatchNorm, ..."""

from PySide6.QtWidgets import QWidget

from app.layers.views.selection import offered_parts
from app.layers.views.wording import STAGE_TITLES
from app.widgets.segmented import SegmentedControl
from gan.layers.catalogue import Stage
from gan.model.architecture import Architecture
from gan.words import tr


class PartChoice(SegmentedControl):
    """Parts that the block lacks, but others of its kind have, are grey; the others say ``tip``, or what they are."""

    def __init__(self, tip: str = "", parent: QWidget | None = None) -> None:
        super().__init__({stage: tr(STAGE_TITLES[stage]) for stage in (Stage.CONV, Stage.NORM, Stage.ACT)}, parent)
        self._tip = tip
        self.setToolTip(tip)

    def show_layer(self, config: Architecture, name: str) -> None:
        """Offer the parts of the block that the layer called ``name`` belongs to, that layer as chosen."""
        block, _, part = name.partition(".")
        parts = offered_parts(config, block)
        self.offer({offered.name: offered.title for offered in parts})
        for offered in parts:
            button = self.button(offered.name)
            button.setEnabled(offered.is_there)
            button.setToolTip(self._tip if self._tip and offered.is_there else offered.tip)
        self.set_current(part)
