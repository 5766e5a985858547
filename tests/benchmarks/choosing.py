"""What the discriminator's choice does to the bundled generators: FID, precision and recall by the share it keeps.

``DATA_DIR=FOLDER`` in the environment says where named sets lie that are not found by themselves.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from gan.data.base import Images
from gan.data.imagesets import Wanted, load_imageset, new_pictures
from gan.explore.acceptance import Scores
from gan.explore.choosing import Space, Survey, choose, survey
from gan.explore.latent import Latent
from gan.images import Picture
from gan.measure.comparison import Comparison
from gan.measure.extraction import extracted
from gan.measure.measures import COVERAGE, FID, PRECISION, RECALL
from gan.measure.reference import Reference, reference
from gan.measure.spaces import seen, usual_space
from gan.model.checkpoint import read_checkpoint
from gan.records import function_at
from gan.render import Renderer
from gan.request import RenderRequest
from gan.sources import ModelSource, find_model
from gan.train.loading import seen_format

MODELS = ("fashion-mnist", "mnist")
SHARES = (1.0, 0.5, 0.25, 0.1)
COUNT, SURVEYED = 5000, 1024
MEASURES = (FID, PRECISION, RECALL, COVERAGE)


class Judged:
    """Draws and judges what ``source`` generates, every batch once: all shares are kept of the same points."""

    def __init__(self, source: ModelSource) -> None:
        self._renderer = Renderer("cpu")
        self._source = source
        self._known: dict[bytes, tuple[Picture, Scores]] = {}
        config = read_checkpoint(source.path).config
        self.space = Space(config.z_dim, config.distribution)
        request = RenderRequest(source.path, np.zeros((1, config.z_dim), np.float32))
        self._judge = self._renderer.judging(request, source.judge)

    def __call__(self, z: Latent) -> tuple[Picture, Scores]:
        """Their pictures and scores."""
        key = z.tobytes()
        if key not in self._known:
            self._known[key] = self._judge(z)
        return self._known[key]

    def scores(self, pictures: Picture) -> Scores:
        """Of real pictures (N, H, W, C)."""
        return self._renderer.scores(pictures, self._source.judge)


def lines() -> Iterator[str]:
    """A table for each model."""
    for name in MODELS:
        yield from _table(name)


def _table(name: str) -> Iterator[str]:
    source, folder = find_model(name), os.environ.get("DATA_DIR")
    assert source.run is not None
    data, form = source.run.config.data, seen_format(source.run, read_checkpoint(source.path).config)
    wanted = Wanted(Path(folder) if folder else None)
    images, new = load_imageset(data, form, wanted), new_pictures(data, form, wanted)
    beside, judged = reference(images, None, usual_space(images.channels)), Judged(source)
    of_real = judged.scores(new.spread(SURVEYED).images.transpose(0, 2, 3, 1))
    yield f"{name}, {COUNT:,} pictures each, in the space {beside.space.name}"
    yield "".join(f"{head:>12}" for head in ("by", "share", "drawn", *(one.title for one in MEASURES)))
    ways = {
        "ratio": survey(judged, judged.space, is_ratio=True),
        "calibrated": survey(judged, judged.space, of_real=of_real),
        "order": survey(judged, judged.space),
    }
    yield _row(("real", "", ""), new.spread(COUNT).images, beside)
    yield _chosen("nothing", 1.0, judged, ways["ratio"], beside)
    for how, found in ways.items():
        for share in SHARES[1:]:
            yield _chosen(how, share, judged, found, beside)


def _chosen(how: str, share: float, judged: Judged, found: Survey, beside: Reference) -> str:
    choice = choose(judged, judged.space, found, share, 0, COUNT)
    return _row((how, f"{share:g}", f"{choice.drawn:,}"), seen(choice.kept.pictures), beside)


def _row(told: tuple[str, ...], pictures: Images, beside: Reference) -> str:
    compared = Comparison(beside, pictures, extracted(pictures, beside.space.extractor(), told[0]))
    values = [f"{function_at(one.function)(compared).value:.{one.digits}f}" for one in MEASURES]
    return "".join(f"{cell:>12}" for cell in (*told, *values))
