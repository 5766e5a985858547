"""EfficientNet-Lite0, whose features judge pictures in colour; its weights come in a package of their own.

The network is that of Tan and Le (2019), "EfficientNet", without squeeze and excitation and with ReLU6, as published in
2020. It has learned the 1,000 classes of ImageNet.
"""

from collections.abc import Iterator

from torch import Tensor, nn

STAGES = (
    # expansion, channels, blocks, stride, kernel
    (1, 16, 1, 1, 3),
    (6, 24, 2, 2, 3),
    (6, 40, 2, 2, 5),
    (6, 80, 3, 2, 3),
    (6, 112, 3, 1, 5),
    (6, 192, 4, 2, 5),
    (6, 320, 1, 1, 3),
)
STEM, TOP, CLASSES = 32, 1280, 1000
FEATURES = STAGES[-1][1]


class Convolution(nn.Module):
    """A convolution with "same" padding as TensorFlow has it, more to the right and below, and ReLU6 if ``active``.

    BatchNorm is part of the weights.
    """

    def __init__(
        self, before: int, after: int, kernel: int, stride: int = 1, groups: int = 1, active: bool = True
    ) -> None:
        super().__init__()
        self.convolution = nn.Conv2d(before, after, kernel, stride, groups=groups)
        self.active = active

    def forward(self, maps: Tensor) -> Tensor:
        """(N, before, H, W) -> (N, after, H / stride, W / stride), rounded up."""
        kernel, stride = self.convolution.kernel_size[0], self.convolution.stride[0]
        pads: list[int] = []
        for side in (maps.shape[3], maps.shape[2]):
            missing = max(0, (-(-side // stride) - 1) * stride + kernel - side)
            pads += [missing // 2, missing - missing // 2]
        if any(pads):
            maps = nn.functional.pad(maps, pads)
        result: Tensor = self.convolution(maps)
        return nn.functional.relu6(result) if self.active else result


class Block(nn.Module):
    """An inverted residual: widened by ``expansion``, looked at by each channel alone, narrowed without a function."""

    def __init__(self, before: int, after: int, expansion: int, stride: int, kernel: int) -> None:
        super().__init__()
        wide = before * expansion
        widening = [Convolution(before, wide, 1)] if expansion > 1 else []
        self.layers = nn.Sequential(
            *widening,
            Convolution(wide, wide, kernel, stride, groups=wide),
            Convolution(wide, after, 1, active=False),
        )
        self.skips = stride == 1 and before == after

    def forward(self, maps: Tensor) -> Tensor:
        """(N, before, H, W) -> (N, after, ...)"""
        result: Tensor = self.layers(maps)
        return maps + result if self.skips else result


class ColourNetwork(nn.Module):
    """Pictures (N, 3, H, W) in [-1, 1] -> how likely each class of ImageNet is, as logits (N, 1000)."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = Convolution(3, STEM, 3, 2)
        self.blocks = nn.Sequential(*_blocks())
        self.top = Convolution(FEATURES, TOP, 1)
        self.head = nn.Linear(TOP, CLASSES)

    def features(self, images: Tensor) -> Tensor:
        """(N, 320): the means of what the last block makes.

        The 1,280 behind it differ more between two draws of real pictures, measured by FID, and less between those and
        bad ones; and a covariance of so many needs more pictures than there often are.
        """
        return self._maps(images).mean(dim=(2, 3))

    def forward(self, images: Tensor) -> Tensor:
        """See the class."""
        logits: Tensor = self.head(self.top(self._maps(images)).mean(dim=(2, 3)))
        return logits

    def _maps(self, images: Tensor) -> Tensor:
        maps: Tensor = self.blocks(self.stem(images))
        return maps


def _blocks() -> Iterator[Block]:
    before = STEM
    for expansion, after, count, stride, kernel in STAGES:
        for number in range(count):
            yield Block(before, after, expansion, stride if number == 0 else 1, kernel)
            before = after
