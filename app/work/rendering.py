"""Pictures of many points, made in batches by a job."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from gan.explore.latent import Latent
from gan.images import Picture
from gan.request import RenderRequest

BATCH = 16


def rendered(
    request: RenderRequest, points: Latent, device: str, report: Callable[[int, int], None]
) -> Iterator[Picture]:
    """The picture (H, W, C) of each of ``points`` (N, z_dim), drawn as in ``request``; its own points do not matter.

    ``report(done, N)`` is called before each is handed on. Raises :class:`gan.errors.LatentariumError`.
    """
    from gan.render import Renderer

    renderer = Renderer(device)
    for start in range(0, len(points), BATCH):
        images = renderer.render(replace(request, z=points[start : start + BATCH])).images
        for number, image in enumerate(images, start):
            report(number, len(points))
            yield image
