"""Trace one pixel of a picture back through a generator.

At one point in latent space a ReLU network is linear: its masks stand still. So the pixel's value before tanh is, for
every layer, the sum of activation x derivative over all cells, plus an offset that later biases and BatchNorm
shifts add. That is exact, not an estimate (Ancona et al. 2018, "Towards better understanding of gradient-based
attribution methods for deep neural networks", section 3, on gradient x input).
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import torch
from torch import Tensor, nn

from gan.layers.traces import (
    LATENT,
    LayerTrace,
    ReceptiveField,
    Trace,
    receptive_fields,
    strongest,
    traced_layers,
    value_layer,
)
from gan.layers.transposed import Cell
from gan.model.networks import Generator
from gan.model.parts import FlatBatchNorm, is_batch_norm

STRONGEST = 8


def trace_pixel(generator: Generator, z: Tensor, pixel: Cell) -> Trace:
    """Trace ``pixel`` (row, column) of the picture of the first of ``z`` (N, z_dim).

    Hooks that edit the generator are part of the network; BatchNorm statistics of a batch count as constants.
    Raises :class:`gan.errors.UsageError` for a pixel outside of the picture, and for a generator that is not
    piecewise linear.
    """
    fields = receptive_fields(generator.config, pixel)
    last = value_layer(generator.config)
    start = z.detach().clone().requires_grad_()
    with torch.enable_grad(), _kept(generator, [*traced_layers(generator.config)[1:], last]) as outputs:
        generator(start)
        value = outputs.pop(last)[0, :, pixel[0], pixel[1]].mean()
        layers = {LATENT: start, **outputs}
        slopes = torch.autograd.grad(value, list(layers.values()))
    total, found = float(value.detach()), zip(layers.items(), slopes, strict=True)
    traces = [_layer_trace(name, maps[0], slope[0], fields[name], total) for (name, maps), slope in found]
    return Trace(pixel, total, tuple(traces))


def _layer_trace(name: str, maps: Tensor, slope: Tensor, field: ReceptiveField, value: float) -> LayerTrace:
    values = maps.detach().reshape(len(maps), *(maps.shape[1:] or (1, 1)))
    parts = values * slope.reshape(values.shape)
    contributions = parts.double().sum((1, 2)).cpu().numpy()
    chosen = strongest(contributions, STRONGEST)
    shown, shares = (tensor[list(chosen)].float().cpu().numpy() for tensor in (values, parts))
    return LayerTrace(name, field, contributions, value - float(contributions.sum()), chosen, shown, shares)


@contextmanager
def constant_statistics(generator: Generator) -> Iterator[None]:
    """Within the block, no derivative goes through the statistics of BatchNorm layers that take those of a batch."""
    hooks = [
        module.register_forward_hook(_normalise)
        for module in generator.modules()
        if is_batch_norm(module) and module.training
    ]
    try:
        yield
    finally:
        for hook in hooks:
            hook.remove()


def _normalise(module: nn.Module, inputs: tuple[Tensor, ...], output: Tensor) -> Tensor:
    assert is_batch_norm(module)
    values = inputs[0].flatten(1) if isinstance(module, FlatBatchNorm) else inputs[0]
    variance, mean = torch.var_mean(values.detach(), (0, *range(2, values.ndim)), correction=0)
    normalised = nn.functional.batch_norm(values, mean, variance, module.weight, module.bias, False, 0.0, module.eps)
    return normalised.reshape(output.shape)


@contextmanager
def _kept(generator: Generator, names: Sequence[str]) -> Iterator[dict[str, Tensor]]:
    """Within the block, a forward pass fills the dict with the named layers' outputs: not copies, so with a past."""
    outputs: dict[str, Tensor] = {}
    hooks = [generator.get_submodule(name).register_forward_hook(_keeper(outputs, name)) for name in names]
    try:
        yield outputs
    finally:
        for hook in hooks:
            hook.remove()


def _keeper(outputs: dict[str, Tensor], name: str) -> Callable[[nn.Module, tuple[Tensor, ...], Tensor], None]:
    def keep(module: nn.Module, inputs: tuple[Tensor, ...], output: Tensor) -> None:
        outputs[name] = output

    return keep
