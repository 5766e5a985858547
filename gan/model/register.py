"""A door for generators that no layout can describe, such as those with skip connections: one's own code, by name.

A Python file in :func:`gan.places.generators_folder` defines a module and calls :func:`register`. Such files are one's
own: they are run as soon as a generator is opened that was saved as a registered one, and never come with it.
"""

import importlib.util
import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeGuard

import torch
from torch import Tensor, nn

from gan.errors import LatentariumError, UsageError
from gan.model.architecture import AS_THEY_ARE, Distribution, PixelRange
from gan.model.checkpoint import save_generator
from gan.model.damage import misfit_of
from gan.model.networks import Generator
from gan.model.part_specs import Custom, Shape
from gan.model.registered import Registered
from gan.model.weights import shapes_of
from gan.places import generators_folder
from gan.sizes import Sides

log = logging.getLogger(__name__)


class RegistrationError(LatentariumError):
    """A name that no code registers, or code that does not do what it says."""


@dataclass(frozen=True)
class _Registration:
    """``config`` has no layers yet: they are found when a network is built."""

    build: Callable[[], nn.Module]
    config: dict[str, Any]


_registrations: dict[str, _Registration] = {}
_run: set[Path] = set()


def register(
    name: str,
    build: Callable[[], nn.Module],
    *,
    z_dim: int,
    image_size: Sides,
    channels: int = 3,
    distribution: Distribution = Distribution.NORMAL,
    pixels: PixelRange = AS_THEY_ARE,
) -> None:
    """Make known, as ``name``, what ``build`` makes: a module that turns z (N, z_dim) into pictures (N, C, H, W).

    Pictures have ``image_size`` pixels a side, or ``"widthxheight"``, and 1, 3 or 4 ``channels``, in [-1, 1] once
    ``pixels`` is applied. The last one registered with a name counts.
    """
    picture = {"image_size": image_size, "channels": channels}
    config = {"name": name, "z_dim": z_dim, **picture, "distribution": distribution, "pixels": pixels}
    _registrations[name] = _Registration(build, config)


def save_registered(
    path: Path, name: str, weights: Mapping[str, Tensor], provenance: Mapping[str, Any] | None = None
) -> None:
    """Write the ``state_dict`` of a registered generator, to be opened like any other.

    Raises :class:`RegistrationError` for an unknown name, and for ``weights`` that are not those of its module.
    """
    generator = registered_generator(name)
    if misfit := misfit_of(shapes_of(generator.state_dict()), shapes_of(weights)):
        raise RegistrationError(f"the weights do not fit {name!r}: {misfit}")
    plain = {key: tensor.float() if tensor.is_floating_point() else tensor for key, tensor in weights.items()}
    save_generator(path, plain, generator.config, provenance or {})


def registered_generator(name: str, saved: Registered | None = None) -> "RegisteredGenerator":
    """A generator with fresh weights, in eval mode. Raises :class:`RegistrationError`.

    ``saved`` is what a file says of it: code that makes another generator by now is refused.
    """
    registration = _found(name)
    try:
        network = registration.build().eval()
        layers, shape = _looked_at(network, registration.config["z_dim"])
        config = Registered(**registration.config, layers=layers)
    except UsageError as error:
        raise RegistrationError(f"{name!r} cannot be shown: {error}") from error
    except Exception as error:
        raise RegistrationError(f"the code of {name!r} fails: {_told(error)}") from error
    if shape != config.picture_shape:
        raise RegistrationError(f"{name!r} says it draws {config.picture_shape}, but it draws {shape}")
    if saved not in (None, config):
        raise RegistrationError(f"{name!r} is registered as another generator than the one that was saved")
    return RegisteredGenerator(config, network)


