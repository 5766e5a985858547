"""Look into one transposed convolution of a generator while it makes a picture."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from gan.errors import UsageError
from gan.layers.transposed import Array, Convolution, Geometry, NotTransposed, compared
from gan.model.networks import Generator


@contextmanager
def kept_inputs(generator: Generator, block: str | None) -> Iterator[list[Tensor]]:
    """Within the block, every forward pass appends what ``block``'s convolution is given, (N, C, H, W), a copy.

    Raises :class:`UsageError` for a block that is not there; None keeps nothing.
    """
    inputs: list[Tensor] = []
    hooks = []
    try:
        if block is not None:
            hooks.append(_convolution(generator, block).register_forward_pre_hook(_keeper(inputs)))
        yield inputs
    finally:
        for hook in hooks:
            hook.remove()


@torch.inference_mode()
def look_into(
    generator: Generator, block: str, channel: int, maps: Tensor, *, thorough: bool = False
) -> Convolution | NotTransposed:
    """``block``'s convolution as it makes output ``channel`` from ``maps`` (C, H, W), on the generator's device.

    The two views are compared with PyTorch on that channel, or on all if ``thorough``.
    Raises :class:`UsageError` for a block or channel that is not there.
    """
    module = _convolution(generator, block)
    reason = _why_not(module)
    if reason or not isinstance(module, nn.ConvTranspose2d):
        return NotTransposed(block, f"{block} has no transposed convolution to look into: {reason}")
    if not 0 <= channel < module.out_channels:
        raise UsageError(f"{block} has output channels 0 to {module.out_channels - 1}, but not {channel}")
    geometry, chosen = geometry_of(module), slice(None) if thorough else slice(channel, channel + 1)
    weight, bias = module.weight[:, chosen], None if module.bias is None else module.bias[chosen]
    result = _by_torch(maps, weight, bias, geometry)
    inputs, kernels, output = map(_array, (maps, weight, result))
    start = None if bias is None else _array(bias)
    place = channel if thorough else 0
    return Convolution(
        block=block,
        channel=channel,
        channels=module.out_channels,
        geometry=geometry,
        maps=inputs,
        kernels=kernels[:, place],
        bias=0.0 if start is None else float(start[place]),
        output=output[place],
        differences=compared(inputs, kernels, start, geometry, output),
    )


def geometry_of(module: nn.ConvTranspose2d) -> Geometry:
    """Its numbers, which are the same in both directions."""
    pairs = (module.kernel_size, module.stride, module.padding, module.output_padding, module.dilation)
    kernel, stride, padding, output_padding, dilation = (int(pair[0]) for pair in pairs)
    return Geometry(kernel, stride, padding, output_padding, dilation)


def _why_not(module: nn.Module) -> str:
    """Why it cannot be shown, or nothing."""
    if isinstance(module, nn.Linear):
        return "it is a linear layer, where every output is a sum over all inputs"
    if isinstance(module, nn.Conv2d):
        return "it is an ordinary convolution, which puts no zeros between its inputs"
    if not isinstance(module, nn.ConvTranspose2d):
        return f"it enlarges its maps with {type(module).__name__}, which puts no zeros between them"
    if module.groups != 1:
        return f"its channels are in {module.groups} groups"
    pairs = (module.kernel_size, module.stride, module.padding, module.output_padding, module.dilation)
    return "rows and columns are treated differently" if any(pair[0] != pair[1] for pair in pairs) else ""


def _by_torch(maps: Tensor, weight: Tensor, bias: Tensor | None, geometry: Geometry) -> Tensor:
    return F.conv_transpose2d(
        maps[None],
        weight,
        bias,
        stride=geometry.stride,
        padding=geometry.padding,
        output_padding=geometry.output_padding,
        dilation=geometry.dilation,
    )[0]


def _array(tensor: Tensor) -> Array:
    array: Array = tensor.float().contiguous().cpu().numpy()
    return array


def _convolution(generator: Generator, block: str) -> nn.Module:
    return generator.get_submodule(generator.config.find_block(block).operation_name)


def _keeper(inputs: list[Tensor]) -> Callable[[nn.Module, tuple[Tensor, ...]], None]:
    def keep(module: nn.Module, given: tuple[Tensor, ...]) -> None:
        inputs.append(given[0].detach().clone())

    return keep
