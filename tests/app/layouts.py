"""Generators of kinds that differ for the window: those that other people have built, and one that was told classes."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from gan.model.architecture import Architecture, Condition
from gan.model.checkpoint import save_generator
from gan.model.config import ModelConfig
from gan.model.layout import Layout
from gan.model.part_specs import Part, TransposedConvolution
from gan.model.register import register, registered_generator, save_registered
from tests.gan import layouts
from tests.gan.generators import weights_of
from tests.gan.layouts import LEAKY, TANH

_KINDS = (
    "perceptron",
    "nearest",
    "activation first",
    "instance norm",
    "odd kernels",
    "enlarged last",
    "uniform",
    "opacity",
)
_WITHOUT_NORMS: list[tuple[Part, ...]] = [
    (TransposedConvolution(16, 8, 7), LEAKY),
    (TransposedConvolution(8, 4, 4, 2, 1), LEAKY),
    (TransposedConvolution(4, 1, 4, 2, 1), TANH),
]


class _Skipping(nn.Module):
    """z (N, 6) -> pictures (N, 1, 16, 16), which an early layer takes part in, too."""

    def __init__(self) -> None:
        super().__init__()
        self.grow = nn.Sequential(nn.ConvTranspose2d(6, 8, 4), nn.BatchNorm2d(8), nn.ReLU())
        self.detail = nn.Sequential(nn.ConvTranspose2d(8, 8, 4, 4), nn.ReLU())
        self.draw = nn.Conv2d(16, 1, 3, padding=1)

    def forward(self, z: Tensor) -> Tensor:
        coarse = self.grow(z[:, :, None, None])
        large = nn.functional.interpolate(coarse, scale_factor=4)
        return torch.tanh(4 * self.draw(torch.cat([large, self.detail(coarse)], dim=1)))


register("skipping", _Skipping, z_dim=6, image_size=16, channels=1)
CLASSES, SKIPPING, TOLD = "ten classes", "skipping", "told classes"
"""One with classes, without any normalisation, one that only its code describes, and one that learned classes here."""
LAYOUTS: Mapping[str, Architecture] = {
    **{kind: layouts.LAYOUTS[kind] for kind in _KINDS},
    CLASSES: Layout.of(12, _WITHOUT_NORMS, condition=Condition(10, 4)),
    SKIPPING: registered_generator(SKIPPING).config,
    TOLD: ModelConfig(16, 1, z_dim=6, ngf=4, ndf=4, class_names=("shirt", "ankle boot", "bag")),
}
"""By what is special about them."""


def save_layout(folder: Path, kind: str, **provenance: Any) -> Path:
    """A file of one of :data:`LAYOUTS`, called by its ``kind``."""
    path, layout = folder / f"{kind}.safetensors", LAYOUTS[kind]
    if isinstance(layout, Layout):
        save_generator(path, layouts.weights_of(layout), layout, provenance)
    elif isinstance(layout, ModelConfig):
        save_generator(path, weights_of(layout), layout, provenance)
    else:
        save_registered(path, kind, registered_generator(kind).state_dict(), provenance)
    return path
