"""BatchNorm by the statistics of a whole batch whose parts are in several processes (Ioffe and Szegedy, 2015).

``torch.nn.SyncBatchNorm`` does the same on graphics cards alone, and cannot be differentiated twice, as penalties on
D's gradient want. This one is the same on every device.
"""

from collections.abc import Iterator
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
    if team.size == 1:
        yield
        return
    norms = [module for network in networks for module in network.modules() if is_batch_norm(module)]
    for norm in norms:
        norm.forward = partial(_forward, norm, team)  # type: ignore[method-assign]
    try:
        yield
    finally:
        for norm in norms:
            del norm.forward


def _forward(norm: _BatchNorm, team: Team, x: Tensor) -> Tensor:
    """In place of ``norm.forward``."""
    maps = x.flatten(1) if isinstance(norm, FlatBatchNorm) else x
    normalised, mean, var = _Normalisation.apply(maps, norm.weight, norm.bias, norm.eps, team)
    if norm.track_running_stats:
        _track(norm, mean, var, maps.numel() // maps.shape[1] * team.size)
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
    """Maps (N, C, ...), scale (C,), shift (C,) -> normalised maps, and mean and variance (C,) of all processes' maps.

    torch's own kernels, which are fastest, do what belongs to one process.
    """

    @staticmethod
    def forward(ctx: Any, x: Tensor, scale: Tensor, shift: Tensor, eps: float, team: Team) -> tuple[Tensor, ...]:
        mean, var = _moments(x, team)
        ctx.save_for_backward(x, scale, shift, mean, var)
        ctx.eps, ctx.team = eps, team
        ctx.mark_non_differentiable(mean, var)
        return F.batch_norm(x, mean, var, scale, shift, False, 0.0, eps), mean, var

    @staticmethod
    def backward(ctx: Any, slope: Tensor, *_: Tensor) -> tuple[Tensor | None, ...]:
        x, scale, shift, mean, var = ctx.saved_tensors
        if torch.is_grad_enabled():  # the gradient is to be differentiated
            wanted = [tensor for tensor in (x, scale, shift) if tensor.requires_grad]
            outcome = _composed(x, scale, shift, ctx.eps, ctx.team)
            found = iter(torch.autograd.grad(outcome, wanted, slope, create_graph=True))
            return (*(next(found) if tensor.requires_grad else None for tensor in (x, scale, shift)), None, None)
        spread = (var + ctx.eps).rsqrt()
        of_x, of_scale, of_shift = torch.ops.aten.native_batch_norm_backward(
            slope, x, scale, mean, var, mean, spread, False, ctx.eps, [True, True, True]
        )
        # What x changes by way of both moments, which those of the other processes depend on, too.
        count = x.numel() // x.shape[1] * ctx.team.size
        by_scale, by_shift = ctx.team.summed(torch.stack([of_scale, of_shift]))
        factor = -scale * spread.square() * by_scale / count
        constant = -scale * spread * by_shift / count - factor * mean
        of_x = of_x + torch.addcmul(_beside(constant, x), x, _beside(factor, x)).to(of_x.dtype)
        return of_x, of_scale, of_shift, None, None


def _composed(x: Tensor, scale: Tensor, shift: Tensor, eps: float, team: Team) -> Tensor:
    """The same in steps that torch can differentiate as often as it likes."""
    mean, var = _moments(x, team)
    normalised = (x - _beside(mean, x)) * _beside((var + eps).rsqrt(), x)
    return (normalised * _beside(scale, x) + _beside(shift, x)).to(x.dtype)


def _moments(x: Tensor, team: Team) -> tuple[Tensor, Tensor]:
    """Mean and variance (C,) over all processes, pooled from those of each: sums of squares would lose digits."""
    mean, var = _own_moments(x.to(torch.promote_types(x.dtype, torch.float32)))
    ours, nothing = torch.stack([mean, var]), torch.zeros(2, len(mean), dtype=mean.dtype, device=mean.device)
    rows = torch.stack([ours if rank == team.rank else nothing for rank in range(team.size)])
    means, variances = _Sum.apply(rows, team).unbind(1)
    mean = means.mean(0)
    return mean, variances.mean(0) + (means - mean).square().mean(0)


def _own_moments(x: Tensor) -> tuple[Tensor, Tensor]:
    """Mean and variance (C,) of ``x`` (N, C, ...), on CPU by BatchNorm's kernel, twenty times as fast as others."""
    if x.device.type == "cpu" and not torch.is_grad_enabled():
        mean, var = torch.ops.aten.batch_norm_update_stats(x, None, None, 0.0)
    else:
        var, mean = torch.var_mean(x, [0, *range(2, x.ndim)], correction=0)
    return mean, var


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
    """``numbers`` (C,) in the shape that goes with ``x`` (N, C, ...)."""
    return numbers.view(-1, *[1] * (x.ndim - 2))
