"""Generators that other people have built, of kinds that differ for the window."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gan.model.architecture import Condition, Layout, Part, TransposedConvolution
from gan.model.checkpoint import save_generator
from tests.gan import layouts
from tests.gan.layouts import LEAKY, TANH, drawing_layout

_CLASSES = Condition(10, 4)
_WITHOUT_NORMS: list[tuple[Part, ...]] = [
    (TransposedConvolution(16, 8, 7), LEAKY),
    (TransposedConvolution(8, 4, 4, 2, 1), LEAKY),
    (TransposedConvolution(4, 1, 4, 2, 1), TANH),
]
CLASSES = "ten classes"
"""The one with classes, and without any normalisation."""
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
LAYOUTS: Mapping[str, Layout] = {
    **{kind: layouts.LAYOUTS[kind] for kind in _KINDS},
    CLASSES: Layout.of(12, _WITHOUT_NORMS, condition=_CLASSES),
}
"""By what is special about them."""


def save_layout(folder: Path, kind: str, **provenance: Any) -> Path:
    """A file of one of :data:`LAYOUTS`, called by its ``kind``."""
    path, layout = folder / f"{kind}.safetensors", LAYOUTS[kind]
    save_generator(path, drawing_layout(layout).state_dict(), layout, provenance)
    return path
