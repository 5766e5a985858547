"""Ways to train a DCGAN, from the paper's to those that experiments found better, and which of them suits a purpose.

``resources/measure_recipes.py`` tries them against each other; its table is in ``resources/recipes/README.md``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from gan.model.config import ModelConfig
from gan.records import by_name
from gan.train.config import TrainConfig


@dataclass(frozen=True)
class Recipe:
    """Settings that belong together. ``settings`` are of :class:`TrainConfig`, ``model`` of its networks.

    Pictures, sizes, limits and the generator are not among them. ``explanation`` is for people.
    """

    name: str
    explanation: str
    settings: Mapping[str, Any] = field(default_factory=dict)
    model: Mapping[str, Any] = field(default_factory=dict)

    def applied(self, config: TrainConfig) -> TrainConfig:
        """``config`` with these settings in place of its own."""
        return replace(config, **self.settings, model=replace(config.model, **self.model))


PAPER = Recipe("paper", "the DCGAN paper's: both learning rates 0.0002, beta 1 of 0.5, BatchNorm in both networks")
TWO_RATES = Recipe(
    "two-rates",
    "faster steps, and D's longer than G's (two time scales; Heusel et al., 2017)",
    {"lr_g": 4e-4, "lr_d": 1e-3},
)
QUICK = Recipe(
    "quick",
    "a discriminator of half the width with one more 3x3 convolution, five times the paper's learning rates, which "
    "fall to 0 over the second half, and a running average with a half-life of 20,000 pictures",
    {"lr_g": 1e-3, "lr_d": 1e-3, "lr_decay": 0.5, "ema_pictures": 20_000},
    {"d_layout": "deep", "ndf": 32},
)
SMOOTH = Recipe(
    "smooth",
    "quick with R1 in every fourth step instead of BatchNorm in the discriminator, which judges flat colour by the few "
    "pictures beside it; beta 2 of 0.99, which forgets a steep step soon; and kernels that draw no checkerboard: for "
    "drawings",
    {**QUICK.settings, "r1": 1.0, "penalty_every": 4, "beta2": 0.99, "even_kernels": True},
    {**QUICK.model, "d_norm": "none"},
)
RECIPES = by_name(PAPER, TWO_RATES, QUICK, SMOOTH)

SMALL_COLLECTION = 5_000
"""Fewer pictures than these D learns by heart."""
LARGE_PIXELS, LONG_MINUTES = 48**2, 120
"""From so many on, and below so many minutes, a generator of full width does not get far enough to be worth it."""
NARROW, FULL = 32, ModelConfig.info("ngf").default


def suited(config: TrainConfig, pictures: int) -> TrainConfig:
    """``config`` with the recipe and the width that suit its size, its time and the number of its ``pictures``."""
    is_short = config.minutes is not None and config.minutes < LONG_MINUTES
    width = NARROW if is_short and config.model.picture_size.pixels >= LARGE_PIXELS else FULL
    model = replace(config.model, ngf=width)
    return QUICK.applied(replace(config, augment=pictures < SMALL_COLLECTION, model=model))
