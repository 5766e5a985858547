"""The Discriminator panel: the other network's score of the picture, where it comes from, and its layers."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from app.layers.discriminator.opinion_watch import OpinionWatch
from app.layers.views.channel_grid import ChannelGrid
from app.layers.views.colour_bar import ColourBar
from app.layers.views.colouring import DIVERGING, ColourChoice, Colouring
from app.layers.views.mosaic_view import MosaicView
from app.layers.views.wording import STAGE_TITLES, layer_caption, number
from app.session.session import Session
from app.theme import GAP
from app.widgets.labels import muted
from app.widgets.watch import Watch
from gan.layers.catalogue import Layer, discriminator_layers_of, find_discriminator_layer
from gan.layers.mosaic import Maps, map_size
from gan.layers.opinion import Opinion
from gan.model.config import ModelConfig
from gan.model.discriminator_layout import DiscriminatorLayout
from gan.model.part_specs import Stage
from gan.request import RenderResult
from gan.words import marked, tr

_SIDE, _NARROW_SIDE, _CHOICE, _CAPTION = 270, 186, 120, 80
_STEPS = 1000
_PROBABILITY = marked("Probability that the picture is real, as the discriminator sees it")
_SCORE_TIP = marked(
    "How likely the discriminator takes the picture for a real one, and the score (logit) that this follows from: "
    "above 0 is real. Its BatchNorm uses running statistics here; in training it used those of batches."
)
_GRADIENT_TIP = marked("How the score changes with each pixel: red, brighter is more real; blue, darker is more real")
_GUIDED_TIP = marked(
    "Guided backpropagation, as in the DCGAN paper: gradients pass a unit only where it is active and they "
    "themselves are above 0, which leaves the parts of the picture that speak for it"
)


class DiscriminatorPanel(QWidget):
    """Live while it can be seen; where there is no discriminator, it says why."""

    def __init__(self, session: Session, opinion: OpinionWatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._opinion = session, opinion
        self._watch: Watch[tuple[str, ...] | None] = Watch(self, opinion.watch, None)
        self._config: ModelConfig | DiscriminatorLayout | None = None
        self._choice = ColourChoice()
        self._build_ui()
        self._connect()
        self._take_judge()

    def _build_ui(self) -> None:
        self.reason = muted(wraps=True)
        self.reason.setObjectName("no_discriminator")
        self.reason.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._content = QWidget()
        row = QHBoxLayout(self._content)
        row.setContentsMargins(GAP, GAP, GAP, GAP)
        row.setSpacing(2 * GAP)
        row.addWidget(self._build_score(), 1)
        row.addLayout(self._build_layers(), 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.reason)
        layout.addWidget(self._content)

    def _build_score(self) -> QWidget:
        self.score, self.logit, self.age = QLabel(), muted(), muted(wraps=True)
        self.score.setObjectName("score")
        font = self.score.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        font.setBold(True)
        self.score.setFont(font)
        self.gauge = QProgressBar()
        self.gauge.setRange(0, _STEPS)
        self.gauge.setTextVisible(False)
        self.gauge.setFixedHeight(GAP)
        self.gradient, self.guided = MosaicView(), MosaicView()
        self.legends = {self.gradient: ColourBar(), self.guided: ColourBar()}
        side = QWidget()
        side.setMinimumWidth(_NARROW_SIDE)
        side.setMaximumWidth(_SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        for widget in (muted(tr(_PROBABILITY), wraps=True), self.score, self.gauge, self.logit, self.age):
            widget.setToolTip(tr(_SCORE_TIP))
            column.addWidget(widget)
        for view, title, tip in (
            (
                self.gradient,
                tr("Gradient of the score: brighter is more real where red, less where blue"),
                tr(_GRADIENT_TIP),
            ),
            (self.guided, tr("Guided backpropagation: what speaks for real is red"), tr(_GUIDED_TIP)),
        ):
            view.setToolTip(tip)
            view.setAccessibleName(title.partition(":")[0])
            column.addSpacing(GAP // 2)
            column.addWidget(view, 1)
            column.addWidget(self.legends[view])
            column.addWidget(muted(title, wraps=True))
        return side

    def _build_layers(self) -> QVBoxLayout:
        self.layer = QComboBox()
        self.layer.setObjectName("discriminator_layer")
        self.layer.setAccessibleName(tr("Layer of the discriminator"))
        self.layer.setToolTip(tr("Which layer of the discriminator to look into, from the picture to the score"))
        self.layer.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.layer.setMinimumWidth(_CHOICE)
        self.caption, self.info = muted(wraps=True), muted(wraps=True)
        self.caption.setMinimumWidth(_CAPTION)
        self.bar = ColourBar()
        self.grid = ChannelGrid(tr("The channels appear with the first opinion."))
        self.grid.setObjectName("discriminator_grid")
        self.info.setText(self.grid.pointed_summary)
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self.layer)
        top.addWidget(self.caption, 1)
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addLayout(top)
        column.addWidget(self.grid, 1)
        column.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(self.info)
        return column

    def _connect(self) -> None:
        self._opinion.changed.connect(self._take_judge)
        self._opinion.arrived.connect(self._take_opinion)
        self.layer.activated.connect(self._want_layer)
        self.grid.channel_hovered.connect(self._describe)

    def _take_judge(self) -> None:
        """Another generator is open, beside which there may be another discriminator, with other layers, or none."""
        self.reason.setText(self._opinion.reason)
        self.reason.setVisible(bool(self._opinion.reason))
        self._content.setVisible(not self._opinion.reason)
        if self._opinion.config != self._config:
            self._config = self._opinion.config
            self._fill_layers(() if self._config is None else discriminator_layers_of(self._config))
        self._want_layer()

    def _fill_layers(self, layers: Sequence[Layer]) -> None:
        """The first activation is shown first."""
        self.grid.clear()
        self.layer.clear()
        for layer in layers:
            self.layer.addItem(_layer_title(layer), layer.name)
        first = next((place for place, layer in enumerate(layers) if layer.stage is Stage.ACT), 0)
        self.layer.setCurrentIndex(first if layers else -1)

    def _want_layer(self) -> None:
        name = self.layer.currentData()
        self._watch.want(None if name is None else (name,))

    def _take_opinion(self, result: RenderResult) -> None:
        opinion = result.opinion
        if opinion is None or self._config is None:
            return
        self._show_score(opinion)
        for view, values in ((self.gradient, opinion.gradient), (self.guided, opinion.guided)):
            mean = values.mean(axis=0, keepdims=True)
            view.set_maps(mean, Colouring(DIVERGING))
            self.legends[view].show_range(mean, Colouring(DIVERGING))
        for name, maps in opinion.maps.items():
            self._show_layer(find_discriminator_layer(self._config, name), maps)

    def _show_score(self, opinion: Opinion) -> None:
        percent = 100 * opinion.probability
        self.score.setText(percent_text(percent))
        self.gauge.setValue(round(_STEPS * opinion.probability))
        self.gauge.setAccessibleName(
            tr("The discriminator takes the picture for real by {percent:.0f}%", percent=percent)
        )
        self.logit.setText(tr("score {logit}", logit=number(opinion.logit)))
        self.age.setText(self._ages(opinion.step))

    def _ages(self, step: int | None) -> str:
        """The discriminator is that of the run's newest snapshot, whichever of them is under the sliders."""
        model = self._session.model
        shown = None if model is None else model.checkpoint.provenance.get("step")
        if step is None:
            imported = model is not None and model.imported_from is not None
            return (
                tr("discriminator that was imported with the generator")
                if imported
                else tr("discriminator of unknown age")
            )
        if step == shown:
            return tr("discriminator of step {step:,}, like the generator", step=step)
        return (
            tr("discriminator of step {step:,}, generator of step {shown:,}", step=step, shown=shown)
            if shown
            else tr("of step {step:,}", step=step)
        )

    def _show_layer(self, layer: Layer, maps: Maps) -> None:
        colouring = self._choice.resolve(layer)
        self.grid.set_maps(maps, colouring)
        self.bar.show_range(maps, colouring)
        self.caption.setText(layer_caption(layer, map_size(maps)))
        self._describe()

    def _describe(self) -> None:
        self.info.setText(self.grid.pointed_summary)


def percent_text(percent: float) -> str:
    """Whole percents in the middle, two decimals where they would round to none or to all."""
    if 1 <= percent <= 99:
        return f"{percent:.0f}%"
    if percent < 0.01:
        return "< 0.01%"
    return f"{percent:.2f}%" if percent <= 99.99 else "> 99.99%"


def _layer_title(layer: Layer) -> str:
    """``Block 2 · BatchNorm``."""
    if layer.block == "score":
        return tr("Score")
    return tr(
        "Block {number} · {stage}",
        number=layer.block.removeprefix("block"),
        stage=tr(STAGE_TITLES[layer.stage]),
    )
