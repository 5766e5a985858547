"""What a discriminator makes of a picture. numpy only."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from gan.layers.mosaic import Maps
from gan.model.config import ModelConfig


@dataclass(frozen=True)
class Judge:
    """Ask the discriminator in the file ``path``, and have the named layers of it captured.

    With a ``config`` the file is a training state, which does not say what its networks are.
    """

    path: Path
    layers: tuple[str, ...] = ()
    config: ModelConfig | None = None


@dataclass(frozen=True)
class Opinion:
    """Of one picture of shape (C, H, W) in [-1, 1].

    ``logit`` is above 0 for "real". ``gradient`` and ``guided``, (C, H, W), are how the logit changes with
    each pixel, by the plain gradient and by guided backpropagation. ``maps`` are (C, H, W) by layer.
    ``step`` is the training step of the discriminator, if its file says so.
    """

    logit: float
    gradient: Maps
    guided: Maps
    maps: Mapping[str, Maps] = field(default_factory=dict)
    step: int | None = None

    @property
    def probability(self) -> float:
        """Of the picture being real, in [0, 1]."""
        return 1 / (1 + math.exp(-self.logit)) if self.logit >= 0 else 1 - 1 / (1 + math.exp(self.logit))
