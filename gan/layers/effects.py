"""How much each channel of a layer matters: the change of the picture when it is muted, over many z."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from gan.layers.catalogue import find_layer
from gan.layers.features import capture
from gan.model.networks import Generator

Effects = npt.NDArray[np.float32]


@torch.inference_mode()
def channel_effects(
    generator: Generator, layer: str, z: Tensor, report: Callable[[int, int], None] = lambda done, total: None
) -> Effects:
    """Shape (C,): root mean square difference, over all ``z`` (N, z_dim) and pixels, of the pictures in [-1, 1].

    ``report(done, total)`` is called before each channel and may raise to give up. Only what follows
    ``layer`` is computed for each channel. Raises :class:`gan.errors.UsageError` for an unknown layer.
    """
    total = find_layer(generator.config, layer).shape[0]
    with capture(generator, [layer]) as captured:
        pictures = generator(z)
    maps = captured[layer]
    effects = np.zeros(total, np.float32)
    for channel in range(total):
        report(channel, total)
        muted = maps.clone()
        muted[:, channel] = 0
        effects[channel] = float((generator.continued(layer, muted, z) - pictures).square().mean().sqrt())
    return effects
