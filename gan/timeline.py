"""Frames of films, one after the other: many points of one generator, and one point through a generator's training."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from gan.explore.latent import Latent
from gan.filming import Camera
from gan.images import Picture
from gan.request import RenderRequest, RenderResult
from gan.train.run import Snapshot

HOLD_SECONDS = 1.5
"""How long a film stands still at its last picture, which is what the run came to."""
BATCH = 16

Render = Callable[[RenderRequest], RenderResult]


def pictures_of(
    points: Latent, request: RenderRequest, render: Render, camera: Camera | None = None
) -> Iterator[Picture]:
    """What ``camera`` takes of each of ``points`` (N, z_dim), drawn as in ``request``, a few at a time.

    Without one the picture (H, W, C). Raises what ``render`` raises.
    """
    for start in range(0, len(points), BATCH):
        yield from _taken(replace(request, z=points[start : start + BATCH]), render, camera)


def pictures_through(
    snapshots: Sequence[Snapshot], request: RenderRequest, render: Render, camera: Camera | None = None
) -> Iterator[Picture]:
    """What ``camera`` takes of the first point of ``request``, drawn as there by each snapshot, oldest first.

    Without one the picture (H, W, C). Raises what ``render`` raises, such as for a snapshot that was deleted meanwhile.
    """
    for snapshot in snapshots:
        yield from _taken(replace(request, model=snapshot.path, z=request.z[:1]), render, camera)


def _taken(request: RenderRequest, render: Render, camera: Camera | None) -> Iterator[Picture]:
    return iter(render(request).images) if camera is None else camera.frames(render(camera.asked(request)))


def film_frames(pictures: Iterable[Picture], fps: int, seconds_a_picture: float) -> Iterator[Picture]:
    """Each picture as often as a film of ``fps`` needs it, at least once, and the last one held."""
    picture = None
    for picture in pictures:
        for _ in range(max(1, round(seconds_a_picture * fps))):
            yield picture
    if picture is not None:
        for _ in range(round(HOLD_SECONDS * fps)):
            yield picture
