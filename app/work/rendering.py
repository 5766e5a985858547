"""Pictures of many points, made in batches by a job."""

from collections.abc import Callable, Iterator

from gan.explore.latent import Latent
from gan.filming import Camera
from gan.images import Picture
from gan.request import RenderRequest
from gan.timeline import pictures_of


def rendered(
    request: RenderRequest,
    points: Latent,
    device: str,
    report: Callable[[int, int], None],
    camera: Camera | None = None,
) -> Iterator[Picture]:
    """The picture (H, W, C) of each of ``points`` (N, z_dim), drawn as in ``request``; its own points do not matter.

    With a ``camera``, what that takes.

    ``report(done, N)`` is called before each is handed on. Raises :class:`gan.errors.LatentariumError`.
    """
    from gan.render import Renderer

    for number, picture in enumerate(pictures_of(points, request, Renderer(device).render, camera)):
        report(number, len(points))
        yield picture
