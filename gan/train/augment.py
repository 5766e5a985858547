"""Differentiable augmentation (Zhao et al., 2020): real and generated pictures are changed alike before D sees them.

So D cannot learn a small collection by heart, and G is not taught to draw the changes, as it would be
if only the real pictures were augmented.
"""

import torch
from torch import Tensor
from torch.nn import functional as F

SHIFT_SHARE = 0.125
CUTOUT_SHARE = 0.5
DRAWS = 7
"""Random numbers per picture: brightness, saturation, contrast, shift (2), cut-out (2)."""


def augmented(images: Tensor, draws: Tensor) -> Tensor:
    """``images`` (N, C, H, W) in [-1, 1] with new colours, shifted and with a hole.

    ``draws`` (N, 7), uniform in [0, 1), fix what is done to each picture.
    """
    return _cut_out(_shifted(_recoloured(images, draws[:, :3]), draws[:, 3:5]), draws[:, 5:])


def _recoloured(images: Tensor, draws: Tensor) -> Tensor:
    """Brightness by -0.5 to 0.5, saturation and contrast by a factor of 0 to 2 and of 0.5 to 1.5."""
    brightness, saturation, contrast = (column[:, None, None, None] for column in draws.unbind(1))
    images = images + (brightness - 0.5)
    grey = images.mean(dim=1, keepdim=True)
    images = grey + (images - grey) * (2.0 * saturation)
    middle = images.mean(dim=(1, 2, 3), keepdim=True)
    return middle + (images - middle) * (contrast + 0.5)


def _shifted(images: Tensor, draws: Tensor) -> Tensor:
    """Up to an eighth of the shorter side in each direction; what comes in is 0."""
    count, _, height, width = images.shape
    reach = round(SHIFT_SHARE * min(height, width))
    offsets = (draws * (2 * reach + 1)).long()
    padded = F.pad(images, (reach, reach, reach, reach))
    rows = torch.arange(height, device=images.device) + offsets[:, :1]
    columns = torch.arange(width, device=images.device) + offsets[:, 1:]
    one = torch.arange(count, device=images.device)[:, None, None]
    # Indexing pictures, rows and columns together moves the channels to the end.
    return padded.permute(0, 2, 3, 1)[one, rows[:, :, None], columns[:, None, :]].permute(0, 3, 1, 2)


def _cut_out(images: Tensor, draws: Tensor) -> Tensor:
    """Half of the height and of the width is 0 where they meet; the middle of that may lie anywhere."""
    rows, columns = (_near(draw, side) for draw, side in zip(draws.unbind(1), images.shape[2:], strict=True))
    return images * ~(rows[:, None, :, None] & columns[:, None, None, :])


def _near(draw: Tensor, side: int) -> Tensor:
    """Which of ``side`` cells, (N, side), lie around the places ``draw`` (N,), from 0 to 1."""
    position = torch.arange(side, device=draw.device) + 0.5
    return (position[None] - draw[:, None] * side).abs() < CUTOUT_SHARE * side / 2
