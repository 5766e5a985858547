"""Pictures in batches."""

from pathlib import Path

import numpy as np

from app.work.rendering import rendered
from gan.explore.latent import sample_z
from gan.layers.edits import Edit
from gan.render import Renderer
from gan.request import RenderRequest
from gan.timeline import BATCH


def test_every_point_has_its_picture_with_the_edits(tiny_model: Path) -> None:
    points, told = sample_z(BATCH + 3, 8, 2), list[tuple[int, int]]()
    request = RenderRequest(tiny_model, points[:1], edits=(Edit("block2", (1,), 0.0),))
    pictures = list(rendered(request, points, "cpu", lambda done, total: told.append((done, total))))
    expected = Renderer("cpu").render(RenderRequest(tiny_model, points, edits=request.edits)).images
    assert np.array_equal(np.stack(pictures), expected)
    assert told == [(done, BATCH + 3) for done in range(BATCH + 3)]
