"""BatchNorm by the statistics of a whole batch whose parts are in several processes (Ioffe and Szegedy, 2015).

``torch.nn.SyncBatchNorm`` does the same on graphics cards alone, and cannot be differentiated twice, as penalties on
D's gradient want. This one is the same on every device.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.nn import functional as F
from torch.nn.modules.batchnorm import _BatchNorm

from gan.model.parts import FlatBatchNorm, is_batch_norm
from gan.train.team import Team

Few = TypeVar("Few", Tensor, npt.NDArray[Any])


@contextmanager
def joint_statistics(team: Team, *networks: torch.nn.Module) -> Iterator[None]:
    """Within it BatchNorm of ``networks`` in training mode sees the batch of all processes, which must all call them.

    Their parts must be equally large. The running statistics stay the same in all processes.
    """
    with _replaced(partial(_forward, team=team), networks if team.size > 1 else ()):
        yield


@contextmanager
def side_by_side(team: Team, network: torch.nn.Module, batches: int) -> Iterator[None]:
    """The same for calls with so many batches at once, one behind the other, each with statistics of its own.

    Every layer then needs one sum over the processes where it would need one for each batch.
    """
    with _replaced(partial(_forward, team=team, batches=batches), (network,)):
        yield


@contextmanager
def _replaced(forward: Callable[[_BatchNorm, Tensor], Tensor], networks: Iterable[torch.nn.Module]) -> Iterator[None]:
    """Within it ``forward`` is what BatchNorm of ``networks`` does."""
    norms = [module for network in networks for module in network.modules() if is_batch_norm(module)]
    before = [vars(norm).get("forward") for norm in norms]
    for norm in norms:
        norm.forward = partial(forward, norm)  # type: ignore[method-assign]
    try:
        yield
    finally:
        for norm, replaced in zip(norms, before, strict=True):
            del norm.forward
            if replaced is not None:
                norm.forward = replaced  # type: ignore[method-assign]


def _forward(norm: _BatchNorm, x: Tensor, team: Team, batches: int = 1) -> Tensor:
    """In place of ``norm.forward``."""
    if isinstance(norm, FlatBatchNorm):
        return _Normalisation.apply(x.flatten(1), norm.weight, norm.bias, norm, team, batches).reshape(x.shape)
    return _Normalisation.apply(x, norm.weight, norm.bias, norm, team, batches)


class _Normalisation(torch.autograd.Function):
    """Maps (batches * N, C, ...), scale (C,), shift (C,) -> what ``norm`` of that scale and shift makes of them.

    Moments are those of all processes' maps. torch's own kernels, which are fastest, do what belongs to one process.
    """

    @staticmethod
    def forward(
        ctx: Any, x: Tensor, scale: Tensor, shift: Tensor, norm: _BatchNorm, team: Team, batches: int
    ) -> Tensor:
        ctx.save_for_backward(x, scale, shift)
        ctx.norm, ctx.team, ctx.batches = norm, team, batches
        ctx.moments = means, variances = _pooled(_few(_moments(x, team, batches)))
        moments = [*zip(_each(means), _each(variances), strict=True)]
        if norm.track_running_stats:
            _track(norm, moments, _count(x, team, batches))
        parts = zip(_parts(x, batches), moments, strict=True)
        normalised = [F.batch_norm(part, *each, scale, shift, False, 0.0, norm.eps) for part, each in parts]
        return normalised[0] if batches == 1 else torch.cat(normalised)

    @staticmethod
    def backward(ctx: Any, slope: Tensor) -> tuple[Tensor | None, ...]:
        x, scale, shift = ctx.saved_tensors
        team, batches, eps = ctx.team, ctx.batches, ctx.norm.eps
        if torch.is_grad_enabled():  # the gradient is to be differentiated
            wanted = [tensor for tensor in (x, scale, shift) if tensor.requires_grad]
            outcome = _composed(x, scale, shift, eps, team, batches)
            found = iter(torch.autograd.grad(outcome, wanted, slope, create_graph=True))
            return (*(next(found) if tensor.requires_grad else None for tensor in (x, scale, shift)), None, None, None)
        means, variances = ctx.moments
        spreads = (variances + eps) ** -0.5
        moments = zip(_each(means), _each(variances), _each(spreads), strict=True)
        parts = zip(_parts(slope, batches), _parts(x, batches), moments, strict=True)
        slopes = torch.stack([each for part in parts for each in _slopes(scale, *part, eps)]).view(batches, 2, -1)
        of_scale, of_shift = _each(_few(slopes).sum(0))
        team.add_up(slopes)
        # What x changes by way of both moments depends on the slopes of all processes.
        gains = _few(scale) * spreads
        changes = _few(slopes) / -_count(x, team, batches)
        factors = gains * spreads * changes[:, 0]
        constants = gains * changes[:, 1] - factors * means
        constant, factor, gain = (_beside(_tensor(numbers), x) for numbers in (constants, factors, gains))
        of_x = torch.addcmul(constant, _apart(x, batches), factor).addcmul_(_apart(slope, batches), gain)
        return of_x.flatten(0, 1).to(x.dtype), of_scale, of_shift, None, None, None


def _track(norm: _BatchNorm, moments: Sequence[tuple[Tensor, Tensor]], count: int) -> None:
    """Let the running statistics follow one batch after the other; those of the variance are unbiased, as torch's."""
    running_mean, running_var, tracked = norm.running_mean, norm.running_var, norm.num_batches_tracked
    assert running_mean is not None and running_var is not None and tracked is not None and norm.momentum is not None
    tracked.add_(len(moments))
    for mean, variance in moments:
        running_mean.lerp_(mean, norm.momentum)
        running_var.lerp_(variance * (count / (count - 1)), norm.momentum)


