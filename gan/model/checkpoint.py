"""One ``.safetensors`` file is one network: its weights, its config and where it came from. Never a pickle.

The metadata has three entries: ``format`` (:data:`FORMAT` for a generator, :data:`DISCRIMINATOR_FORMAT`),
``config`` (JSON of the :class:`ModelConfig`) and ``provenance`` (JSON object of plain values: data set,
step, epoch, seed, ...). A generator that was built elsewhere has the format :data:`LAYOUT_FORMAT` and the config of a
:class:`Layout`; one that needs its own code, :data:`REGISTERED_FORMAT` and that of a :class:`Registered`. A
discriminator that was built elsewhere has :data:`DISCRIMINATOR_LAYOUT_FORMAT` and a :class:`DiscriminatorLayout`.
"""

import json
import logging
import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from gan.errors import LatentariumError, UsageError
from gan.files import write_whole
from gan.json_file import JsonError, converted, parse_json
from gan.model.architecture import Architecture
from gan.model.config import ModelConfig
from gan.model.damage import LENGTH_BYTES, damage_of, misfit_of, unsound_of
from gan.model.discriminator_layout import DiscriminatorLayout
from gan.model.layout import Layout
from gan.model.registered import Registered
from gan.model.weights import block_weight_shapes, shapes_of, weight_shapes
from gan.words import tr

if TYPE_CHECKING:
    import torch
    from torch import Tensor

    from gan.model.discriminators import AnyDiscriminator
    from gan.model.networks import Generator

log = logging.getLogger(__name__)

FORMAT = "latentarium-generator-1"
LAYOUT_FORMAT = "latentarium-layout-1"
REGISTERED_FORMAT = "latentarium-registered-1"
DISCRIMINATOR_FORMAT = "latentarium-discriminator-1"
DISCRIMINATOR_LAYOUT_FORMAT = "latentarium-discriminator-layout-1"
STATE_FORMAT = "latentarium-state-1"
SUFFIX = ".safetensors"
_OUR_FORMATS = "latentarium-"
_STATISTICS = ("running_mean", "running_var", "num_batches_tracked")
_FLOATING = ("F64", "F32", "F16")
_DTYPES = {
    "torch.float32": "F32",
    "torch.float16": "F16",
    "torch.int64": "I64",
    "torch.int32": "I32",
    "torch.uint8": "U8",
    "torch.bool": "BOOL",
}

_CONFIGS: Mapping[str, type[ModelConfig | Layout | Registered]] = {
    FORMAT: ModelConfig,
    LAYOUT_FORMAT: Layout,
    REGISTERED_FORMAT: Registered,
}
"""What describes the generator in a file of each format."""

_DISCRIMINATORS: Mapping[str, type[ModelConfig | DiscriminatorLayout]] = {
    DISCRIMINATOR_FORMAT: ModelConfig,
    DISCRIMINATOR_LAYOUT_FORMAT: DiscriminatorLayout,
}
"""The same for discriminators."""


class CheckpointError(LatentariumError):
    """A file that is missing, cut off, or no network of this program."""


@dataclass(frozen=True)
class _Origin:
    """What the program itself reads of a provenance, or of a state's counters."""

    step: int | None = None
    data: str | None = None
    imported_from: str | None = None


@dataclass(frozen=True)
class Checkpoint:
    """What a file says of itself, read without its weights.

    ``parameters`` counts the trained numbers: all that are stored but BatchNorm's statistics.
    """

    path: Path
    config: Architecture
    provenance: Mapping[str, Any] = field(default_factory=dict)
    dtype: str = "F32"
    parameters: int = 0

    def titled(self, name: str) -> str:
        """For people: ``name`` and, where known, the training step."""
        step = self.provenance.get("step")
        return name if step is None else f"{name}, step {step:,}"


