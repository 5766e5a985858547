"""Features of pictures in colour. The weights come out of a package that holds them, whose code is not run.

What is read of them is brought into shape once and kept in the cache: BatchNorm becomes part of the convolution before.
"""

import importlib.util
import logging
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save
from torch import Tensor

from gan import places
from gan.data.base import Images
from gan.data.conversion import recoloured, resized
from gan.errors import LatentariumError
from gan.files import FileError, write_whole
from gan.images import from_uint8
from gan.importing.reading import read_weights_file
from gan.measure.colour_network import ColourNetwork, Convolution
from gan.measure.spaces import COLOUR, Extract, Features
from gan.sizes import Size

log = logging.getLogger(__name__)

INSIDE = Path("models") / "efficientnet-lite0-57934424.pth"
SHA256 = "579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db"
BATCH_NORM_EPSILON = 1e-3
SIDE = 64
"""Pixels of the pictures that the network gets; at 96 it tells bad pictures from good ones hardly better, and takes
twice as long."""
BATCH = 50


def extractor() -> Extract:
    """Pictures of any size, uint8 (N, 1 or 3, H, W) -> (N, 320). Raises :class:`LatentariumError`."""
    network = load_network()

    @torch.inference_mode()
    def extract(images: Images) -> Features:
        pictures = torch.from_numpy(np.array(recoloured(resized(images, Size(SIDE, SIDE)), 3)))
        batches = (from_uint8(batch).contiguous(memory_format=torch.channels_last) for batch in pictures.split(BATCH))
        features: Features = torch.cat([network.features(batch) for batch in batches]).numpy()
        return features

    return extract


def load_network() -> ColourNetwork:
    """As it was published, in eval mode. Raises :class:`LatentariumError`, which says how to get the weights."""
    network = ColourNetwork()
    path = places.cache_folder() / "networks" / f"efficientnet-lite0-{SHA256[:16]}.safetensors"
    try:
        network.load_state_dict(load_file(path))
    except (OSError, SafetensorError, RuntimeError):
        _fill(network, _published())
        _keep(network, path)
    return network.to(memory_format=torch.channels_last).eval().requires_grad_(False)


def _keep(network: ColourNetwork, path: Path) -> None:
    try:
        write_whole(path, save(network.state_dict()))
    except FileError as error:
        log.warning("the network for colour pictures is not kept: %s", error)


def _published() -> Mapping[str, Any]:
    """The arrays of the file in the package, by their names there."""
    found = importlib.util.find_spec(COLOUR.needs)
    folders = [] if found is None else list(found.submodule_search_locations or ())
    if not folders:
        COLOUR.check(3)
        raise LatentariumError(f"the package {COLOUR.needs} is damaged: {COLOUR.install} --force-reinstall")
    contents = read_weights_file(Path(folders[0]) / INSIDE)
    if contents.sha256 != SHA256:
        again = f"{COLOUR.install} --force-reinstall"
        raise LatentariumError(f"{Path(folders[0]) / INSIDE} is not the published file, and is not used: {again}")
    return contents.tree


def _fill(network: ColourNetwork, arrays: Mapping[str, Any]) -> None:
    with torch.no_grad():
        for convolution, name, norm in _names(network):
            _fold(convolution, arrays, name, norm)
        network.head.weight.copy_(_tensor(arrays, "_fc.weight"))
        network.head.bias.copy_(_tensor(arrays, "_fc.bias"))


def _names(network: ColourNetwork) -> Iterator[tuple[Convolution, str, str]]:
    """Every convolution, its name in the file, and that of its BatchNorm."""
    yield network.stem, "_conv_stem", "_bn0"
    parts = (("_expand_conv", "_bn0"), ("_depthwise_conv", "_bn1"), ("_project_conv", "_bn2"))
    for number, block in enumerate(network.blocks):
        convolutions = [layer for layer in block.modules() if isinstance(layer, Convolution)]
        for layer, (name, norm) in zip(convolutions, parts[-len(convolutions) :], strict=True):
            yield layer, f"_blocks.{number}.{name}", f"_blocks.{number}.{norm}"
    yield network.top, "_conv_head", "_bn1"


def _fold(layer: Convolution, arrays: Mapping[str, Any], name: str, norm: str) -> None:
    scale, shift, mean, variance = (
        _tensor(arrays, f"{norm}.{part}") for part in ("weight", "bias", "running_mean", "running_var")
    )
    scale = scale / (variance + BATCH_NORM_EPSILON).sqrt()
    layer.convolution.weight.copy_(_tensor(arrays, f"{name}.weight") * scale[:, None, None, None])
    assert layer.convolution.bias is not None
    layer.convolution.bias.copy_(shift - mean * scale)


def _tensor(arrays: Mapping[str, Any], name: str) -> Tensor:
    return torch.from_numpy(np.array(arrays[name], np.float32))
