"""Transposed convolutions that draw no checkerboard of their own: what is flat before them is flat after them.

With a stride of S, a cell of the output is reached by every S-th tap of the kernel, and by which hangs on its place.
Overlaps may be as even as they like: where these groups of taps have different sums, flat maps come out with a pattern
whose period is S, and blocks behind this one enlarge it (Sugawara et al., 2018, "Super-resolution using convolutional
neural networks without any checkerboard artifacts").
"""

import torch
from torch import Tensor, nn


@torch.no_grad()
def even_out(network: nn.Module) -> None:
    """Move the weights of all transposed convolutions of ``network`` as little as makes these sums equal.

    Those with dilation are none of ours. A kernel smaller than its stride leaves cells unreached, and stays as it is.
    """
    for module in network.modules():
        if isinstance(module, nn.ConvTranspose2d):
            _even_out(module.weight, module.stride)


def tap_sums(weight: Tensor, stride: tuple[int, ...]) -> Tensor:
    """What the cells of an output get from a flat input of 1, by their place: (SY * SX, *) for ``weight`` (*, KY, KX).

    Inner cells, that is; those at the rim are reached by fewer taps.
    """
    return torch.stack([group.sum((-2, -1)) for group in _groups(weight, stride)])


def _even_out(weight: Tensor, stride: tuple[int, ...]) -> None:
    groups = _groups(weight, stride)
    if len(groups) == 1 or any(group.numel() == 0 for group in groups):
        return
    sums = tap_sums(weight, stride)
    for group, excess in zip(groups, sums - sums.mean(0), strict=True):
        taps = group.shape[-2] * group.shape[-1]
        group -= (excess / taps)[..., None, None]


def _groups(weight: Tensor, stride: tuple[int, ...]) -> list[Tensor]:
    """The taps that reach cells of the same place, as views."""
    down, across = stride
    return [weight[..., row::down, column::across] for row in range(down) for column in range(across)]
