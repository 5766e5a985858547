"""Generators in the styles that people write them in. All take z (N, z_dim), some a class (N,) besides."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn import functional as F

Make = Callable[[], nn.Module]
MakeNorm = Callable[[int], nn.Module]
Step = tuple[int, ...]
"""Channels, kernel, stride, padding and, if there is any, output padding of a transposed convolution."""

FOUR: tuple[Step, ...] = ((24, 4, 1, 0), (16, 4, 2, 1), (8, 4, 2, 1), (3, 4, 2, 1))
"""The usual way to colour pictures of 32 pixels."""


def transposed(before: int, step: Step, bias: bool = False) -> nn.ConvTranspose2d:
    """The convolution of ``step``, which takes ``before`` channels."""
    after, kernel, stride, padding, *more = step
    return nn.ConvTranspose2d(before, after, kernel, stride, padding, more[0] if more else 0, bias=bias)


class Tutorial(nn.Module):
    """One long ``main``, as in PyTorch's tutorial. ``wrap`` is put around every convolution."""

    def __init__(
        self,
        z_dim: int,
        steps: Sequence[Step] = FOUR,
        act: Make = nn.ReLU,
        end: Make | None = nn.Tanh,
        norm: MakeNorm | None = nn.BatchNorm2d,
        *,
        bias: bool = False,
        norm_last: bool = False,
        act_first: bool = False,
        wrap: Callable[[nn.ConvTranspose2d], nn.Module] = lambda convolution: convolution,
    ) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        for number, (before, step) in enumerate(zip((z_dim, *(step[0] for step in steps)), steps, strict=False)):
            last = number == len(steps) - 1
            layers.append(wrap(transposed(before, step, bias)))
            norms = [norm(step[0])] if norm is not None and (norm_last or not last) else []
            acts = [] if last else [act()]
            layers += acts + norms if act_first else norms + acts
        self.main = nn.Sequential(*layers, *(() if end is None else (end(),)))

    def forward(self, z: Tensor) -> Tensor:
        x: Tensor = self.main(z[:, :, None, None])
        return x


class SharedSlope(nn.Module):
    """One PReLU that all layers use."""

    def __init__(self, z_dim: int) -> None:
        super().__init__()
        self.deconv1, self.norm1 = transposed(z_dim, FOUR[0]), nn.BatchNorm2d(24)
        self.deconv2, self.norm2 = transposed(24, FOUR[1]), nn.BatchNorm2d(16)
        self.deconv3, self.norm3 = transposed(16, FOUR[2]), nn.BatchNorm2d(8)
        self.deconv4 = transposed(8, FOUR[3])
        self.prelu = nn.PReLU()

    def forward(self, z: Tensor) -> Tensor:
        x = self.prelu(self.norm1(self.deconv1(z[:, :, None, None])))
        x = self.prelu(self.norm2(self.deconv2(x)))
        x = self.prelu(self.norm3(self.deconv3(x)))
        return torch.tanh(self.deconv4(x))


class Course(nn.Module):
    """Blocks made by a method, as in an online course; its strides are not those of the paper."""

    def __init__(self, z_dim: int, classes: int = 0, hidden: int = 6) -> None:
        super().__init__()
        self.classes = classes
        self.gen = nn.Sequential(
            self.make_gen_block(z_dim + classes, hidden * 4),
            self.make_gen_block(hidden * 4, hidden * 2, kernel_size=4, stride=1),
            self.make_gen_block(hidden * 2, hidden),
            self.make_gen_block(hidden, 1, kernel_size=4, final_layer=True),
        )

    def make_gen_block(
        self, before: int, after: int, kernel_size: int = 3, stride: int = 2, final_layer: bool = False
    ) -> nn.Sequential:
        convolution = nn.ConvTranspose2d(before, after, kernel_size, stride)
        if final_layer:
            return nn.Sequential(convolution, nn.Tanh())
        return nn.Sequential(convolution, nn.BatchNorm2d(after), nn.ReLU(inplace=True))

    def forward(self, z: Tensor, labels: Tensor | None = None) -> Tensor:
        if labels is not None:
            z = torch.cat([z, F.one_hot(labels, self.classes).to(z.dtype)], dim=1)
        x: Tensor = self.gen(z[:, :, None, None])
        return x


class Functional(nn.Module):
    """Layers with numbered names and functions between them; a linear layer first, normalised number by number."""

    def __init__(self, z_dim: int) -> None:
        super().__init__()
        self.fc1 = nn.Linear(z_dim, 12 * 7 * 7)
        self.bn1 = nn.BatchNorm1d(12 * 7 * 7)
        self.convt1 = nn.ConvTranspose2d(12, 8, 4, stride=2, padding=1)
        self.bn2 = nn.BatchNorm2d(8)
        self.convt2 = nn.ConvTranspose2d(8, 1, 4, stride=2, padding=1)

    def forward(self, z: Tensor) -> Tensor:
        x = F.relu(self.bn1(self.fc1(z)))
        x = x.view(-1, 12, 7, 7)
        x = F.relu(self.bn2(self.convt1(x)))
        return torch.tanh(self.convt2(x))


