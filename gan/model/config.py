"""The architecture of the networks that are trained here as plain numbers; no torch in here."""

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Any

from gan.model.architecture import Architecture, Condition
from gan.model.blocks import BlockSpec, chained
from gan.model.classes import checked_names
from gan.model.d_layouts import D_LAYOUTS, widened
from gan.model.discriminator_layout import DiscriminatorLayout
from gan.model.doublings import LARGEST_SIDE, SMALLEST_SIDE, checked_sides, map_sizes
from gan.model.fully_connected import discriminator_layout, generator_parts
from gan.model.kinds import CONVOLUTIONAL, FULLY_CONNECTED, KINDS
from gan.model.one_cell import from_one_cell
from gan.model.part_specs import Activation, ActivationKind, Norm, NormKind, TransposedConvolution
from gan.settings import Settings, setting
from gan.sizes import read_size

RELU, TANH = Activation(ActivationKind.RELU), Activation(ActivationKind.TANH)


@dataclass(frozen=True)
class ModelConfig(Settings, Architecture):
    """Everything that fixes the shape of what is trained here: its generator and its discriminator.

    ``class_names`` are those that both networks are told; they come from the pictures (:mod:`gan.train.labels`).
    """

    image_size: int | str = setting(
        32,
        f"Pixels of a side, such as 64, or width x height, such as 96x64: from {SMALLEST_SIDE} to {LARGEST_SIDE}, and "
        "small maps doubled a few times. Every doubling makes training about four times slower.",
        label="Picture size",
        reads=checked_sides,
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
        first_map, *larger = map_sizes(self.picture_size)
        widths = (features, *reversed(widened(self.ngf, len(larger))), self.channels)
        first = from_one_cell(features, widths[1], first_map)
        *hidden, last = (TransposedConvolution(*pair, 4, 2, 1, bias=False) for pair in pairwise(widths[1:]))
        return chained(
            (features, 1, 1),
            [
                (first, Norm(NormKind.BATCH, widths[1]), RELU),
                *((conv, Norm(NormKind.BATCH, conv.out_channels), RELU) for conv in hidden),
                (replace(last, bias=True), TANH),
            ],
        )

    @cached_property
    def discriminator(self) -> DiscriminatorLayout:
        """The layers of the discriminator, from the picture to the score."""
        batch_norm = self.d_norm == "batch"
        if self.kind == FULLY_CONNECTED.name:
            return discriminator_layout(self.picture_shape, self.ndf, batch_norm=batch_norm)
        halvings = len(map_sizes(self.picture_size)) - 1
        layout = D_LAYOUTS[self.d_layout]
        return layout.layout(self.picture_shape, self.ndf, halvings, batch_norm=batch_norm)

    @property
    def picture_shape(self) -> tuple[int, int, int]:
        """(C, H, W) of a generated picture."""
        width, height = read_size(self.image_size)
        return self.channels, height, width
