"""Is it memory? The training pictures that come closest to a generated one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from gan.data.base import Images, ImageSet
from gan.data.conversion import resized
from gan.images import Picture, on_white
from gan.measure.appearance import Features, appearance
from gan.records import by_name
from gan.sizes import Size

CHUNK = 1024
COMPARED_SIZE = 32
"""Pixels of the shorter side of larger pictures when they are compared, which bounds the memory of a large set."""


Extract = Callable[[Images], Features]
"""Pictures uint8 (N, C, H, W) -> features (N, F)."""


@dataclass(frozen=True, eq=False)
class Neighbour:
    """One training picture (H, W, C), its place in the set, and its distance."""

    picture: Picture
    index: int
    distance: float


class NeighbourSearch:
    """Features of a whole set, worked out once; then each question is one matrix product.

    ``report`` hears how many pictures are done.
    """

    def __init__(self, images: ImageSet, extract: Extract, report: Callable[[int], None] | None = None) -> None:
        self._images = images.images
        self._extract = extract
        self._features = np.concatenate(list(self._extracted(report)))
        self._squares = np.square(self._features).sum(axis=1)

    def __len__(self) -> int:
        return len(self._images)

    def _extracted(self, report: Callable[[int], None] | None) -> Iterator[Features]:
        for start in range(0, len(self._images), CHUNK):
            yield self._extract(np.asarray(self._images[start : start + CHUNK]))
            if report is not None:
                report(min(start + CHUNK, len(self._images)))

    def nearest(self, picture: Picture, count: int) -> list[Neighbour]:
        """The ``count`` training pictures closest to ``picture`` (H, W, C) as it looks on white, the closest first."""
        point = self._extract(on_white(picture).transpose(2, 0, 1)[None])[0]
        squares = self._squares - 2 * (self._features @ point)
        count = min(count, len(squares))
        closest = np.argpartition(squares, count - 1)[:count]
        # The shorter formula loses digits where the distance is small, so the few that count are measured again.
        exact = np.sqrt(np.square(self._features[closest] - point).sum(axis=1))
        order = np.lexsort((closest, exact))
        return [self._neighbour(int(closest[i]), float(exact[i])) for i in order]

    def _neighbour(self, index: int, distance: float) -> Neighbour:
        return Neighbour(np.ascontiguousarray(self._images[index].transpose(1, 2, 0)), index, distance)


def by_pixels(images: Images) -> Features:
    """Distances are root mean square differences in grey levels of 255, at 32 pixels at most."""
    flat = _small(images).reshape(len(images), -1).astype(np.float32)
    return flat / np.float32(np.sqrt(flat.shape[1]))


def by_appearance(images: Images) -> Features:
    """See :mod:`gan.measure.appearance`; forgives small shifts. At 32 pixels at most."""
    return appearance(_small(images).transpose(0, 2, 3, 1))


def _small(images: Images) -> Images:
    height, width = images.shape[2:]
    small = Size(width, height).around(Size(COMPARED_SIZE, COMPARED_SIZE))
    return resized(images, small) if min(width, height) > COMPARED_SIZE else images


def by_discriminator(path: Path | None) -> Extract:
    """What the discriminator in ``path`` sees: its last feature maps, scaled to length 1.

    Distances go from 0 to 2. Raises :class:`gan.model.checkpoint.CheckpointError`.
    """
    import torch

    from gan.images import from_uint8
    from gan.model.checkpoint import load_discriminator

    assert path is not None
    discriminator = load_discriminator(path)

    @torch.inference_mode()
    def extract(images: Images) -> Features:
        batches = torch.from_numpy(np.ascontiguousarray(images)).split(64)
        maps = torch.cat([discriminator.body(from_uint8(batch)).flatten(1) for batch in batches])
        features: npt.NDArray[np.float32] = torch.nn.functional.normalize(maps, dim=1).numpy()
        return features

    return extract


@dataclass(frozen=True)
class Closeness:
    """What "close" means. ``title`` and ``explanation`` are for people; distances are shown with ``digits``.

    ``extractor`` gets the file of the discriminator, or None for a generator without one. What it returns makes
    features whose Euclidean distance is meant. One that ``needs_discriminator`` cannot do without.
    """

    name: str
    title: str
    explanation: str
    extractor: Callable[[Path | None], Extract]
    digits: int = 0
    needs_discriminator: bool = False


CLOSENESS = by_name(
    Closeness(
        "pixels",
        "By pixels",
        "Root mean square difference of the pixels, in grey levels of 255.",
        lambda discriminator: by_pixels,
    ),
    Closeness(
        "appearance",
        "By appearance",
        "The same over several sizes; forgives what is shifted a little.",
        lambda discriminator: by_appearance,
    ),
    Closeness(
        "discriminator",
        "By the discriminator",
        "How differently the discriminator sees them, from 0 to 2.",
        by_discriminator,
        digits=2,
        needs_discriminator=True,
    ),
)
"""The usual one is first."""
