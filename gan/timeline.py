"""One point of latent space through the training of a generator: a picture for each snapshot of a run."""

from collections.abc import Callable, Iterator, Sequence

from gan.explore.latent import Latent
from gan.images import Picture
from gan.layers.edits import Edit
from gan.request import BatchStatistics, RenderRequest, RenderResult
from gan.train.run import Snapshot

HOLD_SECONDS = 1.5
"""How long a film stands still at its last picture, which is what the run came to."""


def pictures_through(
    snapshots: Sequence[Snapshot],
    z: Latent,
    render: Callable[[RenderRequest], RenderResult],
    edits: tuple[Edit, ...] = (),
    batch: BatchStatistics | None = None,
) -> Iterator[Picture]:
    """The picture (H, W, C) that each snapshot, oldest first, makes of ``z``, shape (z_dim,), changed alike.

    Raises what ``render`` raises, such as for a snapshot that was deleted meanwhile.
    """
    for snapshot in snapshots:
        yield render(RenderRequest(snapshot.path, z[None], edits=edits, batch=batch)).images[0]


def film_frames(pictures: Sequence[Picture], fps: int, seconds_a_picture: float) -> list[Picture]:
    """Each picture as often as a film of ``fps`` needs it, at least once, and the last one held."""
    times = max(1, round(seconds_a_picture * fps))
    frames = [picture for picture in pictures for _ in range(times)]
    return frames + [pictures[-1]] * round(HOLD_SECONDS * fps)
