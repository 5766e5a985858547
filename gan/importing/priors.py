"""How usual a choice is, as a cost: what evidence has to outweigh, in the unit in which a misfit costs there.

The numbers order what tutorials and repositories do; only differences between them matter. 0 is what most people write.
"""

from collections.abc import Mapping

from gan.model.part_specs import Activation, ActivationKind, Enlarging

ACTIVATIONS: tuple[tuple[Activation | None, float], ...] = (
    (Activation(ActivationKind.RELU), 0.0),
    (Activation(ActivationKind.LEAKY, 0.2), 0.01),
    (Activation(ActivationKind.LEAKY, 0.01), 0.06),
    (None, 0.03),
    (Activation(ActivationKind.LEAKY, 0.1), 0.07),
    (Activation(ActivationKind.TANH), 0.06),
    (Activation(ActivationKind.ELU), 0.06),
    (Activation(ActivationKind.SELU), 0.06),
    (Activation(ActivationKind.GELU), 0.08),
    (Activation(ActivationKind.SILU), 0.08),
    (Activation(ActivationKind.LEAKY, 0.3), 0.13),
    (Activation(ActivationKind.LEAKY, 0.02), 0.13),
    (Activation(ActivationKind.LEAKY, 0.05), 0.13),
    (Activation(ActivationKind.SIGMOID), 0.1),
)
"""What can stand between two layers, None for nothing."""

EPSILONS: tuple[tuple[float, float], ...] = ((1e-5, 0.0), (0.8, 0.05))
"""Of BatchNorm. 0.8 is meant as a momentum and lands in the wrong place; it is often copied."""

SIDES: Mapping[int, float] = {
    28: 0.0, 32: 0.0, 64: 0.0, 16: 0.2, 128: 0.05, 96: 0.15, 48: 0.15, 256: 0.2, 24: 0.4, 36: 0.4, 40: 0.4, 56: 0.4,
    80: 0.4, 100: 0.4, 112: 0.4, 60: 0.4, 50: 0.5, 72: 0.5, 84: 0.4, 160: 0.4, 192: 0.4, 224: 0.4, 512: 0.3, 8: 0.8,
    20: 0.8, 12: 0.9, 14: 0.9,
}  # fmt: skip
"""Of pictures, in pixels."""
ODD_SIDE = 1.6
"""Of any other side."""
OTHER_STYLE = 0.15
"""For an activation, or an order, that the layers before do not have."""
UNJUDGED = 4
"""So many times that, where no statistics follow that could speak for it."""
ABSENT_GAP = 0.25
"""For a part without weights where consecutive numbers leave no room for one, or a gap that nothing fills."""
UNIFORM_Z = 0.12
ONE_HOT = 0.3
LABEL_FIRST = 0.05
ENLARGED = {Enlarging.NEAREST: 0.02, Enlarging.BILINEAR: 0.04, Enlarging.BICUBIC: 0.2}
ALIGNED_CORNERS = 0.06


def of_side(side: int, stated: int | None) -> float:
    """Of pictures of ``side``, where the file says what the side is, or does not (None)."""
    if stated is not None:
        return 0.0 if side == stated else 4.0
    return SIDES.get(side, ODD_SIDE)


def of_convolution(kernel: int, stride: int, padding: int) -> float:
    """Of an ordinary convolution."""
    cost = 0.0 if kernel % 2 and padding == kernel // 2 else 0.1 if padding == 0 else 0.2
    return cost if stride == 1 else cost + 0.25


def of_transposed(kernel: int, stride: int, padding: int, output_padding: int, side: int) -> float:
    """Of a transposed convolution of maps of ``side``."""
    growth = (side - 1) * stride - 2 * padding + kernel + output_padding
    if side == 1:
        return 0.0 if (padding, output_padding) == (0, 0) else 0.12 if growth in (2, 4, 7, 8) else 0.4
    if growth == 2 * side and stride == 2:
        return 0.0 if output_padding == 0 or kernel % 2 else 0.15
    if stride == 1:
        return 0.05 if growth == side else 0.25 if padding == 0 else 0.35
    if stride == 2 and output_padding == 0 and (padding == 0 or growth == 2 * side - 1):
        return 0.1
    if stride > 2:
        return 0.3 if growth == stride * side else 0.5
    return 0.2 if growth % 2 == 0 and output_padding == 0 else 0.3 if output_padding == 0 else 0.5
