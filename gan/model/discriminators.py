"""Discriminators as torch modules: those that are trained here, and those that others have built."""

import math

from torch import Tensor, nn
from torch.nn.utils.parametrizations import spectral_norm

from gan.model.config import ModelConfig
from gan.model.discriminator_layout import DiscriminatorLayout
from gan.model.networks import INIT_STD, GeneratorBlock, ToldNetwork, class_rows, initialise
from gan.model.part_specs import Activation
from gan.model.parts import part_module


class Discriminator(ToldNetwork):
    """Pictures (N, channels, height, width) in [-1, 1] -> logits (N,); positive means "real".

    Its layers are those of ``config.discriminator``: all blocks but the last are in ``body``, the last is ``head``.
    With ``d_norm`` "spectral" every layer with weights is spectrally normalised (Miyato et al., 2018).

    One of a generator with classes adds to the logit how well the picture suits the class that it is told: <v, maps>, v
    being the class's row of a learned table (Miyato and Koyama, 2018, "cGANs with Projection Discriminator", eq. 4).
    The last maps count cell by cell, as they do for the head; their sums would not know where anything is.
    """

    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        self.config = config
        *blocks, score = config.discriminator.blocks
        self.body = nn.Sequential(*(nn.Sequential(*map(part_module, block.parts)) for block in blocks))
        self.head = part_module(score.operation)
        self.label = nn.Embedding(len(config.class_names), math.prod(score.in_shape)) if config.class_names else None
        initialise(self)
        if self.label is not None:
            nn.init.normal_(self.label.weight, 0.0, INIT_STD)
        if config.d_norm == "none":
            # Nothing else keeps the spread of maps where nothing is normalised (He et al., 2015, eq. 15).
            leaky = blocks[0].first(Activation)
            assert isinstance(leaky, Activation)
            for operation in self.operations():
                nn.init.kaiming_normal_(operation.weight, leaky.slope)
        if config.d_norm == "spectral":
            for weighted in (*self.operations(), *([] if self.label is None else [self.label])):
                spectral_norm(weighted)

    def operations(self) -> list[nn.Conv2d | nn.Linear]:
        """The layers with weights, from the picture to the score."""
        return [module for module in self.modules() if isinstance(module, nn.Conv2d | nn.Linear)]

    def layer(self, name: str) -> nn.Module:
        """The module of a layer by its name in ``config.discriminator``, such as ``block2.norm``."""
        *blocks, score = self.config.discriminator.blocks
        if name == score.operation_name:
            return self.head
        places = {
            layer: (row, column) for row, block in enumerate(blocks) for column, layer in enumerate(block.layer_names)
        }
        row, column = places[name]
        return self.body.get_submodule(f"{row}.{column}")

    def forward(self, images: Tensor) -> Tensor:
        maps = self.body(images)
        logits: Tensor = self.head(maps).flatten()
        if self.label is None:
            return logits
        suits = class_rows(self.label.weight, self.chosen_class) * maps.flatten(1)
        return logits + suits.sum(dim=1)


class ChainDiscriminator(nn.Module):
    """Pictures (N, C, H, W) in [-1, 1] -> logits (N,), by the blocks of a discriminator that others have built."""

    def __init__(self, config: DiscriminatorLayout) -> None:
        super().__init__()
        self.config = config
        for spec in config.blocks:
            self.add_module(spec.name, GeneratorBlock(spec))

    def layer(self, name: str) -> nn.Module:
        """The module of a layer by its name, such as ``block2.norm``."""
        return self.get_submodule(name)

    def body(self, images: Tensor) -> Tensor:
        """What the last block is given, (N, C, H, W)."""
        pixels = self.config.pixels
        scale, offset = (images.new_tensor(numbers)[:, None, None] for numbers in (pixels.scale, pixels.offset))
        maps = (images - offset) / scale
        for spec in self.config.blocks[:-1]:
            maps = self.get_submodule(spec.name)(maps)
        return maps

    def forward(self, images: Tensor) -> Tensor:
        score: Tensor = self.get_submodule(self.config.blocks[-1].name)(self.body(images))
        return score.flatten()


AnyDiscriminator = Discriminator | ChainDiscriminator
