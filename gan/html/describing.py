"""A generator as a page's script reads it: layers as plain values, tensors in the order that suits it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from gan.errors import LatentariumError
from gan.html.numbers import Array
from gan.layers.catalogue import layers_of
from gan.layers.edits import Edit, factors_by_layer
from gan.model.architecture import Architecture
from gan.model.part_specs import (
    Activation,
    Convolution,
    Custom,
    Enlargement,
    Linear,
    Norm,
    NormKind,
    Part,
    Shape,
    TransposedConvolution,
)
from gan.words import tr

MAPS_AXES = (1, 2, 0)
"""From (C, H, W) to the order of the script: row, column, channel."""


class PageError(LatentariumError):
    """A generator that cannot be put on a page."""


def layer_values(config: Architecture) -> list[dict[str, Any]]:
    """Every layer in order. Raises :class:`PageError` for one that is only known by its code."""
    return [
        {
            "name": layer.name,
            "block": layer.block,
            "text": layer.explanation,
            "given": list(given),
            "shape": list(layer.shape),
            "signed": layer.signed,
            **_part_values(part),
        }
        for layer, (_, part, given) in zip(layers_of(config), _parts(config), strict=True)
    ]


def condition_values(config: Architecture) -> dict[str, Any] | None:
    """How the class meets z; None without classes."""
    condition = config.condition
    if condition is None:
        return None
    return {
        "classes": condition.classes,
        "width": condition.width,
        "embedded": condition.embedded,
        "join": str(condition.join),
        "first": condition.first,
    }


def script_tensors(config: Architecture, weights: Mapping[str, Array], edits: Sequence[Edit] = ()) -> dict[str, Array]:
    """What the script needs of ``weights``, float32 by their names, and the factors of ``edits``."""
    tensors = {"label.weight": weights["label.weight"]} if "label.weight" in weights else {}
    for name, part, given in _parts(config):
        own = {key.removeprefix(f"{name}."): array for key, array in weights.items() if key.startswith(f"{name}.")}
        tensors |= {f"{name}.{key}": array for key, array in _part_tensors(part, own, given).items()}
    shapes = {layer.name: layer.shape for layer in layers_of(config)}
    for name, factors in factors_by_layer(edits, config).items():
        whole = np.broadcast_to(factors, shapes[name])
        tensors[f"{name}.edit"] = np.ascontiguousarray(whole.transpose(MAPS_AXES)).ravel()
    return tensors


def _parts(config: Architecture) -> Iterator[tuple[str, Part, Shape]]:
    """Name, part, and the (C, H, W) that it is given."""
    for block in config.blocks:
        yield from zip(block.layer_names, block.parts, (block.in_shape, *block.shapes[:-1]), strict=True)


def _part_values(part: Part) -> dict[str, Any]:
    match part:
        case Linear():
            return {"part": "linear"}
        case TransposedConvolution():
            return {"part": "transposed", "outputPadding": part.output_padding, **_geometry(part)}
        case Convolution():
            return {"part": "convolution", **_geometry(part)}
        case Enlargement():
            return {"part": "up", "side": part.side, "how": str(part.how), "alignCorners": part.align_corners}
        case Norm():
            return {"part": str(part.kind), "eps": part.eps}
        case Activation():
            return {"part": "act", "kind": str(part.kind), "slope": part.slope}
        case Custom():
            raise PageError(
                tr(
                    "this generator is known by its own Python code, which no browser runs; its pictures and "
                    "films can be exported instead"
                )
            )


def _geometry(part: TransposedConvolution | Convolution) -> dict[str, int]:
    return {"kernel": part.kernel, "stride": part.stride, "padding": part.padding}


def _part_tensors(part: Part, own: Mapping[str, Array], given: Shape) -> dict[str, Array]:
    match part:
        case Linear():
            return _linear(part, own, given)
        case TransposedConvolution():
            return {**own, "weight": own["weight"].transpose(0, 2, 3, 1)}
        case Convolution():
            return {**own, "weight": own["weight"].transpose(2, 3, 1, 0)}
        case Norm():
            return _norm(part, own, given)
    return dict(own)


def _linear(part: Linear, own: Mapping[str, Array], given: Shape) -> dict[str, Array]:
    """Inputs and outputs in the order of the script's maps."""
    weight = own["weight"].reshape(*part.shape, *given).transpose(4, 5, 3, 1, 2, 0)
    found = {"weight": weight.reshape(part.in_features, -1, part.shape[0])}
    return found | ({"bias": own["bias"].reshape(part.shape).transpose(MAPS_AXES).ravel()} if part.bias else {})


def _norm(part: Norm, own: Mapping[str, Array], given: Shape) -> dict[str, Array]:
    if part.kind is NormKind.PIXEL:
        return {}
    scale = own["weight"].astype(np.float64) if part.affine else np.ones(part.count)
    shift = own["bias"].astype(np.float64) if part.affine else np.zeros(part.count)
    if part.kind is NormKind.BATCH:
        scale = scale / np.sqrt(own["running_var"].astype(np.float64) + part.eps)
        shift = shift - own["running_mean"] * scale
    order = np.arange(part.count)
    if part.flat:
        order = order.reshape(given).transpose(MAPS_AXES).ravel()
    return {"scale": scale[order].astype(np.float32), "shift": shift[order].astype(np.float32)}
