"""BatchNorm by the statistics of a whole batch whose parts are in several processes (Ioffe and Szegedy, 2015).

``torch.nn.SyncBatchNorm`` does the same on graphics cards alone, and cannot be differentiated twice, as penalties on
D's gradient want. This one is the same on every device.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial, reduce
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn.modules.batchnorm import _BatchNorm

from gan.model.parts import FlatBatchNorm, is_batch_norm
from gan.train.team import Few, Team

_batch_norm_backward = torch.ops.aten.native_batch_norm_backward.default


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

    Moments are those of all processes' maps. torch's own kernels, which are fastest, do what belongs to one process;
    few calls do the rest, as each of them takes longest to begin between two convolutions.
    """

    @staticmethod
    def forward(
        ctx: Any, x: Tensor, scale: Tensor, shift: Tensor, norm: _BatchNorm, team: Team, batches: int
    ) -> Tensor:
        means, variances = _pooled(team.rows(_few(_own_moments(x, batches))), batches)
        spreads = (variances + norm.eps) ** -0.5
        gains = _few(scale) * spreads
        moments = _by_batch(means, variances, spreads)
        if norm.track_running_stats:
            _track(norm, moments, _count(x, team, batches))
        ctx.save_for_backward(x, scale, shift)
        ctx.few, ctx.moments = (means, spreads, gains), moments
        ctx.eps, ctx.team, ctx.batches = norm.eps, team, batches
        offset, gain = (_beside(_tensor(numbers), x) for numbers in (_few(shift) - gains * means, gains))
        return torch.addcmul(offset, _apart(x, batches), gain).flatten(0, 1).to(x.dtype)

    @staticmethod
    def backward(ctx: Any, slope: Tensor) -> tuple[Tensor | None, ...]:
        x, scale, shift = ctx.saved_tensors
        team, batches = ctx.team, ctx.batches
        if torch.is_grad_enabled():  # the gradient is to be differentiated
            wanted = [tensor for tensor in (x, scale, shift) if tensor.requires_grad]
            outcome = _composed(x, scale, shift, ctx.eps, team, batches)
            found = iter(torch.autograd.grad(outcome, wanted, slope, create_graph=True))
            return (*(next(found) if tensor.requires_grad else None for tensor in (x, scale, shift)), None, None, None)
        parts = zip(_parts(slope, batches), _parts(x, batches), ctx.moments, strict=True)
        own = [_slopes(scale, *part, ctx.eps) for part in parts]
        of_scale, of_shift = (reduce(torch.add, each) for each in zip(*own, strict=True))
        # What x changes by way of both moments depends on the slopes of all processes.
        slopes = team.rows(_few(_stacked(own))).sum(0).reshape(batches, 2, -1)
        means, spreads, gains = ctx.few
        changes = gains / -_count(x, team, batches)
        factors = changes * spreads * slopes[:, 0]
        constants = changes * slopes[:, 1] - factors * means
        constant, factor, gain = (_beside(_tensor(numbers), x) for numbers in (constants, factors, gains))
        of_x = torch.addcmul(constant, _apart(x, batches), factor).addcmul_(_apart(slope, batches), gain)
        return of_x.flatten(0, 1).to(x.dtype), of_scale, of_shift, None, None, None


def _track(norm: _BatchNorm, moments: Sequence[tuple[Tensor, ...]], count: int) -> None:
    """Let the running statistics follow one batch after the other; those of the variance are unbiased, as torch's."""
    running_mean, running_var, tracked = norm.running_mean, norm.running_var, norm.num_batches_tracked
    assert running_mean is not None and running_var is not None and tracked is not None and norm.momentum is not None
    tracked.add_(len(moments))
    for mean, variance, _ in moments:
        running_mean.lerp_(mean, norm.momentum)
        running_var.lerp_(variance * (count / (count - 1)), norm.momentum)


def _composed(x: Tensor, scale: Tensor, shift: Tensor, eps: float, team: Team, batches: int) -> Tensor:
    """The same in steps that torch can differentiate as often as it likes."""
    ours = _own_moments(x, batches)
    nothing = torch.zeros_like(ours)
    rows = _Sum.apply(torch.stack([ours if rank == team.rank else nothing for rank in range(team.size)]), team)
    means, variances = _pooled(rows, batches)
    gains = scale * (variances + eps) ** -0.5
    return ((_apart(x, batches) - _beside(means, x)) * _beside(gains, x) + _beside(shift, x)).flatten(0, 1).to(x.dtype)


def _own_moments(x: Tensor, batches: int) -> Tensor:
    """Mean and variance of each batch in this process, one below the other, (batches * 2, C).

    On CPU they are found by BatchNorm's kernel, twenty times as fast as others, which cannot be differentiated.
    """
    accurate = _parts(x.to(torch.promote_types(x.dtype, torch.float32)), batches)
    if x.device.type == "cpu" and not torch.is_grad_enabled():
        return _stacked([torch.batch_norm_update_stats(part, None, None, 0.0) for part in accurate])
    dims = [0, *range(2, x.ndim)]
    return _stacked([torch.var_mean(part, dims, correction=0)[::-1] for part in accurate])


def _pooled(rows: Few, batches: int) -> tuple[Few, Few]:
    """Mean and variance (batches, C) over all processes, from those of each; sums of squares would lose digits."""
    moments = rows.reshape(len(rows), batches, 2, -1)
    middle = moments.sum(0) / len(rows)
    mean, within = middle[:, 0], middle[:, 1]
    apart = moments[:, :, 0] - mean
    return mean, within + (apart * apart).sum(0) / len(rows)


def _slopes(scale: Tensor, slope: Tensor, x: Tensor, moments: tuple[Tensor, ...], eps: float) -> tuple[Tensor, Tensor]:
    """By scale and by shift, (C,) each, of what this process has; ``moments`` are mean, variance and 1 / deviation."""
    mean, var, spread = moments
    _, of_scale, of_shift = _batch_norm_backward(
        slope, x, scale, mean, var, mean, spread, False, eps, (False, True, True)
    )
    return of_scale, of_shift


def _count(x: Tensor, team: Team, batches: int) -> int:
    """How many numbers of all processes are in one mean of ``x`` (batches * N, C, ...)."""
    return x.numel() // x.shape[1] // batches * team.size


def _few(tensor: Tensor) -> Any:
    """It, or on CPU the same memory as an array: with few numbers NumPy's calls cost a third of torch's."""
    return tensor.detach().numpy() if tensor.device.type == "cpu" else tensor.detach()


def _tensor(few: Any) -> Tensor:
    """The other way round."""
    return torch.from_numpy(few) if isinstance(few, np.ndarray) else few


def _by_batch(*numbers: Any) -> list[tuple[Tensor, ...]]:
    """One of each (C,) for every batch, of what is (batches, C)."""
    return [*zip(*(_tensor(few).unbind() for few in numbers), strict=True)]


def _stacked(rows: Sequence[Sequence[Tensor]]) -> Tensor:
    """All tensors (C,) of all ``rows``, (rows * ..., C)."""
    return torch.stack([each for row in rows for each in row])


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
