"""What the discriminator's choice does to the bundled generators: FID, precision and recall by the share it keeps.

``DATA_DIR=FOLDER`` in the environment says where named sets lie that are not found by themselves.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from gan.data.base import Images
from gan.data.imagesets import ImageSet, Wanted, load_imageset, new_pictures
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
    """Draws and judges what ``source`` generates of one class, every batch once: all shares are of the same points."""

    def __init__(self, source: ModelSource, renderer: Renderer, chosen_class: int | None) -> None:
        self._renderer, self._source, self._class = renderer, source, chosen_class
        self._known: dict[bytes, tuple[Picture, Scores]] = {}
        config = read_checkpoint(source.path).config
        self.space = Space(config.z_dim, config.distribution)
        request = RenderRequest(source.path, np.zeros((1, config.z_dim), np.float32), chosen_class=chosen_class)
        self._judge = self._renderer.judging(request, source.judge)

    def __call__(self, z: Latent) -> tuple[Picture, Scores]:
        """Their pictures and scores."""
        key = z.tobytes()
        if key not in self._known:
            self._known[key] = self._judge(z)
        return self._known[key]

    def scores(self, pictures: Picture) -> Scores:
        """Of real pictures (N, H, W, C)."""
        return self._renderer.scores(pictures, self._source.judge, self._class)

    def surveys(self, real: ImageSet) -> dict[str, Survey]:
        """By how the discriminator's scores are understood; ``real`` pictures, of its class if they are labelled."""
        of_class = (
            real if real.labels is None or self._class is None else real.at(np.flatnonzero(real.labels == self._class))
        )
        of_real = self.scores(of_class.spread(SURVEYED).images.transpose(0, 2, 3, 1))
        return {
            "ratio": survey(self, self.space, is_ratio=True),
            "calibrated": survey(self, self.space, of_real=of_real),
            "order": survey(self, self.space),
        }


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
    beside, renderer = reference(images, None, usual_space(images.channels)), Renderer("cpu")
    condition = read_checkpoint(source.path).config.condition
    classes = [None] if condition is None else range(condition.classes)
    judges = [Judged(source, renderer, number) for number in classes]
    surveys = [judged.surveys(new) for judged in judges]
    yield f"{name}, {COUNT:,} pictures each, in the space {beside.space.name}"
    yield "".join(f"{head:>12}" for head in ("by", "share", "drawn", *(one.title for one in MEASURES)))
    yield _row(("real", "", ""), new.spread(COUNT).images, beside)
    yield _chosen("nothing", 1.0, judges, [found["ratio"] for found in surveys], beside)
    for how in surveys[0]:
        for share in SHARES[1:]:
            yield _chosen(how, share, judges, [found[how] for found in surveys], beside)


def _chosen(how: str, share: float, judges: list[Judged], surveys: list[Survey], beside: Reference) -> str:
    """As many of each class."""
    count = COUNT // len(judges)
    choices = [
        choose(judged, judged.space, found, share, 0, count) for judged, found in zip(judges, surveys, strict=True)
    ]
    kept = np.concatenate([choice.kept.pictures for choice in choices])
    return _row((how, f"{share:g}", f"{sum(choice.drawn for choice in choices):,}"), seen(kept), beside)


def _row(told: tuple[str, ...], pictures: Images, beside: Reference) -> str:
    compared = Comparison(beside, pictures, extracted(pictures, beside.space.extractor(), told[0]))
    values = [f"{function_at(one.function)(compared).value:.{one.digits}f}" for one in MEASURES]
    return "".join(f"{cell:>12}" for cell in (*told, *values))