def read_checkpoint(path: Path, kind: str = FORMAT) -> Checkpoint:
    """Config and provenance of the generator (or another ``kind`` of network) in ``path``; needs no torch.

    Raises :class:`CheckpointError` if it is not a whole file of that kind, or if a generator's tensors do not fit its
    config.
    """
    with _opened(path, "numpy") as file:
        configs, network = (_CONFIGS, "generator") if kind == FORMAT else ({kind: ModelConfig}, "discriminator")
        config, provenance = _parsed(path, file.metadata() or {}, configs, network)
        slices = {name: file.get_slice(name) for name in file.keys()}  # noqa: SIM118
        if not slices:
            raise CheckpointError(tr("{path} carries a config, but no weights", path=path))
        shapes = {name: tuple(part.get_shape()) for name, part in slices.items()}
        if kind == FORMAT and not isinstance(config, Registered):
            _check_fit(path, misfit_of(weight_shapes(config), shapes))
        sizes = {name: math.prod(shape) for name, shape in shapes.items()}
        trained = sum(size for name, size in sizes.items() if not name.endswith(_STATISTICS))
        return Checkpoint(
            path, config, provenance, slices[max(sizes, key=lambda name: sizes[name])].get_dtype(), trained
        )


def is_ours(path: Path) -> bool:
    """Whether ``path`` is a file of this program, or what is left of one; looks at its header only."""
    from safetensors import SafetensorError, safe_open

    try:
        with path.open("rb") as file:
            start = file.read(LENGTH_BYTES + 1)
        if start[LENGTH_BYTES:] != b"{":
            return path.suffix.lower() == SUFFIX and len(start) <= LENGTH_BYTES
        with safe_open(path, framework="numpy") as file:
            return str((file.metadata() or {}).get("format")).startswith(_OUR_FORMATS)
    except (SafetensorError, OSError):
        return True


def broken_numbers(path: Path) -> str:
    """What of the weights in ``path`` is no finite number, and what to do; empty if all is sound. Needs no torch.

    Raises :class:`CheckpointError`.
    """
    return unsound_of(_floating_tensors(path))


def load_generator(path: Path, device: "torch.device | str" = "cpu") -> "Generator":
    """The generator in ``path`` in float32 and eval mode. Raises :class:`CheckpointError`."""
    # Not built on the "meta" device: its first use imports a second's worth of torch.
    generator = _built(read_checkpoint(path).config)
    _fill(generator, read_weights(path, device), path, assign=True)
    return generator.to(device).eval().requires_grad_(False)


def _built(config: Architecture) -> "Generator":
    from gan.model.networks import Generator

    if isinstance(config, Registered):
        from gan.model.register import registered_generator

        return registered_generator(config.name, config)
    return Generator(config, initial=False)


def load_discriminator(
    path: Path, device: "torch.device | str" = "cpu", config: ModelConfig | None = None
) -> "AnyDiscriminator":
    """The discriminator in ``path`` in float32 and eval mode. Raises :class:`CheckpointError`.

    With a ``config``, ``path`` is a training state, which holds a discriminator among others, but not its config.
    """
    from gan.model.discriminators import ChainDiscriminator, Discriminator

    described = config or discriminator_config(path)
    network = ChainDiscriminator if isinstance(described, DiscriminatorLayout) else Discriminator
    discriminator: AnyDiscriminator = network(described)  # type: ignore[arg-type]
    weights = read_weights(path, device, "" if config is None else "discriminator.")
    _fill(discriminator, weights, path, assign=True)
    return discriminator.eval().requires_grad_(False)


def discriminator_config(path: Path) -> ModelConfig | DiscriminatorLayout:
    """What the discriminator in ``path`` is; needs no torch. Raises :class:`CheckpointError`."""
    with _opened(path, "numpy") as file:
        config, _ = _parsed(path, file.metadata() or {}, _DISCRIMINATORS, "discriminator")
        if isinstance(config, DiscriminatorLayout):
            shapes = {name: tuple(file.get_slice(name).get_shape()) for name in file.keys()}  # noqa: SIM118
            _check_fit(path, misfit_of(block_weight_shapes(config.blocks), shapes))
    assert isinstance(config, ModelConfig | DiscriminatorLayout)
    return config


def discriminator_beside(path: Path) -> Path:
    """Where the discriminator lies that belongs to the generator in ``path``, if it belongs to no run."""
    return path.with_name(f"{path.stem}-discriminator{SUFFIX}")


def step_of(path: Path) -> int | None:
    """The training step of the network or state in ``path``, if it says so. Raises :class:`CheckpointError`."""
    with _opened(path, "numpy") as file:
        metadata = file.metadata() or {}
    try:
        return parse_json(metadata.get("counters") or metadata.get("provenance") or "{}", _Origin).step
    except JsonError:
        return None


