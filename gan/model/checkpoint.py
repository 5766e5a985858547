"""One ``.safetensors`` file is one generator: its weights, its config and where it came from. Never a pickle.

The metadata has three entries: ``format`` (:data:`FORMAT`), ``config`` (JSON of the
:class:`ModelConfig`) and ``provenance`` (JSON object of plain values: data set, step, epoch, seed, ...).
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gan.errors import LatentariumError
from gan.files import write_whole
from gan.model.config import ModelConfig

if TYPE_CHECKING:
    import torch
    from torch import Tensor

    from gan.model.networks import Generator

FORMAT = "latentarium-generator-1"
SUFFIX = ".safetensors"


class CheckpointError(LatentariumError):
    """A file that is missing, cut off, or no generator of this program."""


@dataclass(frozen=True)
class Checkpoint:
    """What a file says of itself, read without its weights. ``parameters`` counts the stored numbers."""

    path: Path
    config: ModelConfig
    provenance: Mapping[str, Any] = field(default_factory=dict)
    dtype: str = "F32"
    parameters: int = 0


def read_checkpoint(path: Path) -> Checkpoint:
    """Config and provenance of the generator in ``path``; needs no torch.

    Raises :class:`CheckpointError` if it is not a whole generator file.
    """
    with _opened(path, "numpy") as file:
        config, provenance = _parsed(path, file.metadata() or {})
        slices = [file.get_slice(key) for key in file.keys()]
        largest = max(slices, key=lambda part: _size(part.get_shape()))
        return Checkpoint(
            path, config, provenance, largest.get_dtype(), sum(_size(part.get_shape()) for part in slices)
        )


def load_generator(path: Path, device: "torch.device | str" = "cpu") -> "Generator":
    """The generator in ``path`` in float32 and eval mode. Raises :class:`CheckpointError`."""
    import torch

    from gan.model.networks import Generator

    config = read_checkpoint(path).config
    with torch.device("meta"):
        generator = Generator(config)
    _fill(generator, read_weights(path, device), path, assign=True)
    return generator.eval().requires_grad_(False)


def load_weights(generator: "Generator", path: Path) -> None:
    """Copy the weights of ``path`` into ``generator``, which must have the same config."""
    device = next(generator.parameters()).device
    _fill(generator, read_weights(path, device), path, assign=False)


def read_weights(path: Path, device: "torch.device | str" = "cpu") -> "dict[str, Tensor]":
    """Every tensor of ``path``, floating ones as float32. Raises :class:`CheckpointError`."""
    with _opened(path, "pt", str(device)) as file:
        tensors = {key: file.get_tensor(key) for key in file.keys()}
    return {key: tensor.float() if tensor.is_floating_point() else tensor for key, tensor in tensors.items()}


def save_generator(
    path: Path,
    weights: "Mapping[str, Tensor]",
    config: ModelConfig,
    provenance: Mapping[str, Any],
    *,
    half: bool = False,
) -> None:
    """Write a generator's ``state_dict`` in one piece; ``half`` stores the convolutions in 16 bits.

    BatchNorm statistics stay in 32 bits: they are few, and their range is wide.

    The same weights, config and provenance give the same bytes.
    """
    tensors = {key: tensor.half() if half and tensor.ndim == 4 else tensor for key, tensor in weights.items()}
    metadata = {
        "format": FORMAT,
        "config": json.dumps(config.to_dict(), sort_keys=True),
        "provenance": json.dumps(dict(provenance), sort_keys=True),
    }
    write_tensors(path, tensors, metadata)


def write_tensors(path: Path, tensors: "Mapping[str, Tensor]", metadata: Mapping[str, str]) -> None:
    """Write a safetensors file under a temporary name, flush it to disk, then rename it: whole or not at all."""
    from safetensors.torch import save

    contents = save({key: tensor.detach().cpu().contiguous() for key, tensor in tensors.items()}, dict(metadata))
    write_whole(path, contents)


@contextmanager
def _opened(path: Path, framework: str, device: str = "cpu") -> Iterator[Any]:
    from safetensors import SafetensorError, safe_open

    if not path.is_file():
        raise CheckpointError(f"there is no file {path}")
    try:
        with safe_open(path, framework=framework, device=device) as file:
            yield file
    except (SafetensorError, OSError) as error:
        raise CheckpointError(f"{path} is not a whole .safetensors file ({error})") from error


def _parsed(path: Path, metadata: Mapping[str, str]) -> tuple[ModelConfig, dict[str, Any]]:
    if metadata.get("format") != FORMAT:
        raise CheckpointError(f"{path} is a .safetensors file, but not a generator that this program wrote")
    try:
        config = ModelConfig.from_dict(json.loads(metadata["config"]))
        provenance = json.loads(metadata.get("provenance", "{}"))
    except (KeyError, ValueError, TypeError, LatentariumError) as error:
        raise CheckpointError(f"{path} carries a config that cannot be read ({error})") from error
    return config, provenance


def _fill(generator: "Generator", weights: "Mapping[str, Tensor]", path: Path, *, assign: bool) -> None:
    try:
        generator.load_state_dict(dict(weights), assign=assign)
    except RuntimeError as error:
        reason = str(error).splitlines()[-1].strip()
        raise CheckpointError(f"the weights in {path} do not fit its own config ({reason})") from error


def _size(shape: list[int]) -> int:
    count = 1
    for side in shape:
        count *= side
    return count