def _composed(x: Tensor, scale: Tensor, shift: Tensor, eps: float, team: Team, batches: int) -> Tensor:
    """The same in steps that torch can differentiate as often as it likes."""
    means, variances = _pooled(_moments(x, team, batches))
    gains = scale * (variances + eps) ** -0.5
    return ((_apart(x, batches) - _beside(means, x)) * _beside(gains, x) + _beside(shift, x)).flatten(0, 1).to(x.dtype)


def _moments(x: Tensor, team: Team, batches: int) -> Tensor:
    """Mean and variance in each process of each batch, (processes, batches, 2, C)."""
    accurate = x.to(torch.promote_types(x.dtype, torch.float32))
    ours = torch.stack([moment for part in _parts(accurate, batches) for moment in _own_moments(part)])
    if torch.is_grad_enabled():
        nothing = torch.zeros_like(ours)
        rows = _Sum.apply(torch.stack([ours if rank == team.rank else nothing for rank in range(team.size)]), team)
    else:
        rows = team.rows(ours)
    return rows.view(team.size, batches, 2, -1)


def _pooled(moments: Few) -> tuple[Few, Few]:
    """Mean and variance (batches, C) over all processes, from :func:`_moments`; sums of squares would lose digits."""
    middle = moments.sum(0) / len(moments)
    mean, within = middle[:, 0], middle[:, 1]
    between = ((moments[:, :, 0] - mean) ** 2).sum(0) / len(moments)
    return mean, within + between


def _slopes(
    scale: Tensor, slope: Tensor, x: Tensor, moments: tuple[Tensor, Tensor, Tensor], eps: float
) -> tuple[Tensor, Tensor]:
    """By scale and by shift, (C,) each, of what this process has; ``moments`` are mean, variance and 1 / deviation."""
    mean, var, spread = moments
    _, of_scale, of_shift = torch.ops.aten.native_batch_norm_backward(
        slope, x, scale, mean, var, mean, spread, False, eps, [False, True, True]
    )
    return of_scale, of_shift


def _own_moments(x: Tensor) -> tuple[Tensor, Tensor]:
    """Mean and variance (C,) of ``x`` (N, C, ...), on CPU by BatchNorm's kernel, twenty times as fast as others."""
    if x.device.type == "cpu" and not torch.is_grad_enabled():
        mean, var = torch.batch_norm_update_stats(x, None, None, 0.0)
    else:
        var, mean = torch.var_mean(x, [0, *range(2, x.ndim)], correction=0)
    return mean, var


def _count(x: Tensor, team: Team, batches: int) -> int:
    """How many numbers of all processes are in one mean of ``x`` (batches * N, C, ...)."""
    return x.numel() // x.shape[1] // batches * team.size


def _few(tensor: Tensor) -> Any:
    """It, or on CPU the same memory as an array: with few numbers NumPy's calls cost a third of torch's."""
    return tensor.detach().numpy() if tensor.device.type == "cpu" else tensor.detach()


def _tensor(few: Any) -> Tensor:
    """The other way round."""
    return torch.from_numpy(few) if isinstance(few, np.ndarray) else few


def _each(few: Any) -> tuple[Tensor, ...]:
    """One tensor for each row."""
    return _tensor(few).unbind()


def _parts(x: Tensor, batches: int) -> tuple[Tensor, ...]:
    return (x,) if batches == 1 else x.chunk(batches)


class _Sum(torch.autograd.Function):
    """The sum of a tensor over all processes; so is that of its gradients."""

    @staticmethod
    def forward(ctx: Any, numbers: Tensor, team: Team) -> Tensor:
        ctx.team = team
        return team.summed(numbers)

    @staticmethod
    def backward(ctx: Any, slope: Tensor) -> tuple[Tensor, None]:
        return _Sum.apply(slope, ctx.team), None


def _apart(x: Tensor, batches: int) -> Tensor:
    """``x`` (batches * N, C, ...) as (batches, N, C, ...)."""
    return x.view(batches, -1, *x.shape[1:])


def _beside(numbers: Tensor, x: Tensor) -> Tensor:
    """``numbers`` (..., C) in the shape that goes with what is :func:`_apart` of ``x`` (batches * N, C, ...)."""
    return numbers.view(*numbers.shape[:-1], 1, -1, *[1] * (x.ndim - 2))