def load_weights(generator: "Generator", path: Path) -> None:
    """Copy the weights of ``path`` into ``generator``, which must have the same config."""
    device = next(generator.parameters()).device
    _fill(generator, read_weights(path, device), path, assign=False)


def read_weights(path: Path, device: "torch.device | str" = "cpu", prefix: str = "") -> "dict[str, Tensor]":
    """The tensors of ``path`` whose names start with ``prefix``, named without it, floating ones as float32.

    Raises :class:`CheckpointError`, for numbers that are not finite, too.
    """
    with _opened(path, "pt", str(device)) as file:
        names = [name for name in file.keys() if name.startswith(prefix)]  # noqa: SIM118
        return {name.removeprefix(prefix): _sound(path, name, file.get_tensor(name)) for name in names}


def read_tensors(path: Path) -> dict[str, npt.NDArray[np.float32]]:
    """All floating tensors of ``path`` as float32; needs no torch. Raises :class:`CheckpointError` for unsound ones."""
    tensors = _floating_tensors(path)
    if unsound := unsound_of(tensors):
        raise CheckpointError(tr("{path} cannot be used: {unsound}", path=path, unsound=unsound))
    return tensors


def _floating_tensors(path: Path) -> dict[str, npt.NDArray[np.float32]]:
    with _opened(path, "numpy") as file:
        names = [name for name in file.keys() if file.get_slice(name).get_dtype() in _FLOATING]  # noqa: SIM118
        return {name: file.get_tensor(name).astype(np.float32) for name in names}


def read_tensor(path: Path, name: str) -> npt.NDArray[np.float32]:
    """One tensor of ``path`` as float32; needs no torch. Raises :class:`CheckpointError` for one that is not sound."""
    with _opened(path, "numpy") as file:
        if name not in file.keys():  # noqa: SIM118
            raise CheckpointError(tr("{path} has no {name}", path=path, name=name))
        tensor = file.get_tensor(name).astype(np.float32)
    if unsound := unsound_of({name: tensor}):
        raise CheckpointError(tr("{path} cannot be used: {unsound}", path=path, unsound=unsound))
    return tensor


def _sound(path: Path, name: str, tensor: "Tensor") -> "Tensor":
    """In 32 bits, once looked at as it is stored, which is least to look at, and while the processor has it at hand."""
    if not tensor.is_floating_point():
        return tensor
    if unsound := unsound_of({name: tensor}):
        raise CheckpointError(tr("{path} cannot be used: {unsound}", path=path, unsound=unsound))
    return tensor.float()


def save_generator(
    path: Path,
    weights: "Mapping[str, Tensor]",
    config: Architecture,
    provenance: Mapping[str, Any],
    *,
    half: bool = False,
) -> None:
    """Write a generator's ``state_dict`` in one piece; ``half`` stores the weights of layers in 16 bits.

    BatchNorm statistics stay in 32 bits: they are few, and their range is wide. The same weights, config
    and provenance give the same bytes. Raises :class:`gan.files.FileError`.
    """
    kind = next(kind for kind, described in _CONFIGS.items() if isinstance(config, described))
    _save(path, kind, weights, config, provenance, half)


def export_generator(path: Path, model: Path, chosen_class: int | None = None) -> str:
    """Copy the file ``model`` to ``path``, so that the generator lives without its run; says how it is stored.

    Raises :class:`LatentariumError`, and :class:`UsageError` for a ``chosen_class``: the copy has them all.
    """
    if chosen_class is not None:
        raise UsageError(f"a {SUFFIX} file keeps every class; choose one where it is drawn")
    checkpoint = read_checkpoint(model)
    write_whole(path, model.read_bytes())
    return f"stored as {checkpoint.dtype}, with its config and where it comes from"


def save_discriminator(
    path: Path,
    weights: "Mapping[str, Tensor]",
    config: ModelConfig | DiscriminatorLayout,
    provenance: Mapping[str, Any],
) -> None:
    """The same for a discriminator; one of ours always with its weights in 16 bits, others as they are."""
    kind = next(kind for kind, described in _DISCRIMINATORS.items() if isinstance(config, described))
    _save(path, kind, weights, config, provenance, half=isinstance(config, ModelConfig))


