"""The generator of Radford, Metz and Chintala (2016), "Unsupervised Representation Learning with Deep Convolutional
Generative Adversarial Networks", section 3; also generators that others have built."""

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager

import torch
from torch import Tensor, nn

from gan.model.architecture import Architecture, Condition, Join
from gan.model.blocks import BlockSpec
from gan.model.parts import is_batch_norm, part_module

INIT_STD = 0.02

ChosenClass = int | Tensor
"""One class for all pictures of a batch, or one for each: int64 (N,)."""


class GeneratorBlock(nn.Sequential):
    """The parts of one block in order, each a submodule by its name: ``conv``, ``norm``, ``act``.

    Shape: ``(N, *in_shape) -> (N, *shape)``.
    """

    def __init__(self, spec: BlockSpec) -> None:
        super().__init__(OrderedDict(zip(spec.part_names, map(part_module, spec.parts), strict=True)))
        self.spec = spec

    @property
    def operation(self) -> nn.Module:
        """The part with the weights."""
        return self.get_submodule(self.spec.operation.stage)


class ToldNetwork(nn.Module):
    """A network that can be told classes, if it was made for some: it draws, or judges, ``chosen_class``."""

    chosen_class: ChosenClass = 0


class Generator(ToldNetwork):
    """z (N, z_dim) -> pictures (N, channels, height, width) in [-1, 1].

    The way goes through ``block1``, ``block2``, ... Without ``initial`` weights it waits for those of a file.
    """

    def __init__(self, config: Architecture, *, initial: bool = True) -> None:
        super().__init__()
        self.config = config
        condition = config.condition
        self.label = nn.Embedding(condition.classes, condition.width) if condition and condition.embedded else None
        for spec in config.blocks:
            self.add_module(spec.name, GeneratorBlock(spec))
        if initial:
            initialise(self)

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
        table = torch.eye(condition.classes, device=z.device) if self.label is None else self.label.weight
        return class_rows(table, self.chosen_class).to(z.dtype).expand(z.shape[0], -1)


def _joined(z: Tensor, label: Tensor, condition: Condition) -> Tensor:
    if condition.join is Join.CONCATENATED:
        return torch.cat([label, z] if condition.first else [z, label], dim=1)
    return z + label if condition.join is Join.ADDED else z * label


def class_rows(table: Tensor, classes: ChosenClass) -> Tensor:
    """The row of ``table`` (classes, width) for one class, (width,), or for each of several, (N, width)."""
    return table[classes] if isinstance(classes, int) else nn.functional.embedding(classes, table)


@contextmanager
def telling(classes: ChosenClass | None, *networks: ToldNetwork) -> Iterator[None]:
    """Within the block, ``networks`` draw or judge ``classes``; None tells them nothing else than before."""
    if classes is None:
        yield
        return
    before = [network.chosen_class for network in networks]
    try:
        for network in networks:
            network.chosen_class = classes
        yield
    finally:
        for network, chosen in zip(networks, before, strict=True):
            network.chosen_class = chosen


@torch.no_grad()
def initialise(network: nn.Module) -> None:
    """The paper's initialisation: convolutions from N(0, 0.02), biases 0; BatchNorm scales from N(1, 0.02).

    The second number is the standard deviation. A linear layer beside convolutions stands for one
    (:mod:`gan.model.one_cell`); where there are none, linear layers are left as torch makes them.
    """
    convolutions = (nn.Conv2d, nn.ConvTranspose2d)
    is_convolutional = any(isinstance(module, convolutions) for module in network.modules())
    weighted = (*convolutions, nn.Linear) if is_convolutional else convolutions
    for module in network.modules():
        if isinstance(module, weighted):
            nn.init.normal_(module.weight, 0.0, INIT_STD)
            if module.bias is not None:
                nn.init.zeros_(module.bias)
        elif is_batch_norm(module) and module.affine:
            nn.init.normal_(module.weight, 1.0, INIT_STD)
            nn.init.zeros_(module.bias)