class Sorted(nn.Module):
    """Norms are listed before the convolutions that they follow, and those from the last to the first."""

    def __init__(self, z_dim: int) -> None:
        super().__init__()
        self.bns = nn.ModuleList([nn.BatchNorm2d(16), nn.BatchNorm2d(24)])
        self.out = nn.ConvTranspose2d(16, 3, 4, 2, 1)
        self.convs = nn.ModuleList([nn.ConvTranspose2d(24, 16, 4, 2, 1)])
        self.project = nn.Linear(z_dim, 24 * 16)

    def forward(self, z: Tensor) -> Tensor:
        x = F.relu(self.bns[1](self.project(z).view(-1, 24, 4, 4)))
        x = F.relu(self.bns[0](self.convs[0](x)))
        return torch.tanh(self.out(x))


class Bare(nn.Module):
    """A linear layer that nothing normalises."""

    def __init__(self, z_dim: int) -> None:
        super().__init__()
        self.linear = nn.Linear(z_dim, 24 * 16)
        self.decoder = nn.Sequential(
            nn.ConvTranspose2d(24, 16, 4, 2, 1),
            nn.BatchNorm2d(16),
            nn.LeakyReLU(0.2),
            nn.ConvTranspose2d(16, 8, 4, 2, 1),
            nn.BatchNorm2d(8),
            nn.LeakyReLU(0.2),
            nn.ConvTranspose2d(8, 3, 4, 2, 1),
            nn.Tanh(),
        )

    def forward(self, z: Tensor) -> Tensor:
        x: Tensor = self.decoder(F.leaky_relu(self.linear(z), 0.2).reshape(-1, 24, 4, 4))
        return x


class Block(nn.Module):
    """Convolution, norm and function under names of their own."""

    def __init__(self, before: int, step: Step) -> None:
        super().__init__()
        self.conv = transposed(before, step)
        self.bn = nn.BatchNorm2d(step[0])
        self.act = nn.ReLU(True)

    def forward(self, x: Tensor) -> Tensor:
        x = self.bn(self.conv(x))
        given: Tensor = self.act(x)
        return given


class Nested(nn.Module):
    """Blocks within blocks: ``block.0.conv``."""

    def __init__(self, z_dim: int, steps: Sequence[Step]) -> None:
        super().__init__()
        widths = (z_dim, *(step[0] for step in steps))
        self.block = nn.Sequential(*(Block(before, step) for before, step in zip(widths, steps[:-1], strict=False)))
        self.to_rgb = nn.Sequential(transposed(steps[-2][0], steps[-1], bias=True), nn.Tanh())

    def forward(self, z: Tensor) -> Tensor:
        x: Tensor = self.to_rgb(self.block(z[:, :, None, None]))
        return x


class Upsampling(nn.Module):
    """Enlarging, then ordinary convolutions; 0.8 lands in the place of eps."""

    def __init__(self, z_dim: int, img_size: int = 32, channels: int = 1) -> None:
        super().__init__()
        self.init_size = img_size // 4
        self.l1 = nn.Sequential(nn.Linear(z_dim, 12 * self.init_size**2))
        self.conv_blocks = nn.Sequential(
            nn.BatchNorm2d(12),
            nn.Upsample(scale_factor=2),
            nn.Conv2d(12, 12, 3, stride=1, padding=1),
            nn.BatchNorm2d(12, 0.8),
            nn.LeakyReLU(0.2, inplace=True),
            nn.Upsample(scale_factor=2),
            nn.Conv2d(12, 8, 3, stride=1, padding=1),
            nn.BatchNorm2d(8, 0.8),
            nn.LeakyReLU(0.2, inplace=True),
            nn.Conv2d(8, channels, 3, stride=1, padding=1),
            nn.Tanh(),
        )

    def forward(self, z: Tensor) -> Tensor:
        x = self.l1(z)
        pictures: Tensor = self.conv_blocks(x.view(x.shape[0], 12, self.init_size, self.init_size))
        return pictures


