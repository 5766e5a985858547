"""The arithmetic in numbers: the products of one channel, all channels ranked, and the sum."""

from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.layers.arithmetic.figures import agreement_text, exact, flatness_text, place, sum_text
from app.layers.arithmetic.gather_view import flipped_tap
from app.layers.arithmetic.product_table import FLIPPED_TAP, TAP, ProductTable
from app.layers.arithmetic.ranking import Ranking
from app.theme import GAP
from app.widgets.labels import muted
from gan.layers.transposed import Array, Cell, Convolution, Geometry, painted
from gan.words import counted, marked, tr

_GATHER_COLUMNS = (marked("Input cell"), marked("Value x"), TAP, marked("Weight w"), "x · w")
_SCATTER_COLUMNS = (marked("Output"), TAP, marked("Weight w"), "x · w", marked("all inputs"))


class SumView(QWidget):
    """What makes an output, or what an input cell paints; ``beside`` is put to the left of the numbers."""

    channel_chosen = Signal(int)
    """A person has chosen this input channel."""

    def __init__(self, beside: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.products = ProductTable()
        self.ranking = Ranking(tr("Input channels by contribution"))
        self.total, self.agreement = QLabel(), muted(wraps=True)
        self.total.setWordWrap(True)
        self.total.setObjectName("total")
        self.total.setTextFormat(Qt.TextFormat.RichText)
        self.total.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.agreement.setObjectName("agreement")
        self.ranking.chosen.connect(self.channel_chosen)
        row = QHBoxLayout()
        row.setSpacing(2 * GAP)
        if beside is not None:
            row.addWidget(beside, 3)
        row.addWidget(self.products, 5)
        row.addWidget(self.ranking, 4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP // 2)
        layout.addLayout(row, 1)
        layout.addWidget(self.total)
        layout.addWidget(self.agreement)

    def show_pixel(self, convolution: Convolution, channel: int, pixel: Cell, *, flipped: bool) -> None:
        """What makes output ``pixel``, input ``channel`` in detail; taps are those of the kernel as it is drawn."""
        found = convolution.at(pixel)
        products = found.products[channel].ravel()
        columns = zip(
            found.cells,
            found.values[channel].ravel(),
            found.taps,
            found.weights[channel].ravel(),
            products,
            strict=True,
        )
        drawn = _drawn(convolution.geometry, flipped)
        rows = [(place(cell), exact(x), place(drawn(tap)), exact(w), exact(xw)) for cell, x, tap, w, xw in columns]
        many = tr(" from input channel {channel}", channel=channel) if len(convolution.maps) > 1 else ""
        count = tr("1 product,") if len(rows) == 1 else tr("{count} products, which sum to", count=len(rows))
        whole = exact(float(products.sum()))
        made = tr(": {count} <b>{whole}</b>", count=count, whole=whole) if rows else tr(": no input cell reaches it")
        self.products.show_rows(
            tr("<b>Output {pixel}</b>{many}{made}", pixel=place(pixel), many=many, made=made),
            _headed(_GATHER_COLUMNS, flipped),
            rows,
        )
        ranked = counted("One input channel", "{count} input channels, largest first", len(convolution.maps))
        self._rank(ranked, found.by_channel, channel)
        self.total.setText(tr("Output {pixel} = ", pixel=place(pixel)) + sum_text(found, convolution, pixel))
        self._show_notes(convolution)

    def show_cell(self, convolution: Convolution, channel: int, cell: Cell, *, flipped: bool) -> None:
        """What input ``cell`` paints, input ``channel`` in detail; taps are those of the kernel as it is drawn."""
        maps, kernels = convolution.maps.astype(np.float64), convolution.kernels.astype(np.float64)
        x, whole = maps[channel][cell], np.tensordot(maps[:, cell[0], cell[1]], kernels, 1)
        shape = (maps.shape[1], maps.shape[2])
        places = painted(convolution.geometry, shape, cell)
        drawn = _drawn(convolution.geometry, flipped)
        rows = [
            (
                place(pixel),
                place(drawn(tap)),
                exact(w := float(kernels[channel][tap])),
                exact(x * w),
                exact(float(whole[tap])),
            )
            for pixel, tap in places.items()
        ]
        many = len(maps) > 1
        title = tr("<b>Input cell {cell}</b>", cell=place(cell)) + (
            tr(" of channel {channel}", channel=channel) if many else ""
        )
        columns = _headed(_SCATTER_COLUMNS, flipped)
        self.products.show_rows(title, columns if many else columns[:-1], rows)
        strengths = np.abs(maps[:, cell[0], cell[1]]) * np.abs(kernels).sum((1, 2))
        self._rank(tr("Input channels by the strength of their stamp, Σ |x · w|"), strengths, channel)
        self.total.setText(
            tr(
                "Input cell {cell} is x = <b>{x}</b> and paints <b>{count}</b> outputs; "
                "where stamps of neighbours overlap, the outputs add up.",
                cell=place(cell),
                x=exact(float(x)),
                count=len(places),
            )
        )
        self._show_notes(convolution)

    def _show_notes(self, convolution: Convolution) -> None:
        notes = agreement_text(convolution), flatness_text(convolution)
        self.agreement.setText("  ·  ".join(filter(None, notes)))

    def _rank(self, title: str, contributions: Array, channel: int) -> None:
        self.ranking.setVisible(len(contributions) > 1)
        self.ranking.show_contributions(title, contributions, channel)


def _headed(columns: Sequence[str], flipped: bool) -> list[str]:
    return [FLIPPED_TAP if flipped and column == TAP else column for column in columns]


def _drawn(geometry: Geometry, flipped: bool) -> Callable[[Cell], Cell]:
    """From a tap of the kernel as it was learned to where it is drawn."""
    if not flipped:
        return lambda tap: tap
    return lambda tap: flipped_tap(geometry, tap)
