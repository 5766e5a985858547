"""The process that works out what a stranger's file holds: ``python -m app.window.imports.child FILE FOLDER``.

It knows no Qt, can be ended at any time, and imports torch only once the file has turned out to hold weights.
"""

import signal
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import numpy as np

from app.window.imports.results import picture_beside, reading_file, write_problem, write_summary
from gan.errors import LatentariumError
from gan.explore.latent import sample_z
from gan.images import grid, save_png
from gan.importing.opening import Reading, import_generator, save_reading
from gan.request import BatchStatistics, RenderRequest

PICTURES, SEED = 16, 0
"""How many pictures of each reading are drawn, from the same points where their latent spaces are the same."""
BETWEEN = 128
"""The grey between them, which stands out neither in light nor in dark."""


def main(path: Path, folder: Path) -> None:
    """Leave the readings of ``path``, with pictures, in ``folder``."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # in order, so that what reads the file ends, too
    work_out(path, folder)


def work_out(path: Path, folder: Path) -> None:
    """Leave the readings of ``path``, or why there are none, in ``folder``."""
    try:
        found = import_generator(path)
        for place, reading in enumerate(found.readings):
            file = reading_file(folder, place)
            save_reading(file, found, reading)
            with suppress(LatentariumError):  # the others may draw something
                _draw(file, reading)
        write_summary(folder, found)
    except LatentariumError as error:
        write_problem(folder, error.words)


def _draw(file: Path, reading: Reading) -> None:
    """Of a generator with classes each in turn, as many as there are places."""
    from gan.render import Renderer

    layout, renderer = reading.layout, Renderer("cpu")
    classes = layout.condition.classes if layout.condition else 1
    plain = RenderRequest(
        file,
        sample_z(PICTURES, layout.z_dim, SEED, layout.distribution),
        batch=BatchStatistics() if reading.useless_statistics else None,
    )
    requests = (
        replace(plain, z=plain.z[place : place + 1], chosen_class=place % classes if classes > 1 else None)
        for place in range(PICTURES)
    )
    pictures = np.concatenate([renderer.render(request).images for request in requests])
    save_png(picture_beside(file), grid(pictures, background=BETWEEN))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
