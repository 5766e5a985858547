"""Capture what a generator's layers give while it makes a picture."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from torch import Tensor, nn
from torch.nn import functional as F

from gan.layers.catalogue import Upsampling, find_layer
from gan.model.networks import Generator
from gan.sizes import Size


@contextmanager
def capture(generator: Generator, names: Sequence[str]) -> Iterator[dict[str, Tensor]]:
    """Within the block, every forward pass fills the dict with the named layers' outputs, (N, C, H, W).

    Outputs are copies. Hooks sit on the named layers only and are removed at the end.
    Raises :class:`gan.errors.UsageError` for a name that is not there.
    """
    for name in names:
        find_layer(generator.config, name)
    with capture_modules({name: generator.get_submodule(name) for name in names}) as maps:
        yield maps


@contextmanager
def capture_modules(modules: Mapping[str, nn.Module]) -> Iterator[dict[str, Tensor]]:
    """The same for any modules, by the names that their outputs are to have."""
    maps: dict[str, Tensor] = {}
    hooks = []
    try:
        for name, module in modules.items():
            hooks.append(module.register_forward_hook(_keeper(maps, name)))
        yield maps
    finally:
        for hook in hooks:
            hook.remove()


def upsample(maps: Tensor, size: Size, how: Upsampling) -> Tensor:
    """(N, C, H, W) -> (N, C, height, width), or ``maps`` themselves for ``NATIVE``."""
    rows_and_columns = (size.height, size.width)
    if how is Upsampling.NATIVE or maps.shape[2:] == rows_and_columns:
        return maps
    if how is Upsampling.NEAREST:
        return F.interpolate(maps, size=rows_and_columns, mode="nearest")
    return F.interpolate(maps, size=rows_and_columns, mode="bilinear", align_corners=False)


def _keeper(maps: dict[str, Tensor], name: str) -> Callable[[nn.Module, tuple[Tensor, ...], Tensor], None]:
    def keep(module: nn.Module, inputs: tuple[Tensor, ...], output: Tensor) -> None:
        maps[name] = output.detach().clone()

    return keep
