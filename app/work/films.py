"""Jobs that write films: of one z through a run's snapshots, and of a path through latent space."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from app.session.edits import UNCHANGED, Changes
from app.work.background import Job
from gan.explore.latent import Latent
from gan.explore.paths import LatentPath
from gan.formats import Content, suffixes, write
from gan.images import Picture
from gan.train.run import Snapshot

FPS = 25
BATCH = 16
SECONDS_A_PICTURE = 0.4
SUFFIXES = suffixes(Content.FILM)


def film_job(path: Path, snapshots: Sequence[Snapshot], z: Latent, device: str, changes: Changes = UNCHANGED) -> Job:
    """Writes ``path`` whole or, if it is cancelled or fails, not at all; ``z`` has shape (z_dim,)."""

    def work(job: Job) -> Path:
        import numpy as np

        from gan.export import enlarged
        from gan.render import Renderer
        from gan.timeline import film_frames, pictures_through

        total = 2 * len(snapshots)
        through = pictures_through(snapshots, z, Renderer(device).render, changes.edits, changes.batch)
        pictures = list(_reported(through, job, 0, total))
        frames = film_frames(list(enlarged(np.stack(pictures))), FPS, SECONDS_A_PICTURE)
        write(path, Content.FILM, _reported(frames, job, len(snapshots), total, len(snapshots) / len(frames)), FPS)
        return path

    return Job("Writing the film", work)


def path_film_job(target: Path, path: LatentPath, model: Path, device: str, changes: Changes = UNCHANGED) -> Job:
    """Writes ``target`` whole or, if it is cancelled or fails, not at all; 25 frames a second."""

    def work(job: Job) -> Path:
        from gan.export import enlarged
        from gan.render import Renderer
        from gan.request import RenderRequest

        points = path.sample(max(2, round(path.duration * FPS) + (not path.closed)))
        renderer = Renderer(device)

        def frames() -> Iterator[Picture]:
            for start in range(0, len(points), BATCH):
                batch = points[start : start + BATCH]
                request = RenderRequest(model, batch, edits=changes.edits, batch=changes.batch)
                yield from enlarged(renderer.render(request).images)

        write(target, Content.FILM, _reported(frames(), job, 0, len(points)), FPS)
        return target

    return Job("Writing the film", work)


def _reported(pictures: Iterable[Picture], job: Job, done: int, total: int, share: float = 1.0) -> Iterator[Picture]:
    """``pictures``, each reported as ``share`` of a step before it is handed on."""
    for number, picture in enumerate(pictures):
        job.report(done + int(number * share), total)
        yield picture
