"""Parts of the search that need no trained generator."""

import numpy as np
import torch

from gan.importing.gaps import Gaps
from gan.importing.search import Search, Tail
from gan.importing.skeleton import FoundNorm, Slopes, skeletons_of
from gan.model.part_specs import Activation, ActivationKind, Norm, NormKind

RAW = torch.randn(200, 4, 3, 3, generator=torch.Generator().manual_seed(0))
STEEP = np.full(4, 0.9, np.float32)


def test_learned_slopes_in_front_of_a_norm_are_those_of_the_file() -> None:
    shapes = {"0.weight": (5, 4, 4, 4), "1.weight": (4,), "2.weight": (4, 1, 4, 4)}
    arrays = {name: np.zeros(shape, np.float32) for name, shape in shapes.items()}
    (skeleton,) = skeletons_of(arrays | {"1.weight": STEEP})
    link = skeleton.links[0]
    assert isinstance(link.slopes, Slopes)
    bent = torch.nn.functional.prelu(RAW, torch.from_numpy(STEEP))
    variance, mean = torch.var_mean(bent, (0, 2, 3), correction=0)
    norm = FoundNorm("n", 4, None, None, mean.numpy(), variance.numpy())
    tail = Tail((Activation(ActivationKind.PRELU, slopes=4), Norm(NormKind.BATCH, 4, affine=False)), (None, norm))
    search = Search(skeleton, Gaps(skeleton))
    assert (search._misfit(RAW, tail, link) or 0) < 1e-3
    some = torch.tensor([2, 0])
    assert (search._misfit(RAW[:, some], tail, link, some) or 0) < 1e-3
