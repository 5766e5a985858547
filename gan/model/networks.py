"""The generator of Radford, Metz and Chintala (2016), "Unsupervised Representation Learning with Deep Convolutional
Generative Adversarial Networks", section 3; also generators that others have built."""

from collections import OrderedDict
from collections.abc import Iterator

import torch
from torch import Tensor, nn

from gan.model.architecture import Architecture, BlockSpec, Condition, Join
from gan.model.parts import is_batch_norm, part_module

INIT_STD = 0.02


class GeneratorBlock(nn.Sequential):
    """The parts of one block in order, each a submodule by its name: ``conv``, ``norm``, ``act``.

    Shape: (N, *in_shape) -> (N, *shape).
    """

    def __init__(self, spec: BlockSpec) -> None:
        super().__init__(OrderedDict(zip(spec.part_names, map(part_module, spec.parts), strict=True)))
        self.spec = spec

    @property
    def operation(self) -> nn.Module:
        """The part with the weights."""
        return self.get_submodule(self.spec.operation.stage)


class Generator(nn.Module):
    """z (N, z_dim) -> pictures (N, channels, image_size, image_size) in [-1, 1].

    The way goes through ``block1``, ``block2``, ... A generator that is told what to draw draws ``chosen_class``.
    """

    def __init__(self, config: Architecture) -> None:
        super().__init__()
        self.config = config
        self.chosen_class = 0
        condition = config.condition
        self.label = nn.Embedding(condition.classes, condition.width) if condition and condition.embedded else None
        for spec in config.blocks:
            self.add_module(spec.name, GeneratorBlock(spec))
        self.apply(initialise)

    @property
    def blocks(self) -> Iterator[GeneratorBlock]:
        """The blocks in order."""
        return (self.get_submodule(spec.name) for spec in self.config.blocks)  # type: ignore[misc]

    def entered(self, z: Tensor) -> Tensor:
        """What the first block is given for ``z`` (N, z_dim): z, and the class where there is one; (N, C, 1, 1)."""
        condition = self.config.condition
        features = z if condition is None else _joined(z, self._class_vector(z, condition), condition)
        return features.unflatten(1, self.config.blocks[0].in_shape)

    def forward(self, z: Tensor) -> Tensor:
        x = self.entered(z)
        for block in self.blocks:
            x = block(x)
        return self.as_pixels(x)

    def first_activations(self, z: Tensor) -> Tensor:
        """What the first block makes of ``z`` (N, z_dim), (N, C, H, W); nothing after it is computed."""
        activations: Tensor = next(self.blocks)(self.entered(z))
        return activations

    def continued(self, layer: str, maps: Tensor, z: Tensor) -> Tensor:
        """The pictures (N, C, H, W) of ``z`` (N, z_dim) if ``layer`` handed on ``maps``; computes only what follows."""
        names = [name for spec in self.config.blocks for name in spec.layer_names]
        for name in names[names.index(layer) + 1 :]:
            maps = self.get_submodule(name)(maps)
        return self.as_pixels(maps)

    def as_pixels(self, x: Tensor) -> Tensor:
        """What the last block gives, (N, C, H, W), as pixels in [-1, 1]."""
        if self.config.gives_pixels:
            return x
        pixels = self.config.pixels
        scale, offset = (x.new_tensor(numbers)[:, None, None] for numbers in (pixels.scale, pixels.offset))
        return (x * scale + offset).clamp(-1, 1)

    def _class_vector(self, z: Tensor, condition: Condition) -> Tensor:
        """(N, width)"""
        if self.label is not None:
            row = self.label.weight[self.chosen_class]
        else:
            row = torch.arange(condition.classes, device=z.device) == self.chosen_class
        return row.to(z.dtype).expand(z.shape[0], -1)


def _joined(z: Tensor, label: Tensor, condition: Condition) -> Tensor:
    if condition.join is Join.CONCATENATED:
        return torch.cat([label, z] if condition.first else [z, label], dim=1)
    return z + label if condition.join is Join.ADDED else z * label


@torch.no_grad()
def initialise(module: nn.Module) -> None:
    """The paper's initialisation: convolutions from N(0, 0.02), biases 0; BatchNorm scales from N(1, 0.02).

    The second number is the standard deviation.
    """
    if isinstance(module, nn.Conv2d | nn.ConvTranspose2d):
        nn.init.normal_(module.weight, 0.0, INIT_STD)
        if module.bias is not None:
            nn.init.zeros_(module.bias)
    elif is_batch_norm(module) and module.affine:
        nn.init.normal_(module.weight, 1.0, INIT_STD)
        nn.init.zeros_(module.bias)