def _save(
    path: Path,
    kind: str,
    weights: "Mapping[str, Tensor]",
    config: Architecture | DiscriminatorLayout,
    provenance: Mapping[str, Any],
    half: bool,
) -> None:
    tensors = {key: tensor.half() if half and tensor.ndim >= 2 else tensor for key, tensor in weights.items()}
    metadata = {
        "format": kind,
        "config": json.dumps(config.to_dict(), sort_keys=True),
        "provenance": json.dumps(dict(provenance), sort_keys=True),
    }
    write_tensors(path, tensors, metadata)


def write_tensors(path: Path, tensors: "Mapping[str, Tensor]", metadata: Mapping[str, str]) -> None:
    """Write a safetensors file whole or not at all. Raises :class:`gan.files.FileError`.

    The same tensors and metadata give the same bytes, which the library's own writer does not promise,
    and no second copy of all the tensors is made.
    """
    write_whole(path, _safetensors(tensors, metadata))


def _safetensors(tensors: "Mapping[str, Tensor]", metadata: Mapping[str, str]) -> Iterator[bytes | memoryview]:
    """A safetensors file in parts.

    It is the length of its header (8 bytes, little endian), the header (JSON, filled up with blanks to
    a multiple of 8 bytes), then the tensors, those with the largest elements first, as they have to be aligned.
    """
    ordered = sorted(tensors.items(), key=lambda entry: (-entry[1].element_size(), entry[0]))
    header: dict[str, Any] = {"__metadata__": dict(sorted(metadata.items()))}
    end = 0
    for name, tensor in ordered:
        start, end = end, end + tensor.numel() * tensor.element_size()
        header[name] = {"dtype": _DTYPES[str(tensor.dtype)], "shape": list(tensor.shape), "data_offsets": [start, end]}
    text = json.dumps(header, separators=(",", ":")).encode()
    text = text.ljust(-(-len(text) // 8) * 8)
    yield len(text).to_bytes(8, "little") + text
    for _, tensor in ordered:
        yield tensor.detach().cpu().contiguous().numpy().reshape(-1).data.cast("B")


@contextmanager
def _opened(path: Path, framework: str, device: str = "cpu") -> Iterator[Any]:
    from safetensors import SafetensorError, safe_open

    if not path.is_file():
        raise CheckpointError(tr("there is no file {path}", path=path))
    try:
        with safe_open(path, framework=framework, device=device) as file:
            yield file
    except (SafetensorError, OSError) as error:
        raise CheckpointError(
            tr("{path} is not a whole .safetensors file: {damage}", path=path, damage=damage_of(path, error))
        ) from error


def _parsed(
    path: Path, metadata: Mapping[str, str], configs: Mapping[str, Any], network: str
) -> tuple[Any, dict[str, Any]]:
    described = configs.get(metadata.get("format", ""))
    if described is None:
        raise CheckpointError(
            tr("{path} is a .safetensors file, but not a {network} that this program wrote", path=path, network=network)
        )
    try:
        config = described.from_dict(parse_json(metadata["config"], dict[str, Any]))
        provenance = parse_json(metadata.get("provenance", "{}"), dict[str, Any])
        converted(provenance, _Origin)
    except (KeyError, JsonError) as error:
        log.info("%s: %s: %s", path, type(error).__name__, error)
        raise CheckpointError(
            tr("{path} carries a config that cannot be read: it is missing or damaged", path=path)
        ) from error
    except LatentariumError as error:
        raise CheckpointError(
            tr("{path} carries a config that cannot be read: {error}", path=path, error=error)
        ) from error
    return config, provenance


def _check_fit(path: Path, misfit: str) -> None:
    if misfit:
        raise CheckpointError(tr("the weights in {path} do not fit its own config: {misfit}", path=path, misfit=misfit))


def _fill(
    network: "Generator | AnyDiscriminator", weights: "Mapping[str, Tensor]", path: Path, *, assign: bool
) -> None:
    wanted = network.state_dict()
    _check_fit(path, misfit_of(shapes_of(wanted), shapes_of(weights)))
    network.load_state_dict({name: weights[name].to(own.dtype) for name, own in wanted.items()}, assign=assign)