class Smooth(nn.Module):
    """Lists of layers that functions enlarge between; pictures in [0, 1]."""

    def __init__(self, z_dim: int) -> None:
        super().__init__()
        widths = (24, 16, 8)
        self.fc = nn.Linear(z_dim, widths[0] * 7 * 7)
        self.convs = nn.ModuleList([nn.Conv2d(before, after, 5, padding=2) for before, after in pairwise(widths)])
        self.norms = nn.ModuleList([nn.BatchNorm2d(after) for after in widths[1:]])
        self.last = nn.Conv2d(widths[-1], 1, 3, padding=1)

    def forward(self, z: Tensor) -> Tensor:
        x = F.relu(self.fc(z)).view(len(z), -1, 7, 7)
        for conv, norm in zip(self.convs, self.norms, strict=True):
            x = F.interpolate(x, scale_factor=2, mode="bilinear", align_corners=False)
            x = F.relu(norm(conv(x)))
        return torch.sigmoid(self.last(x))


class Between(nn.Module):
    """Ordinary convolutions between transposed ones; ``bare`` leaves out the function behind the first."""

    def __init__(self, z_dim: int, bare: bool) -> None:
        super().__init__()
        self.net = nn.Sequential(
            nn.ConvTranspose2d(z_dim, 24, 4, 1, 0, bias=False),
            nn.BatchNorm2d(24),
            *(() if bare else (nn.LeakyReLU(0.2),)),
            nn.Conv2d(24, 16, 3, 1, 1, bias=False),
            nn.BatchNorm2d(16),
            nn.LeakyReLU(0.2),
            nn.ConvTranspose2d(16, 12, 4, 2, 1, bias=False),
            nn.BatchNorm2d(12),
            nn.LeakyReLU(0.2),
            nn.ConvTranspose2d(12, 8, 4, 2, 1, bias=False),
            nn.BatchNorm2d(8),
            nn.LeakyReLU(0.2),
            nn.ConvTranspose2d(8, 3, 4, 2, 1),
            nn.Tanh(),
        )

    def forward(self, z: Tensor) -> Tensor:
        x: Tensor = self.net(z[:, :, None, None])
        return x


class Perceptron(nn.Module):
    """Linear layers only."""

    def __init__(self, z_dim: int, normalised: bool) -> None:
        super().__init__()

        def block(before: int, after: int, normalize: bool = True) -> list[nn.Module]:
            norms = [nn.BatchNorm1d(after, 0.8)] if normalize and normalised else []
            return [nn.Linear(before, after), *norms, nn.LeakyReLU(0.2, inplace=True)]

        self.model = nn.Sequential(
            *block(z_dim, 24, normalize=False), *block(24, 32), *block(32, 48), nn.Linear(48, 16 * 16), nn.Tanh()
        )

    def forward(self, z: Tensor) -> Tensor:
        x: Tensor = self.model(z).view(-1, 1, 16, 16)
        return x


class Labelled(nn.Module):
    """A class has a learned vector, which meets z as ``join`` says."""

    def __init__(self, z_dim: int, classes: int, join: Callable[[Tensor, Tensor], Tensor], width: int) -> None:
        super().__init__()
        self.join = join
        self.label_emb = nn.Embedding(classes, width)
        features = join(torch.zeros(1, z_dim), torch.zeros(1, width)).shape[1]
        self.net = Tutorial(features, ((24, 4, 1, 0), (16, 4, 2, 1), (8, 4, 2, 1), (3, 4, 2, 1)))

    def forward(self, z: Tensor, labels: Tensor) -> Tensor:
        x: Tensor = self.net(self.join(z, self.label_emb(labels)))
        return x


class Interpolated(nn.Module):
    """Pictures of 28 pixels that are enlarged to 32 in the end."""

    def __init__(self, z_dim: int) -> None:
        super().__init__()
        self.gen = Tutorial(z_dim, ((24, 7, 1, 0), (12, 4, 2, 1), (1, 4, 2, 1)))

    def forward(self, z: Tensor) -> Tensor:
        return F.interpolate(self.gen(z), size=32, mode="bilinear")


class PixelNorm(nn.Module):
    """Cells are divided by the length of their vector."""

    def forward(self, x: Tensor) -> Tensor:
        return x / torch.sqrt(torch.mean(x**2, dim=1, keepdim=True) + 1e-8)


@dataclass(frozen=True)
class Critic:
    """Builds discriminators, which the files of some people hold too."""

    channels: int
    size: int
    classes: int = 0

    def build(self) -> nn.Sequential:
        """Takes pictures, with one plane for each class besides, (N, channels + classes, size, size); gives logits."""
        widths = (self.channels + self.classes, 16, 32, 48)
        layers: list[nn.Module] = []
        side = self.size
        for before, after in pairwise(widths[: 4 if side > 16 else 3]):
            layers += [nn.Conv2d(before, after, 4, 2, 1), nn.LeakyReLU(0.2)]
            side //= 2
        return nn.Sequential(*layers, nn.Flatten(), nn.LazyLinear(1))
