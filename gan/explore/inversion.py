"""From a picture to its z: the point whose picture is closest.

The error of a picture is a sum of squares over its pixels, and z has few dimensions, so the whole Jacobian is cheap
and the method of Levenberg (1944) and Marquardt (1963) gets far closer than gradient descent: it takes some twenty
steps where Adam takes hundreds. Many random points are looked at first; the search starts from the closest of them,
then from the next, until one is good enough, as a search can end in a valley that is not the deepest.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import torch
from torch import Tensor

from gan.errors import UsageError
from gan.explore.inversion_settings import Guess, InversionSettings
from gan.explore.jacobian import jacobian
from gan.explore.latent import bound, deviation, sample_z
from gan.images import Picture, from_uint8
from gan.model.networks import Generator
from gan.words import tr

GOOD_DB, PERFECT_DB = 36.0, 45.0
SMALLEST_GAIN = 1e-3
SCREEN_BATCH = 64
SOFTEST, STIFFEST = 1e-6, 1e8


def invert(generator: Generator, picture: Picture, settings: InversionSettings | None = None) -> Iterator[Guess]:
    """Every step towards the z of ``picture``, uint8 (H, W, C) of the generator's size; the best one is the answer.

    Whoever has seen enough just stops asking. The same arguments give the same steps on one device.
    Raises :class:`UsageError` for a picture of another shape.
    """
    settings = settings or InversionSettings()
    target = _target(generator, picture)
    for number, start in enumerate(_starts(generator, target, settings), 1):
        closest = 0.0
        for step, (z, error) in enumerate(_descend(generator, target, start, settings), 1):
            closest = max(closest, psnr(error))
            yield Guess(z.cpu().numpy(), psnr(error), number, step)
        if closest >= GOOD_DB:
            return


def find_z(
    generator: Generator,
    picture: Picture,
    settings: InversionSettings | None = None,
    report: Callable[[Guess], None] | None = None,
) -> Guess:
    """The best guess of :func:`invert`; ``report`` hears of every one."""
    best: Guess | None = None
    for guess in invert(generator, picture, settings):
        if report is not None:
            report(guess)
        if best is None or guess.psnr > best.psnr:
            best = guess
    assert best is not None  # the first guess is the start itself
    return best


def psnr(mean_square: float) -> float:
    """Peak signal-to-noise ratio in dB of a mean square error between pictures in [-1, 1]; at most 100."""
    return float(10 * torch.log10(torch.tensor(4 / max(mean_square, 4e-10))))


def _target(generator: Generator, picture: Picture) -> Tensor:
    """(C * H * W,) in [-1, 1]."""
    channels, height, width = generator.config.picture_shape
    if picture.shape != (height, width, channels):
        raise UsageError(
            tr(
                "the picture has shape {shape}, but this generator makes {channels}",
                shape=picture.shape,
                channels=(height, width, channels),
            )
        )
    device = next(generator.parameters()).device
    return from_uint8(torch.tensor(picture.transpose(2, 0, 1), device=device)).flatten()


@torch.no_grad()
def _starts(generator: Generator, target: Tensor, settings: InversionSettings) -> Tensor:
    """The random points whose pictures are closest, the closest first: (starts, z_dim)."""
    config = generator.config
    sampled = sample_z(settings.screened, config.z_dim, settings.seed, config.distribution)
    points = torch.tensor(sampled, device=target.device)
    errors = [(generator(z).flatten(1) - target).square().mean(dim=1) for z in points.split(SCREEN_BATCH)]
    return points[torch.cat(errors).argsort(stable=True)[: settings.starts]]


@torch.no_grad()
def _descend(
    generator: Generator, target: Tensor, z: Tensor, settings: InversionSettings
) -> Iterator[tuple[Tensor, float]]:
    """``z`` and its mean square error, then after every step that made the cost smaller."""
    distribution = generator.config.distribution
    problem = _Problem(generator, target, settings.prior / deviation(distribution) ** 2, bound(distribution))
    residual = problem.residual(z)
    yield z, problem.error(residual)
    damping = 1.0
    for _ in range(settings.steps):
        system = problem.system(z, residual)
        stepped = _step(problem, z, residual, system, damping)
        if stepped is None:
            return
        gain = 1 - problem.cost(stepped.z, stepped.residual) / problem.cost(z, residual)
        z, residual, damping = stepped.z, stepped.residual, stepped.damping
        yield z, problem.error(residual)
        if gain < SMALLEST_GAIN or psnr(problem.error(residual)) >= PERFECT_DB:
            return


@dataclass(frozen=True)
class _Problem:
    """The cost of a point: sum of squared pixel errors, and ``prior`` times the squared length of z.

    No number of z leaves [-``bound``, ``bound``].
    """

    generator: Generator
    target: Tensor
    prior: float
    bound: float

    def residual(self, z: Tensor) -> Tensor:
        return self.generator(z[None]).flatten() - self.target

    def error(self, residual: Tensor) -> float:
        return float(residual.square().mean())

    def cost(self, z: Tensor, residual: Tensor) -> float:
        return float(residual.square().sum() + self.prior * z.square().sum())

    def system(self, z: Tensor, residual: Tensor) -> tuple[Tensor, Tensor]:
        """Gauss's normal equations (matrix, right side) in double precision on the CPU."""
        columns = jacobian(self.generator, z)
        matrix = (columns.T @ columns).cpu().double()
        gradient = (columns.T @ residual + self.prior * z).cpu().double()
        return matrix + self.prior * torch.eye(len(z), dtype=torch.float64), -gradient


@dataclass(frozen=True)
class _Stepped:
    z: Tensor
    residual: Tensor
    damping: float


def _step(
    problem: _Problem, z: Tensor, residual: Tensor, system: tuple[Tensor, Tensor], damping: float
) -> _Stepped | None:
    """The first step that makes the cost smaller, damped more and more; None if there is none.

    How the damping changes is Nielsen's rule (1999, "Damping parameter in Marquardt's method", eq. 2.5).
    """
    matrix, right_side = system
    cost, growth = problem.cost(z, residual), 2.0
    while damping < STIFFEST:
        step = torch.linalg.solve(matrix + damping * torch.eye(len(z), dtype=torch.float64), right_side)
        new_z = (z + step.to(z)).clamp(-problem.bound, problem.bound)
        new_residual = problem.residual(new_z)
        saved = cost - problem.cost(new_z, new_residual)
        if saved > 0:
            share = saved / max(float(step @ (damping * step + right_side)), 1e-12)
            return _Stepped(new_z, new_residual, max(SOFTEST, damping * max(1 / 3, 1 - (2 * share - 1) ** 3)))
        damping, growth = damping * growth, growth * 2
    return None
