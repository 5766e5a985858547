"""The discriminators that are trained here, by name, as plain numbers; no torch in here.

Another one is another record: settings, command line, form, network and every view of its layers follow from it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from gan.model.discriminator_layout import DiscriminatorLayout
from gan.model.one_cell import to_one_cell
from gan.model.part_specs import Activation, ActivationKind, Convolution, Norm, NormKind, Part, Shape
from gan.records import by_name

WIDEST_MULTIPLE = 8
KERNELS = {1: 3, 2: 4}
"""By stride; with padding 1 the side stays, or is halved."""

WidthsAndStrides = list[tuple[int, int]]


@dataclass(frozen=True)
class DLayout:
    """One way to build a discriminator.

    ``explanation`` goes on from the name. ``convolutions`` takes the width of the first one (``ndf``) and how often the
    sides are halved. ``slope`` is that of the leaky ReLUs behind them.
    """

    name: str
    explanation: str
    convolutions: Callable[[int, int], WidthsAndStrides]
    slope: float = 0.2

    def layout(self, picture: Shape, ndf: int, halvings: int, *, batch_norm: bool) -> DiscriminatorLayout:
        """From ``picture`` (C, H, W) to one number; the first convolution and the last never have a BatchNorm."""
        blocks: list[tuple[Part, ...]] = []
        channels, leaky = picture[0], Activation(ActivationKind.LEAKY, self.slope)
        for width, stride in self.convolutions(ndf, halvings):
            norms = (Norm(NormKind.BATCH, width),) if batch_norm and blocks else ()
            blocks.append((Convolution(channels, width, KERNELS[stride], stride, 1, bias=not norms), *norms, leaky))
            channels = width
        height, width = (side // 2**halvings for side in picture[1:])
        return DiscriminatorLayout.of(picture, [*blocks, (to_one_cell((channels, height, width)),)])


def widened(narrowest: int, count: int) -> list[int]:
    """``count`` widths, each twice the one before, at most 8 times ``narrowest``."""
    return [narrowest * min(2**power, WIDEST_MULTIPLE) for power in range(count)]


def _halving(ndf: int, halvings: int) -> WidthsAndStrides:
    return [(width, 2) for width in widened(ndf, halvings)]


def _deep(ndf: int, halvings: int) -> WidthsAndStrides:
    return [*_halving(ndf, halvings), (widened(ndf, halvings)[-1], 1)]


def _in_turn(ndf: int, halvings: int) -> WidthsAndStrides:
    *widths, last = widened(ndf, halvings + 1)
    return [*((width, stride) for width in widths for stride in (1, 2)), (last, 1)]


D_LAYOUTS = by_name(
    DLayout("dcgan", "halves the picture with every layer, as in the DCGAN paper", _halving),
    DLayout("deep", "has one more layer behind the last halving, which sees whole shapes", _deep),
    DLayout(
        "sndcgan",
        "keeps and halves the side in turn: better per picture, several times slower; made for spectral normalisation",
        _in_turn,  # Miyato et al. (2018), "Spectral Normalization for GANs", table 3: seven convolutions for 32 pixels
        slope=0.1,
    ),
)
"""By the name that :class:`gan.model.config.ModelConfig` gives them; the first is the usual one."""
