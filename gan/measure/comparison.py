"""Generated pictures beside real ones: what all measures in a feature space are computed from, each part once."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from gan.data.base import Images
from gan.measure.cancelling import Check, never
from gan.measure.manifolds import Membership, membership
from gan.measure.memory import Nearest, nearest
from gan.measure.reference import Part, Reference
from gan.measure.spaces import Features
from gan.model.classes import Classes


@dataclass(frozen=True, eq=False)
class Comparison:
    """Generated ``images`` uint8 (M, C, H, W), their ``features`` (M, F), and the ``reference`` that they are held to.

    ``told`` (M,) are the labels that the generator was told to draw, where that is known. Real pictures are drawn by
    ``seed`` where not all are taken. ``check`` is called now and then by what takes long.
    """

    reference: Reference
    images: Images
    features: Features
    seed: int = 0
    check: Check = never
    told: Classes | None = None

    @cached_property
    def real(self) -> Part:
        """As many training pictures as there are generated ones, or all."""
        return self.reference.training.drawn(len(self.features), self.seed)

    @cached_property
    def membership(self) -> Membership:
        """Who lies in whose manifold, of :attr:`real` and the generated ones."""
        return membership(self.real.features, self.features, self.check)

    @cached_property
    def nearest(self) -> Nearest:
        """The training picture that is nearest to each generated one."""
        return nearest(self.features, self.reference.training.features, check=self.check)

    def two_draws(self, most: int) -> tuple[Part, Part]:
        """Two draws of training pictures that share none: at most ``most`` each, and as many as are generated."""
        training = self.reference.training
        count = min(len(self.features), len(training) // 2, most)
        order = np.random.default_rng(self.seed).permutation(len(training))
        return training.at(order[:count]), training.at(order[count : 2 * count])
