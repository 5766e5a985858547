"""FID again and again against the same real pictures, as a run does while it trains."""

from collections.abc import Callable

import torch
from torch import Tensor

from gan.data.base import Cancelled, Images, Progress
from gan.images import to_uint8
from gan.measure.cancelling import checking
from gan.measure.extraction import kept_features
from gan.measure.frechet import gaussian_of
from gan.measure.reference import spread
from gan.measure.spaces import FeatureSpace, seen

REAL = 10_000
"""Real pictures that are looked at."""


def fid_against(
    images: Images,
    space: FeatureSpace,
    most: int = REAL,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Callable[[Tensor], float]:
    """FID of generated pictures, a tensor (N, C, H, W) in [-1, 1] on any device, against ``images``, uint8 like them.

    At most ``most`` real pictures, evenly spaced, are looked at, once, and their features are kept in the cache. Values
    compare with each other at the same N only. Raises :class:`gan.errors.LatentariumError` where the network of the
    ``space`` cannot be had, :class:`gan.errors.UsageError` for pictures that it does not take, and
    :class:`gan.measure.cancelling.MeasuringCancelledError`.
    """
    space.check(images.shape[1])
    rows = spread(len(images), most)
    real = gaussian_of(kept_features(images[rows], space, "looking at real pictures", progress, checking(cancelled)))
    extract = space.extractor()

    @torch.inference_mode()
    def fid(pictures: Tensor) -> float:
        return real.distance(gaussian_of(extract(seen(to_uint8(pictures)))))

    return fid