class RegisteredGenerator(Generator):
    """z (N, z_dim) -> pictures (N, C, H, W), by a module of one's own; weights are called as in that."""

    config: Registered

    def __init__(self, config: Registered, network: nn.Module) -> None:
        nn.Module.__init__(self)
        self.config = config
        self.network = network

    def forward(self, z: Tensor) -> Tensor:
        return self.as_pixels(self.network(z))

    def get_submodule(self, target: str) -> nn.Module:
        """A layer by its name, such as ``block1.conv``, or any module by its path in the network."""
        return self.network.get_submodule(self.config.paths.get(target, target))

    def state_dict(self, *args: Any, **kwargs: Any) -> Any:
        """That of the network."""
        return self.network.state_dict(*args, **kwargs)

    def load_state_dict(self, *args: Any, **kwargs: Any) -> Any:
        """That of the network."""
        return self.network.load_state_dict(*args, **kwargs)

    def first_activations(self, z: Tensor) -> Tensor:
        """What the first block makes of ``z`` (N, z_dim), (N, C, H, W)."""
        kept: list[Tensor] = []
        first = self.get_submodule(self.config.blocks[0].output_name)
        hook = first.register_forward_hook(lambda module, inputs, output: kept.append(output.detach().clone()))
        try:
            self(z)
        finally:
            hook.remove()
        return kept[0]

    def continued(self, layer: str, maps: Tensor, z: Tensor) -> Tensor:
        """The pictures (N, C, H, W) of ``z`` (N, z_dim) if ``layer`` handed on ``maps``."""
        hook = self.get_submodule(layer).register_forward_hook(lambda module, inputs, output: maps)
        try:
            pictures: Tensor = self(z)
        finally:
            hook.remove()
        return pictures


def _found(name: str) -> _Registration:
    if name not in _registrations:
        for path in _own_files():
            _run_own(path)
    if name not in _registrations:
        raise RegistrationError(
            f"no code registers a generator {name!r}; put the Python file that does into {generators_folder()}"
        )
    return _registrations[name]


def _own_files() -> Iterator[Path]:
    """Those that have not been run yet."""
    place = generators_folder()
    return (path for path in ([place] if place.is_file() else sorted(place.glob("*.py"))) if path not in _run)


def _run_own(path: Path) -> None:
    spec = importlib.util.spec_from_file_location(f"latentarium_generators.{path.stem}", path)
    if spec is None or spec.loader is None:
        raise RegistrationError(f"{path} is no Python file")
    try:
        spec.loader.exec_module(importlib.util.module_from_spec(spec))
    except Exception as error:
        raise RegistrationError(f"{path} cannot be run: {_told(error)}") from error
    _run.add(path)


@torch.no_grad()
def _looked_at(network: nn.Module, z_dim: int) -> tuple[tuple[Custom, ...], Shape]:
    """Its layers in the order of their first call, and the shape of its pictures.

    A layer is a module without parts that hands on maps (N, C, H, W). One that is called more than once is none: which
    call would be meant?
    """
    calls: dict[str, list[Custom | None]] = {}
    hooks = []
    for path, module in network.named_modules():
        if not list(module.children()):
            hooks.append(module.register_forward_hook(_noting(path, calls)))
    try:
        picture = network(torch.zeros(1, z_dim))
    finally:
        for hook in hooks:
            hook.remove()
    if not _is_maps(picture):
        raise UsageError("it gives no pictures (N, C, H, W)")
    layers = (found[0] for found in calls.values() if len(found) == 1)
    return tuple(layer for layer in layers if layer is not None), _shape(picture)


def _noting(path: str, calls: dict[str, list[Custom | None]]) -> Callable[[nn.Module, tuple[Any, ...], Any], None]:
    def note(module: nn.Module, inputs: tuple[Any, ...], output: Any) -> None:
        layer = Custom(path, type(module).__name__, _given(inputs), _shape(output)) if _is_maps(output) else None
        calls.setdefault(path, []).append(layer)

    return note


def _is_maps(value: Any) -> TypeGuard[Tensor]:
    return isinstance(value, Tensor) and value.ndim == 4 and len(value) == 1


def _given(inputs: tuple[Any, ...]) -> Shape:
    """What is no map counts as numbers without a place, (N, 1, 1)."""
    value = inputs[0] if inputs else None
    if _is_maps(value):
        return _shape(value)
    return (value.numel() if isinstance(value, Tensor) else 1, 1, 1)


def _shape(maps: Tensor) -> Shape:
    _, channels, height, width = maps.shape
    return channels, height, width


def _told(error: Exception) -> str:
    log.info("%s", error, exc_info=error)
    return f"{type(error).__name__}: {next(iter(str(error).splitlines()), '')}"
