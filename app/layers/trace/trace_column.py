"""One layer of a trace: the part that a pixel sees, and the channels that it owes most to."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.layers.arithmetic.cell_grid import CellGrid, Field, Frame, Ink
from app.layers.arithmetic.figures import exact
from app.layers.arithmetic.gather_view import coloured
from app.layers.arithmetic.ranking import Ranking
from app.theme import GAP
from app.widgets.labels import muted
from gan.layers.traces import LATENT, LayerTrace
from gan.layers.transposed import Array
from gan.words import tr

TILES, ACROSS = 4, 2
TILE_SIDE = 74
_WIDE_SUM = "−00.00000 + −00.00000 shifts"


class TraceColumn(QWidget):
    """The strongest channels as maps with the receptive field framed, then all of them ranked; of z only these."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.title, self.seen, self.sum = QLabel(f"<b>{title}</b>"), muted(wraps=True), muted()
        self.tiles = [] if name == LATENT else [_Tile() for _ in range(TILES)]
        self.ranking = Ranking(tr("{title}: channels by their share of the pixel", title=title))
        self.seen.setMinimumHeight(2 * self.seen.fontMetrics().lineSpacing())
        self.seen.setAlignment(Qt.AlignmentFlag.AlignTop)
        # Wide enough for most sums, so that live values do not move the columns.
        self.sum.setMinimumWidth(self.sum.fontMetrics().horizontalAdvance(_WIDE_SUM))
        self.sum.setToolTip(
            tr("The shares of all its channels, and what biases and BatchNorm shifts of later layers add")
        )
        tiles = QGridLayout()
        tiles.setSpacing(GAP // 2)
        for place, tile in enumerate(self.tiles):
            tiles.addWidget(tile, place // ACROSS, place % ACROSS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.title)
        layout.addWidget(self.seen)
        layout.addLayout(tiles)
        layout.addWidget(self.ranking, 1)
        layout.addWidget(self.sum)

    def show_trace(self, trace: LayerTrace) -> None:
        """Show what the pixel owes to this layer."""
        counted = self.name == LATENT or trace.maps.shape[-2:] == (1, 1)
        self.seen.setText(tr("each number reaches every pixel") if counted else tr("sees {field}", field=trace.field))
        for tile, channel, values, share in zip(
            self.tiles, trace.strongest, trace.maps, trace.contributions[list(trace.strongest)], strict=False
        ):
            tile.show_channel(channel, float(share), trace, values)
        for place, tile in enumerate(self.tiles):
            tile.setVisible(place < len(trace.strongest))
        count = len(trace.contributions)
        what = tr("numbers") if counted else tr("channels")
        self.ranking.show_contributions(
            tr("All {count} {what} by share", count=count, what=what), trace.contributions, None
        )
        shares = float(trace.contributions.sum())
        self.sum.setText(
            tr(
                "{shares} + {offset} shifts\n= {sum}",
                shares=exact(shares),
                offset=exact(trace.offset),
                sum=exact(shares + trace.offset),
            )
        )


class _Tile(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.grid = CellGrid(tr("Channel"))
        self.grid.setFixedSize(TILE_SIDE, TILE_SIDE)
        self.grid.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.label = QLabel()
        self.label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.grid, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.label)

    def show_channel(self, channel: int, share: float, trace: LayerTrace, values: Array) -> None:
        seen = trace.field
        self.grid.set_field(Field(values, coloured(trace.maps, bool((trace.maps < 0).any()))))
        self.grid.set_frames(Frame(seen.rows[0], seen.columns[0], len(seen.rows), len(seen.columns), Ink.CHOSEN))
        self.grid.setAccessibleName(
            tr("Channel {channel}, the framed part has an effect on the pixel", channel=channel)
        )
        self.label.setText(f"{channel}: {exact(share)}")
