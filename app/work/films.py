"""Jobs that write films: of one point through a run's snapshots, and of a path through latent space."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from app.work.background import Job
from app.work.rendering import rendered
from gan.explore.paths import LatentPath
from gan.export import enlarged, film_scale
from gan.formats import Content, write
from gan.images import Picture, enlarge
from gan.request import RenderRequest
from gan.timeline import film_frames, pictures_through
from gan.train.run import Snapshot

FPS = 25
SECONDS_A_PICTURE = 0.4


def training_film_job(target: Path, snapshots: Sequence[Snapshot], request: RenderRequest, device: str) -> Job:
    """A film of the first point of ``request``, drawn by each of ``snapshots`` with its edits.

    Writes ``target`` whole or, if it is cancelled or fails, not at all.
    """

    def frames(job: Job) -> Iterator[Picture]:
        from gan.render import Renderer

        total = 2 * len(snapshots)
        through = pictures_through(snapshots, request.z[0], Renderer(device).render, request.edits, request.batch)
        pictures = enlarged(np.stack(list(_reported(through, job, 0, total))))
        shown = film_frames(list(pictures), FPS, SECONDS_A_PICTURE)
        return _reported(shown, job, len(snapshots), total, len(snapshots) / len(shown))

    return _film_job(target, frames)


def path_film_job(target: Path, path: LatentPath, request: RenderRequest, device: str) -> Job:
    """A film along ``path``, drawn as in ``request``.

    Writes ``target`` whole or, if it is cancelled or fails, not at all.
    """
    points = path.sample(max(2, round(path.duration * FPS) + (not path.closed)))

    def frames(job: Job) -> Iterator[Picture]:
        pictures = rendered(request, points, device, job.report)
        return (enlarge(picture, film_scale(len(picture))) for picture in pictures)

    return _film_job(target, frames)


def _film_job(target: Path, frames: Callable[[Job], Iterable[Picture]]) -> Job:
    def work(job: Job) -> Path:
        write(target, Content.FILM, frames(job), FPS)
        return target

    return Job("Writing the film", work, computes=True)


def _reported(pictures: Iterable[Picture], job: Job, done: int, total: int, share: float = 1.0) -> Iterator[Picture]:
    """``pictures``, each reported as ``share`` of a step before it is handed on."""
    for number, picture in enumerate(pictures):
        job.report(done + int(number * share), total)
        yield picture
