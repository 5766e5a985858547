"""Jobs that write films: of one point through a run's snapshots, and of a path through latent space."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.work.background import Job
from app.work.rendering import rendered
from gan.explore.paths import LatentPath
from gan.export import USUAL_FPS, check_speed, enlarged
from gan.filming import PICTURE, Camera, shown_text
from gan.formats import Content, write
from gan.images import Picture
from gan.model.architecture import Architecture
from gan.request import RenderRequest
from gan.timeline import film_frames, pictures_through
from gan.train.run import Snapshot
from gan.words import tr

SECONDS_A_PICTURE = 0.4


@dataclass(frozen=True)
class FilmLook:
    """How many pixels wide each of the generator's becomes, None for as many as films usually have; the speed; what
    is shown, as a :class:`Camera` takes it."""

    scale: int | None = None
    fps: int = USUAL_FPS
    show: str = PICTURE


USUAL_LOOK = FilmLook()


def training_film_job(
    target: Path,
    snapshots: Sequence[Snapshot],
    request: RenderRequest,
    config: Architecture,
    device: str,
    look: FilmLook = USUAL_LOOK,
) -> Job:
    """A film of the first point of ``request``, drawn with its edits by each of ``snapshots``, all of one ``config``.

    Writes ``target`` whole or, if it is cancelled or fails, not at all.
    """

    def frames(job: Job) -> Iterator[Picture]:
        from gan.render import Renderer

        through = pictures_through(snapshots, request, Renderer(device).render, Camera(config, look.show))
        pictures = enlarged(_reported(through, job, len(snapshots)), look.scale)
        return film_frames(pictures, look.fps, SECONDS_A_PICTURE)

    return _film_job(
        target, frames, look.fps, f"{len(snapshots)} snapshots of a run, {request.changes_text}{shown_text(look.show)}"
    )


def path_film_job(
    target: Path,
    path: LatentPath,
    request: RenderRequest,
    config: Architecture,
    device: str,
    look: FilmLook = USUAL_LOOK,
) -> Job:
    """A film along ``path``, drawn as in ``request`` by a generator of ``config``.

    Writes ``target`` whole or, if it is cancelled or fails, not at all.
    """
    points = path.sample(max(2, round(path.duration * look.fps) + (not path.closed)))

    def frames(job: Job) -> Iterator[Picture]:
        return enlarged(rendered(request, points, device, job.report, Camera(config, look.show)), look.scale)

    return _film_job(target, frames, look.fps, request.network_text + shown_text(look.show))


def _film_job(target: Path, frames: Callable[[Job], Iterable[Picture]], fps: int, comment: str) -> Job:
    def work(job: Job) -> Path:
        check_speed(target, fps)
        write(target, Content.FILM, frames(job), fps, comment=comment)
        return target

    return Job(tr("Writing the film"), work, computes=True)


def _reported(pictures: Iterable[Picture], job: Job, total: int) -> Iterator[Picture]:
    """``pictures``, each reported before it is handed on."""
    for number, picture in enumerate(pictures):
        job.report(number, total)
        yield picture
