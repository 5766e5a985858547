"""BatchNorm by the statistics of a whole batch whose parts are in several processes (Ioffe and Szegedy, 2015).

``torch.nn.SyncBatchNorm`` does the same on graphics cards alone, and cannot be differentiated twice, as penalties on
D's gradient want. This one is the same on every device.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F
from torch.nn.modules.batchnorm import _BatchNorm

from gan.model.parts import FlatBatchNorm, is_batch_norm
from gan.train.team import Team


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
    maps = x.flatten(1) if isinstance(norm, FlatBatchNorm) else x
    normalised, means, variances = _Normalisation.apply(maps, norm.weight, norm.bias, norm.eps, team, batches)
    if norm.track_running_stats:
        count = maps.numel() // maps.shape[1] // batches * team.size
        for mean, variance in zip(means, variances, strict=True):
            _track(norm, mean, variance, count)
    return normalised.reshape(x.shape)


@torch.no_grad()
def _track(norm: _BatchNorm, mean: Tensor, var: Tensor, count: int) -> None:
    """Let the running statistics follow; that of the variance is unbiased, as torch's own."""
    assert norm.running_mean is not None and norm.running_var is not None and norm.num_batches_tracked is not None
    assert norm.momentum is not None
    norm.num_batches_tracked.add_(1)
    norm.running_mean.lerp_(mean.to(norm.running_mean.dtype), norm.momentum)
    norm.running_var.lerp_((var * count / (count - 1)).to(norm.running_var.dtype), norm.momentum)


class _Normalisation(torch.autograd.Function):
    """Maps (batches * N, C, ...), scale (C,), shift (C,) -> normalised maps, mean and variance (batches, C) of each.

    Moments are those of all processes' maps. torch's own kernels, which are fastest, do what belongs to one process.
    """

    @staticmethod
    def forward(
        ctx: Any, x: Tensor, scale: Tensor, shift: Tensor, eps: float, team: Team, batches: int
    ) -> tuple[Tensor, ...]:
        means, variances = _moments(x, team, batches)
        ctx.save_for_backward(x, scale, shift, means, variances)
        ctx.eps, ctx.team = eps, team
        ctx.mark_non_differentiable(means, variances)
        parts = zip(x.chunk(batches), means, variances, strict=True)
        normalised = [F.batch_norm(part, mean, var, scale, shift, False, 0.0, eps) for part, mean, var in parts]
        return _joined(normalised), means, variances

    @staticmethod
    def backward(ctx: Any, slope: Tensor, *_: Tensor) -> tuple[Tensor | None, ...]:
        x, scale, shift, means, variances = ctx.saved_tensors
        if torch.is_grad_enabled():  # the gradient is to be differentiated
            wanted = [tensor for tensor in (x, scale, shift) if tensor.requires_grad]
            outcome = _composed(x, scale, shift, ctx.eps, ctx.team, len(means))
            found = iter(torch.autograd.grad(outcome, wanted, slope, create_graph=True))
            return (*(next(found) if tensor.requires_grad else None for tensor in (x, scale, shift)), None, None, None)
        spreads = (variances + ctx.eps).rsqrt()
        maps, slopes = x.chunk(len(means)), slope.chunk(len(means))
        ours = torch.stack(
            [_slopes(*each, ctx.eps) for each in zip(slopes, maps, means, variances, spreads, strict=True)]
        )
        # What x changes by way of both moments, which those of the other processes depend on, too.
        count = x.numel() // x.shape[1] // len(means) * ctx.team.size
        by_scale, by_shift = ctx.team.summed(ours).div_(-count).unbind(1)
        gains = scale * spreads
        factors = gains * spreads * by_scale
        constants = torch.addcmul(gains * by_shift, factors, means, value=-1)
        of_x = [
            torch.addcmul(torch.addcmul(constant, part, factor), slope, gain)
            for slope, part, constant, factor, gain in zip(
                slopes, maps, *(_beside(numbers, x) for numbers in (constants, factors, gains)), strict=True
            )
        ]
        of_scale, of_shift = ours.sum(0)
        return _joined(of_x).to(x.dtype), of_scale, of_shift, None, None, None


def _composed(x: Tensor, scale: Tensor, shift: Tensor, eps: float, team: Team, batches: int) -> Tensor:
    """The same in steps that torch can differentiate as often as it likes."""
    means, variances = _moments(x, team, batches)
    parts = zip(x.chunk(batches), means, (variances + eps).rsqrt(), strict=True)
    normalised = _joined([(part - _beside(mean, part)) * _beside(spread, part) for part, mean, spread in parts])
    return (normalised * _beside(scale, x) + _beside(shift, x)).to(x.dtype)


def _moments(x: Tensor, team: Team, batches: int) -> tuple[Tensor, Tensor]:
    """Mean and variance (batches, C) over all processes, pooled from those of each: sums of squares lose digits."""
    accurate = x.to(torch.promote_types(x.dtype, torch.float32))
    ours = torch.stack([torch.stack(_own_moments(part)) for part in accurate.chunk(batches)])
    nothing = torch.zeros_like(ours)
    rows = torch.stack([ours if rank == team.rank else nothing for rank in range(team.size)])
    means, variances = _Sum.apply(rows, team).unbind(2)
    mean = means.mean(0)
    return mean, variances.mean(0) + (means - mean).square().mean(0)


def _slopes(slope: Tensor, x: Tensor, mean: Tensor, var: Tensor, spread: Tensor, eps: float) -> Tensor:
    """By scale and by shift, (2, C), of what this process has."""
    plain = torch.ones_like(mean)
    _, of_scale, of_shift = torch.ops.aten.native_batch_norm_backward(
        slope, x, plain, mean, var, mean, spread, False, eps, [False, True, True]
    )
    return torch.stack([of_scale, of_shift])


def _own_moments(x: Tensor) -> tuple[Tensor, Tensor]:
    """Mean and variance (C,) of ``x`` (N, C, ...), on CPU by BatchNorm's kernel, twenty times as fast as others."""
    if x.device.type == "cpu" and not torch.is_grad_enabled():
        mean, var = torch.ops.aten.batch_norm_update_stats(x, None, None, 0.0)
    else:
        var, mean = torch.var_mean(x, [0, *range(2, x.ndim)], correction=0)
    return mean, var


def _joined(parts: Sequence[Tensor]) -> Tensor:
    return parts[0] if len(parts) == 1 else torch.cat(list(parts))


class _Sum(torch.autograd.Function):
    """The sum of a tensor over all processes; so is that of its gradients."""

    @staticmethod
    def forward(ctx: Any, numbers: Tensor, team: Team) -> Tensor:
        ctx.team = team
        return team.summed(numbers)

    @staticmethod
    def backward(ctx: Any, slope: Tensor) -> tuple[Tensor, None]:
        return _Sum.apply(slope, ctx.team), None


def _beside(numbers: Tensor, x: Tensor) -> Tensor:
    """``numbers`` (..., C) in the shape that goes with ``x`` (N, C, ...)."""
    return numbers.view(*numbers.shape, *[1] * (x.ndim - 2))
