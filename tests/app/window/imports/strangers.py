"""Files of strangers, and what they are found to be without searching for it."""

from collections.abc import Callable, Mapping
from pathlib import Path

import torch
from torch import nn

from gan.importing.opening import Assumptions, Finding, Import, Reading
from gan.importing.reading import read_weights_file
from gan.model.layout import Layout
from tests.gan.layouts import LAYOUTS, drawing_layout

FINDINGS = (Finding("main.0", "grows 1 to 7", "sides", "grows 1 to 14"), Finding("main.1", "BatchNorm", "its keys"))
COSTS = (0.30, 0.32, 0.90)
KINDS = ("uniform", "opacity", "nearest")
"""Of the readings: two are about as likely, the third is less so."""


def save_stranger(path: Path, seed: int = 0) -> Path:
    """What ``torch.save`` writes of a network that draws 16 x 16 pictures from a z of 8."""
    torch.manual_seed(seed)
    layers = [nn.ConvTranspose2d(8, 8, 4), nn.BatchNorm2d(8), nn.ReLU()]
    layers += [nn.ConvTranspose2d(8, 8, 4, 2, 1), nn.BatchNorm2d(8), nn.ReLU()]
    layers += [nn.ConvTranspose2d(8, 1, 4, 2, 1), nn.Tanh()]
    torch.save(nn.Sequential(*layers).state_dict(), path)
    return path


def layout_of(kind: str) -> Layout:
    """One of those that readings have here."""
    layout = LAYOUTS[kind]
    assert isinstance(layout, Layout)
    return layout


def readings(*kinds: str, useless: bool = False, findings: tuple[Finding, ...] = FINDINGS) -> tuple[Reading, ...]:
    """The likeliest first."""
    return tuple(
        Reading(layout, drawing_layout(layout).state_dict(), cost, findings, differs, useless)
        for layout, cost, differs in zip(
            map(layout_of, kinds), COSTS, ("", "an output <b>with</b> opacity", "enlarged first"), strict=False
        )
    )


def finder(
    found: Mapping[str, tuple[Reading, ...]] | tuple[Reading, ...],
) -> Callable[[Path, Assumptions | None], Import]:
    """In place of ``import_generator``: every file, or each by its name, has these readings."""

    def find(path: Path, assumptions: Assumptions | None = None) -> Import:
        contents = read_weights_file(path)
        own = found[path.name] if isinstance(found, Mapping) else found
        return Import(path, contents.kind, contents.sha256, "", own)

    return find
