"""Whole hypotheses as generators: layout and weights under our names."""

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
import torch
from torch import Tensor

from gan.importing.endings import Ending, endings
from gan.importing.entrances import entrances, stated_side
from gan.importing.findings import Candidate, agrees, difference, findings, has_useless_statistics
from gan.importing.gaps import Gaps
from gan.importing.readings import Assumptions, Reading
from gan.importing.said import Said
from gan.importing.search import Search, parts_of
from gan.importing.skeleton import (
    Array,
    FoundNorm,
    Link,
    Skeleton,
    distrusted,
    skeletons_of,
    with_statistics,
)
from gan.model.layout import Layout
from gan.model.part_specs import Activation, ActivationKind, Norm, NormKind, Part

MOST = 8


def readings_of(arrays: Mapping[str, Array], extras: Mapping[str, Any], assumptions: Assumptions) -> list[Reading]:
    """The likeliest generators first; none if nothing fits the shapes and what is assumed.

    Raises :class:`gan.importing.skeleton.ShapeError` for shapes that form no chain, and :class:`gan.errors.UsageError`
    for assumptions that cannot be.
    """
    found = candidates_of(arrays, extras, Said(assumptions))
    tensors = _Tensors()
    return [
        Reading(
            one.layout,
            tensors.of(_weights(one)),
            one.cost,
            findings(one, found),
            "" if one is found[0] else difference(one, found[0]),
            has_useless_statistics(one),
            with_statistics(one.skeleton) > 0,
        )
        for one in found
    ]


@torch.inference_mode()
def candidates_of(
    arrays: Mapping[str, Array], extras: Mapping[str, Any] | None = None, said: Said | None = None
) -> list[Candidate]:
    """At most :data:`MOST`; see :func:`readings_of`."""
    found: list[Candidate] = []
    known, said = extras or {}, said or Said()
    skeletons = skeletons_of(arrays)
    for skeleton in skeletons:
        limit = min((one.cost for one in found), default=math.inf) + 1.0
        found += _candidates(skeleton, known, said, limit)
        if found and agrees(min(found, key=lambda one: one.cost)):
            break
    if found and has_useless_statistics(min(found, key=lambda one: one.cost)):
        found = [one for skeleton in skeletons for one in _candidates(distrusted(skeleton), known, said, math.inf)]
    return various(sorted(found, key=lambda one: one.cost))


def _candidates(skeleton: Skeleton, known: Mapping[str, Any], said: Said, limit: float) -> list[Candidate]:
    search = Search(skeleton, Gaps(skeleton), thorough=math.isinf(limit), said=said)
    prefixes = search.refined(search.prefixes(entrances(skeleton, known), with_statistics(skeleton), limit))
    return [candidate(skeleton, ending) for ending in endings(search, prefixes, said.side or stated_side(known))]


def various(found: list[Candidate]) -> list[Candidate]:
    """The best of ``found``, which are sorted, and the others such that what is open comes to be seen.

    Second is the same generator with another last activation, of which only the pictures tell. Without statistics
    nothing tells of the other functions either, and one of each kind is shown.
    """
    if not found:
        return []
    best = found[0]
    if not with_statistics(best.skeleton):
        return [best, *_one_of_each(found[1:])][:MOST]
    relatives = [one for one in found[1:] if one.ending.choices == best.ending.choices and _last(one) != _last(best)]
    first = [best, *relatives[:1]]
    return (first + [one for one in found if all(one is not other for other in first)])[:MOST]


def _one_of_each(found: list[Candidate]) -> list[Candidate]:
    """The best for each combination of functions."""
    best: dict[object, Candidate] = {}
    for one in found:
        best.setdefault((_last(one), tuple(choice.tail.parts[:1] for choice in one.ending.choices)), one)
    return list(best.values())


def _last(one: Candidate) -> ActivationKind | None:
    return None if one.ending.activation is None else one.ending.activation.kind


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
    return Candidate(layout, ending.cost, ending, skeleton)


class _Tensors:
    """The arrays of a file as tensors; what several readings have in common is there once."""

    def __init__(self) -> None:
        self._made: dict[int, tuple[Any, Tensor]] = {}

    def of(self, arrays: Mapping[str, Any]) -> dict[str, Tensor]:
        """By the same names."""
        for array in arrays.values():
            if id(array) not in self._made:
                self._made[id(array)] = array, torch.tensor(array)
        return {name: self._made[id(array)][1] for name, array in arrays.items()}


def _weights(one: Candidate) -> dict[str, Any]:
    """Arrays under the names of our layers."""
    weights: dict[str, Any] = {}
    skeleton = one.skeleton
    for block, link, choice in zip(one.layout.blocks, skeleton.links, one.ending.choices, strict=True):
        weights |= _operation(block.operation_name, link)
        start = block.parts.index(block.operation) + 1
        names = block.layer_names[start : start + len(choice.tail.parts)]
        for name, part, norm in zip(names, choice.tail.parts, choice.tail.norms, strict=True):
            weights |= _tail_part(name, part, norm, link)
    if skeleton.table is not None:
        weights["label.weight"] = skeleton.table.weight
    return weights


def _operation(name: str, link: Link) -> dict[str, Array]:
    weights = {f"{name}.weight": link.unit.weight}
    return weights if link.unit.bias is None else weights | {f"{name}.bias": link.unit.bias}


def _tail_part(name: str, part: Norm | Activation, norm: FoundNorm | None, link: Link) -> dict[str, Any]:
    if isinstance(part, Activation):
        return {} if link.slopes is None else {f"{name}.weight": link.slopes.weight}
    if norm is None or part.kind is NormKind.PIXEL:
        return {}
    named = {"weight": norm.weight, "bias": norm.bias, "running_mean": norm.mean, "running_var": norm.variance}
    tracked = {f"{name}.num_batches_tracked": np.zeros((), np.int64)} if norm.keeps_statistics else {}
    return {f"{name}.{key}": array for key, array in named.items() if array is not None} | tracked
