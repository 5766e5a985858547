"""The generator and the discriminator of Radford, Metz and Chintala (2016), "Unsupervised Representation
Learning with Deep Convolutional Generative Adversarial Networks", section 3."""

from collections.abc import Iterator

import torch
from torch import Tensor, nn
from torch.nn.utils.parametrizations import spectral_norm

from gan.model.config import BlockSpec, ModelConfig

INIT_STD = 0.02
LEAK = 0.2


class GeneratorBlock(nn.Module):
    """``conv`` (transposed), then ``norm`` and ReLU; the last block has tanh and no ``norm``.

    Shape: (N, in_channels, in_size, in_size) -> (N, out_channels, size, size).
    """

    def __init__(self, spec: BlockSpec) -> None:
        super().__init__()
        self.spec = spec
        self.conv = nn.ConvTranspose2d(
            spec.in_channels, spec.out_channels, spec.kernel, spec.stride, spec.padding, bias=spec.is_last
        )
        self.norm = nn.Identity() if spec.is_last else nn.BatchNorm2d(spec.out_channels)
        # Never in place: that would overwrite what a hook on `norm` has captured.
        self.act = nn.Tanh() if spec.is_last else nn.ReLU(inplace=False)

    def forward(self, x: Tensor) -> Tensor:
        return self.act(self.norm(self.conv(x)))


class Generator(nn.Module):
    """z (N, z_dim) -> pictures (N, channels, image_size, image_size) in [-1, 1].

    The way goes through ``block1``, ``block2``, ...
    """

    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        self.config = config
        for spec in config.blocks:
            self.add_module(spec.name, GeneratorBlock(spec))
        self.apply(initialise)

    @property
    def blocks(self) -> Iterator[GeneratorBlock]:
        """The blocks in order."""
        return (self.get_submodule(spec.name) for spec in self.config.blocks)  # type: ignore[misc]

    def forward(self, z: Tensor) -> Tensor:
        x = z.reshape(z.shape[0], -1, 1, 1)
        for block in self.blocks:
            x = block(x)
        return x


class Discriminator(nn.Module):
    """Pictures (N, channels, image_size, image_size) in [-1, 1] -> logits (N,); positive means "real".

    Each convolution halves the side; the first has no BatchNorm, as in the paper. With ``d_norm`` "spectral"
    every convolution is spectrally normalised instead (Miyato et al., 2018).
    """

    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        self.config = config
        widths = (config.channels, *config.discriminator_widths)
        batch_norm = config.d_norm == "batch"
        self.body = nn.Sequential(
            *(_halving(widths[i], widths[i + 1], batch_norm and i > 0) for i in range(len(widths) - 1))
        )
        self.head = nn.Conv2d(widths[-1], 1, config.blocks[0].size, 1, 0)
        self.apply(initialise)
        if config.d_norm == "spectral":
            for convolution in [module for module in self.modules() if isinstance(module, nn.Conv2d)]:
                spectral_norm(convolution)

    def forward(self, images: Tensor) -> Tensor:
        return self.head(self.body(images)).flatten()


def _halving(in_channels: int, out_channels: int, normalised: bool) -> nn.Sequential:
    layers: list[nn.Module] = [nn.Conv2d(in_channels, out_channels, 4, 2, 1, bias=not normalised)]
    if normalised:
        layers.append(nn.BatchNorm2d(out_channels))
    layers.append(nn.LeakyReLU(LEAK, inplace=False))
    return nn.Sequential(*layers)


@torch.no_grad()
def initialise(module: nn.Module) -> None:
    """The paper's initialisation: convolutions from N(0, 0.02), biases 0; BatchNorm scales from N(1, 0.02).

    The second number is the standard deviation.
    """
    if isinstance(module, nn.Conv2d | nn.ConvTranspose2d):
        nn.init.normal_(module.weight, 0.0, INIT_STD)
        if module.bias is not None:
            nn.init.zeros_(module.bias)
    elif isinstance(module, nn.BatchNorm2d):
        nn.init.normal_(module.weight, 1.0, INIT_STD)
        nn.init.zeros_(module.bias)
