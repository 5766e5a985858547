"""Whole hypotheses as generators: layout and weights under our names."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor

from gan.importing.endings import Ending, endings
from gan.importing.entrances import entrances
from gan.importing.gaps import Gaps
from gan.importing.opening import Assumptions, Reading
from gan.importing.search import Choice, Search, parts_of
from gan.importing.skeleton import Array, FoundNorm, Link, Skeleton, skeletons_of
from gan.model.architecture import Activation, Layout, Norm, NormKind, Part

MOST = 6


@dataclass(frozen=True, eq=False)
class Candidate:
    """A generator that the weights may be, and what that hypothesis costs: less is likelier."""

    layout: Layout
    weights: Mapping[str, Tensor]
    cost: float
    ending: Ending
    skeleton: Skeleton


def readings_of(arrays: Mapping[str, Array], extras: Mapping[str, Any], assumptions: Assumptions) -> list[Reading]:
    """The likeliest generators first. Raises :class:`gan.importing.skeleton.ShapeError`."""
    found = candidates_of(arrays, extras)
    return [Reading(one.layout, one.weights, one.cost, ()) for one in found]


@torch.inference_mode()
def candidates_of(arrays: Mapping[str, Array], extras: Mapping[str, Any] | None = None) -> list[Candidate]:
    """The likeliest generators first, at most :data:`MOST`. Raises :class:`gan.importing.skeleton.ShapeError`."""
    found: list[Candidate] = []
    for skeleton in skeletons_of(arrays):
        search = Search(skeleton, Gaps(skeleton))
        limit = min((one.cost for one in found), default=math.inf) + 1.0
        prefixes = search.prefixes(entrances(skeleton, extras or {}), with_statistics(skeleton), limit)
        found += [candidate(skeleton, ending) for ending in endings(search, prefixes, None)[:MOST]]
    found.sort(key=lambda one: one.cost)
    return found[:MOST]


def with_statistics(skeleton: Skeleton) -> int:
    """How many links there are up to the last that is followed by statistics."""
    places = [place for place, link in enumerate(skeleton.links) if any(norm.has_statistics for norm in link.norms)]
    return places[-1] + 1 if places else 0


def candidate(skeleton: Skeleton, ending: Ending) -> Candidate:
    """``ending`` as a generator."""
    blocks = [parts_of(choice) for choice in ending.choices]
    extra: tuple[Part, ...] = () if ending.activation is None else (ending.activation,)
    blocks[-1] = (*blocks[-1], *extra, *(() if ending.resized is None else (ending.resized,)))
    entrance = ending.prefix.entrance
    layout = Layout.of(
        entrance.z_dim,
        blocks,
        distribution=entrance.distribution,
        condition=entrance.condition,
        pixels=ending.pixels,
    )
    return Candidate(layout, _weights(layout, skeleton, ending.choices), ending.cost, ending, skeleton)


def _weights(layout: Layout, skeleton: Skeleton, choices: tuple[Choice, ...]) -> dict[str, Tensor]:
    weights: dict[str, Any] = {}
    for block, link, choice in zip(layout.blocks, skeleton.links, choices, strict=True):
        weights |= _operation(block.operation_name, link)
        start = block.parts.index(block.operation) + 1
        names = block.layer_names[start : start + len(choice.tail.parts)]
        for name, part, norm in zip(names, choice.tail.parts, choice.tail.norms, strict=True):
            weights |= _tail_part(name, part, norm, link)
    if skeleton.table is not None:
        weights["label.weight"] = skeleton.table.weight
    return {name: torch.from_numpy(array.copy()) for name, array in weights.items()}


def _operation(name: str, link: Link) -> dict[str, Array]:
    weights = {f"{name}.weight": link.unit.weight}
    return weights if link.unit.bias is None else weights | {f"{name}.bias": link.unit.bias}


def _tail_part(name: str, part: Norm | Activation, norm: FoundNorm | None, link: Link) -> dict[str, Any]:
    if isinstance(part, Activation):
        return {} if link.slopes is None else {f"{name}.weight": link.slopes.weight}
    if norm is None or part.kind is NormKind.PIXEL:
        return {}
    named = {"weight": norm.weight, "bias": norm.bias, "running_mean": norm.mean, "running_var": norm.variance}
    tracked = {f"{name}.num_batches_tracked": np.zeros((), np.int64)} if norm.has_statistics else {}
    return {f"{name}.{key}": array for key, array in named.items() if array is not None} | tracked
