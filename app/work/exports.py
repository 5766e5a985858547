"""What can be exported from the window, and the job that writes it. The same session gives the same bytes."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import numpy as np

from app.session.edits import Changes
from app.work.background import Job
from gan import formats
from gan.explore.latent import Latent
from gan.explore.paths import LatentPath
from gan.formats import Content, suffixes, write
from gan.images import Picture, enlarge, grid

BATCH = 16
LARGEST_SCALE = 16


class What(StrEnum):
    """What to write."""

    PICTURE = "The picture"
    STRIP = "A strip along the path"
    FILM = "A film of the path"
    Z = "z, as numbers"


CONTENTS = {
    What.PICTURE: Content.PICTURE,
    What.STRIP: Content.PICTURE,
    What.FILM: Content.FILM,
    What.Z: Content.ARRAY,
}
SUFFIXES = {what: suffixes(content) for what, content in CONTENTS.items()}


@dataclass(frozen=True)
class Look:
    """How large pictures are, how many there are on a path, and how fast a film is."""

    scale: int = 8
    smooth: bool = False
    frames: int = 60
    fps: int = 25


@dataclass(frozen=True, eq=False)
class Export:
    """Everything that is needed, so that nothing that happens later changes it. ``path`` is for strips and films."""

    what: What
    target: Path
    z: Latent
    path: LatentPath
    model: Path
    device: str
    changes: Changes
    look: Look


def with_suffix(what: What, path: Path) -> Path:
    """``path`` with an end that says what is in it."""
    return formats.with_suffix(path, CONTENTS[what])


def export_job(export: Export) -> Job:
    """Writes the target whole or, if it is cancelled or fails, not at all."""
    return Job("Exporting", lambda job: _write(export, job))


def _write(export: Export, job: Job) -> Path:
    match export.what:
        case What.Z:
            write(export.target, Content.ARRAY, export.z[None])
        case What.PICTURE:
            write(export.target, Content.PICTURE, next(_pictures(export, export.z[None], job)))
        case What.STRIP:
            pictures = np.stack(list(_pictures(export, export.path.sample(export.look.frames), job)))
            write(export.target, Content.PICTURE, grid(pictures, columns=len(pictures)))
        case What.FILM:
            points = export.path.sample(export.look.frames)
            write(export.target, Content.FILM, _pictures(export, points, job), export.look.fps)
    return export.target


def _pictures(export: Export, points: Latent, job: Job) -> Iterator[Picture]:
    from gan.render import Renderer
    from gan.request import RenderRequest

    renderer, look = Renderer(export.device), export.look
    for start in range(0, len(points), BATCH):
        batch = points[start : start + BATCH]
        request = RenderRequest(export.model, batch, edits=export.changes.edits, batch=export.changes.batch)
        for index, image in enumerate(renderer.render(request).images):
            job.report(start + index, len(points))
            yield enlarge(image, look.scale, smooth=look.smooth)
