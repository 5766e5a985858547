"""The architecture of the networks that are trained here as plain numbers; no torch in here."""

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Any

from gan.errors import UsageError
from gan.model.architecture import (
    Activation,
    ActivationKind,
    Architecture,
    BlockSpec,
    Condition,
    Norm,
    NormKind,
    TransposedConvolution,
    chained,
)
from gan.model.classes import checked_names
from gan.model.d_layouts import D_LAYOUTS, widened
from gan.model.discriminator_layout import DiscriminatorLayout
from gan.model.fully_connected import discriminator_layout, generator_parts
from gan.model.kinds import CONVOLUTIONAL, FULLY_CONNECTED, KINDS
from gan.settings import Settings, setting

OFFERED_SIZES = (28, 32, 48, 64, 96, 128, 256)
SMALLEST_SIZE, LARGEST_SIZE = 16, 512
SMALLEST_MAP = 4
RELU, TANH = Activation(ActivationKind.RELU), Activation(ActivationKind.TANH)


def stage_sizes(image_size: int) -> tuple[int, ...]:
    """Sides of the feature maps from the first to the picture: 28 gives (7, 14, 28), 64 (4, 8, 16, 32, 64).

    The side is halved while it is even and the half is at least 4. Raises :class:`UsageError` for a
    side whose smallest map would be larger than 7 (such as 36, which stops at 9).
    """
    sizes = [image_size]
    while sizes[0] % 2 == 0 and sizes[0] >= 2 * SMALLEST_MAP:
        sizes.insert(0, sizes[0] // 2)
    if not SMALLEST_SIZE <= image_size <= LARGEST_SIZE or sizes[0] >= 2 * SMALLEST_MAP:
        offered = ", ".join(map(str, OFFERED_SIZES))
        raise UsageError(
            f"image_size {image_size} cannot be reached by doubling a map of 4 to 7; take one of {offered}"
        )
    return tuple(sizes)


@dataclass(frozen=True)
class ModelConfig(Settings, Architecture):
    """Everything that fixes the shape of what is trained here: its generator and its discriminator.

    ``class_names`` are those that both networks are told; they come from the pictures (:mod:`gan.train.labels`).
    """

    image_size: int = setting(
        32,
        "Side of the square pictures in pixels. Every doubling makes training about four times slower.",
        label="Picture size",
        minimum=SMALLEST_SIZE,
        maximum=LARGEST_SIZE,
    )
    channels: int = setting(
        3, "1 for grey pictures, 3 for colour.", label="Colour channels", choices=(1, 3), advanced=True
    )
    z_dim: int = setting(
        100,
        "Length of the latent vector z: how many sliders the generator has.",
        label="Latent dimensions",
        minimum=1,
        maximum=1024,
        advanced=True,
    )
    ngf: int = setting(
        64,
        "Feature maps in the generator's last hidden layer; earlier layers have 2, 4 and 8 times as many. Fully "
        "connected layers have 4, 8 and 16 times as many numbers.",
        label="Generator width",
        minimum=4,
        maximum=256,
    )
    ndf: int = setting(
        64,
        "Feature maps in the discriminator's first layer; later layers have 2, 4 and 8 times as many. Fully connected "
        "layers have 8 and 4 times as many numbers.",
        label="Discriminator width",
        minimum=4,
        maximum=256,
    )
    d_layout: str = setting(
        next(iter(D_LAYOUTS)),
        "; ".join(f"{layout.name} {layout.explanation}" for layout in D_LAYOUTS.values()) + ".",
        label="Layers of D",
        choices=tuple(D_LAYOUTS),
        advanced=True,
    )
    d_norm: str = setting(
        "batch",
        "What keeps D's layers in check: BatchNorm as in the DCGAN paper, spectral normalisation, which is steadier, "
        "or none.",
        label="Normalisation of D",
        choices=("batch", "spectral", "none"),
        advanced=True,
    )
    kind: str = setting(
        CONVOLUTIONAL.name,
        "; ".join(f"{kind.name} {kind.explanation}" for kind in KINDS.values()) + ".",
        label="Kind of networks",
        choices=tuple(KINDS),
    )
    class_names: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        super().__post_init__()
        stage_sizes(self.image_size)
        object.__setattr__(self, "class_names", checked_names(self.class_names))

    def to_dict(self) -> dict[str, Any]:
        """Plain values that ``json.dumps`` accepts, and as it gives them back."""
        return {**super().to_dict(), "class_names": list(self.class_names)}

    @property
    def condition(self) -> Condition | None:
        """1 at the place of the class, 0 elsewhere, behind z: the first layer adds maps of its own for each class."""
        count = len(self.class_names)
        return Condition(count, count, embedded=False) if count else None

    @cached_property
    def blocks(self) -> tuple[BlockSpec, ...]:
        """Transposed convolutions with BatchNorm and ReLU, or linear layers, and tanh behind the last."""
        condition = self.condition
        features = self.z_dim if condition is None else condition.features(self.z_dim)
        if self.kind == FULLY_CONNECTED.name:
            return chained((features, 1, 1), generator_parts(features, self.ngf, self.picture_shape))
        sizes = stage_sizes(self.image_size)
        widths = (features, *reversed(widened(self.ngf, len(sizes) - 1)), self.channels)
        first = TransposedConvolution(widths[0], widths[1], sizes[0], bias=False)
        *hidden, last = (TransposedConvolution(*pair, 4, 2, 1, bias=False) for pair in pairwise(widths[1:]))
        return chained(
            (features, 1, 1),
            [
                *((conv, Norm(NormKind.BATCH, conv.out_channels), RELU) for conv in (first, *hidden)),
                (replace(last, bias=True), TANH),
            ],
        )

    @cached_property
    def discriminator(self) -> DiscriminatorLayout:
        """The layers of the discriminator, from the picture to the score."""
        batch_norm = self.d_norm == "batch"
        if self.kind == FULLY_CONNECTED.name:
            return discriminator_layout(self.picture_shape, self.ndf, batch_norm=batch_norm)
        halvings = len(stage_sizes(self.image_size)) - 1
        layout = D_LAYOUTS[self.d_layout]
        return layout.layout(self.picture_shape, self.ndf, halvings, batch_norm=batch_norm)

    @property
    def picture_shape(self) -> tuple[int, int, int]:
        """(C, H, W) of a generated picture."""
        return self.channels, self.image_size, self.image_size
