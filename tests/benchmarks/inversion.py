"""From generated pictures back to their z, for every bundled generator: how close, and how long it takes."""

import time
from collections.abc import Iterator

import numpy as np

from gan.sources import bundled_models, find_model

PICTURES, SEED = 20, 5
WANTED_DB = 30.0


def lines() -> Iterator[str]:
    """20 pictures each, on one thread."""
    yield from (_invert_pictures(name) for name in bundled_models())


def _invert_pictures(name: str) -> str:
    from gan.explore.inversion import find_z
    from gan.explore.latent import sample_z
    from gan.render import Renderer
    from gan.request import RenderRequest

    renderer = Renderer("cpu")
    renderer.set_threads(1)
    path = find_model(name).path
    generator = renderer.generator(path)
    pictures = renderer.render(RenderRequest(path, sample_z(PICTURES, generator.config.z_dim, SEED))).images
    reached, seconds = [], []
    for picture in pictures:
        started = time.perf_counter()
        reached.append(find_z(generator, picture).psnr)
        seconds.append(time.perf_counter() - started)
    return (
        f"{name}: above {WANTED_DB:.0f} dB in {sum(psnr > WANTED_DB for psnr in reached)} of {PICTURES}, "
        f"median {np.median(reached):.1f} dB, {np.median(seconds):.1f} s each (worst {max(seconds):.1f} s)"
    )
