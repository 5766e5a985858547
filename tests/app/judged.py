"""A run with a discriminator whose scores of its pictures differ well."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from gan.explore.latent import sample_z
from gan.images import save_png
from gan.render import Renderer
from gan.request import RenderRequest
from gan.sources import ModelSource
from gan.train.run import Run
from tests.gan.tiny import make_run, save_judge

COUNT = 100


def make_judged_run(folder: Path, *, pictures: bool = True, loss: str = "bce") -> Run:
    """Two snapshots, a discriminator, and a folder of real pictures that it takes for real, if they are wanted."""
    run = make_run(folder / "run", snapshots=(10, 20), data=str(folder / "real") if pictures else "mnist")
    run = run.with_config(replace(run.config, loss=loss))
    save_judge(run.discriminator_path, step=20)
    if pictures:
        _save_real(run, folder / "real")
    return run


def _save_real(run: Run, folder: Path) -> None:
    """Of random points those with the best scores, so that real pictures are more real than generated ones."""
    source, renderer = ModelSource("run", run.snapshot_path(20), run), Renderer("cpu")
    images = renderer.render(RenderRequest(source.path, sample_z(4 * COUNT, 8, 99))).images
    folder.mkdir()
    for number in np.argsort(-renderer.scores(images, source.judge))[:COUNT]:
        save_png(folder / f"{number:03}.png", images[number])
