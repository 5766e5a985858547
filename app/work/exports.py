"""What can be exported from the window, and the job that writes it. The same session gives the same bytes."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import numpy as np

from app.work.background import Job
from app.work.rendering import rendered
from gan.explore.directions import Directions
from gan.explore.latent import Latent
from gan.explore.paths import LatentPath
from gan.export import USUAL_FPS, check_speed
from gan.formats import Content, write
from gan.html.page import Page
from gan.images import Picture, enlarge, grid
from gan.request import RenderRequest
from gan.words import marked, tr


class What(Enum):
    """What to write: its name for people, and the kind of file that holds it."""

    PICTURE = marked("The picture"), Content.PICTURE
    STRIP = marked("A strip along the path"), Content.PICTURE
    FILM = marked("A film of the path"), Content.FILM
    Z = marked("z, as numbers"), Content.ARRAY
    PAGE = marked("A page for any browser"), Content.PAGE

    @property
    def title(self) -> str:
        """For people."""
        return tr(self.value[0])

    @property
    def content(self) -> Content:
        """What the file holds."""
        return self.value[1]


@dataclass(frozen=True)
class Look:
    """How large pictures are, how many there are on a path, and how fast a film is."""

    scale: int = 8
    smooth: bool = False
    frames: int = 60
    fps: int = USUAL_FPS


@dataclass(frozen=True, eq=False)
class Export:
    """Everything that is needed, so that nothing that happens later changes it.

    ``request`` is for one point, ``path`` for strips and films, which are drawn as in ``request``. ``name`` is what
    people call the generator, ``directions`` get sliders on a page.
    """

    what: What
    target: Path
    request: RenderRequest
    path: LatentPath
    device: str
    look: Look
    name: str = ""
    directions: Directions | None = None


def export_job(export: Export) -> Job:
    """Writes the target whole or, if it is cancelled or fails, not at all."""
    return Job(tr("Exporting"), lambda job: _write(export, job), computes=export.what is not What.Z)


def _write(export: Export, job: Job) -> Path:
    comment = export.request.network_text
    match export.what:
        case What.Z:
            write(export.target, Content.ARRAY, export.request.z)
        case What.PICTURE:
            picture = next(_pictures(export, export.request.z, job))
            write(export.target, Content.PICTURE, picture, comment=comment)
        case What.STRIP:
            pictures = np.stack(list(_along_the_path(export, job)))
            write(export.target, Content.PICTURE, grid(pictures, columns=len(pictures)), comment=comment)
        case What.FILM:
            check_speed(export.target, export.look.fps)
            write(export.target, Content.FILM, _along_the_path(export, job), export.look.fps, comment=comment)
        case What.PAGE:
            write(export.target, Content.PAGE, Page(export.request, export.name, directions=export.directions))
    return export.target


def _along_the_path(export: Export, job: Job) -> Iterator[Picture]:
    return _pictures(export, export.path.sample(export.look.frames), job)


def _pictures(export: Export, points: Latent, job: Job) -> Iterator[Picture]:
    for picture in rendered(export.request, points, export.device, job.report):
        yield enlarge(picture, export.look.scale, smooth=export.look.smooth)
