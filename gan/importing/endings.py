"""The layers behind the last statistics: nothing but the picture tells how they work.

Sides that pictures have, what is usual, what the layers before do, and how smooth the pictures are across the grid that
the layers enlarge by, put the possibilities in order.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import torch
from torch import Tensor

from gan.importing import priors
from gan.importing.evidence import activated, enlarged, operate
from gan.importing.geometry import Geometry, geometries
from gan.importing.search import FEWEST_POINTS, MOST_NUMBERS, Choice, Prefix, Search, Tail, tailed
from gan.importing.skeleton import Kind, with_statistics
from gan.model.architecture import PixelRange
from gan.model.part_specs import Activation, ActivationKind, Enlargement, Enlarging, Norm, NormKind, Shape

SEQUENCES = 40
"""Ways to go on that are followed, in all, and of those that lead to one shape no more than :data:`ALIKE`."""
ALIKE, GEOMETRIES = 3, 4
UNSEEN = 8
"""So many times what is unusual costs where no statistics speak for it."""
TRIED = 6
"""How many hypotheses of a family are made pictures by."""
SIGMOID, UNJUDGED_SIGMOID = 0.12, 0.25
"""What a sigmoid at the end costs: of ten generators eight end with tanh."""
TONES, UNJUDGED_TONES = 0.3, 0.45
"""What tones count for beside statistics, and without any."""
DRAWN, SMALLEST_PICTURE = 32, 7
FEWEST_DRAWN, DRAWN_MULTIPLICATIONS = 3, 2**31
"""So many hypotheses are drawn at least, and more while a picture of each takes no more multiplications in all."""
HOPELESS = 1.2
"""No picture makes up for such a difference in cost."""


@dataclass(frozen=True, eq=False)
class Ending:
    """A whole hypothesis: behind the last tail come ``activation`` and enlarging, each if it is not None.

    ``pictures`` (N, C, H, W) are as they come out; ``pixels`` says what their numbers mean.
    """

    prefix: Prefix
    choices: tuple[Choice, ...]
    activation: Activation | None
    resized: Enlargement | None
    pixels: PixelRange
    cost: float
    pictures: Tensor


@dataclass(frozen=True, eq=False)
class _Sequence:
    """Geometries and tails of the links that are left."""

    prefix: Prefix
    choices: tuple[Choice, ...]
    shape: Shape
    cost: float


class _Priced(NamedTuple):
    cost: float
    sequence: _Sequence
    resized: Enlargement | None


def endings(search: Search, prefixes: Sequence[Prefix], stated_side: int | None) -> list[Ending]:
    """Whole hypotheses, the best first."""
    priced: list[_Priced] = []
    for sequences in _families(search, prefixes):
        family = [
            _Priced(sequence.cost + cost, sequence, resized)
            for sequence in sequences
            for resized, cost in _resized(sequence, stated_side)
        ]
        priced += sorted(family, key=lambda entry: entry.cost)[:TRIED]
    priced.sort(key=lambda entry: entry.cost)
    priced = [entry for entry in priced if entry.cost <= priced[0].cost + HOPELESS][: 3 * TRIED]
    found = [ending for entry in _affordable(search, priced) for ending in _drawn(search, *entry)]
    return sorted((one for one in found if math.isfinite(one.cost)), key=lambda ending: ending.cost)


def _affordable(search: Search, priced: Sequence[_Priced]) -> Iterator[_Priced]:
    """The cheapest: fewer where the maps are so large that drawing takes long."""
    spent = 0
    for number, entry in enumerate(priced):
        spent += _multiplications(search, entry.sequence)
        if number < FEWEST_DRAWN or spent < DRAWN_MULTIPLICATIONS:
            yield entry


def _multiplications(search: Search, sequence: _Sequence) -> int:
    """That one picture takes."""
    shape, total = (search.skeleton.links[0].inputs, 1, 1), 0
    for link, choice in zip(search.skeleton.links, sequence.choices, strict=True):
        shape = choice.geometry.output(shape)
        total += link.unit.weight.size * (1 if link.kind is Kind.LINEAR else shape[1] * shape[2])
    return total


def _families(search: Search, prefixes: Sequence[Prefix]) -> Iterator[list[_Sequence]]:
    """The likeliest ways to go on, apart for each hypothesis of what follows a layer: none crowds out others."""
    for prefix in _different(prefixes):
        start = _Sequence(prefix, prefix.done, prefix.shape, prefix.cost)
        if prefix.done:
            yield _continued(search, [start])
        else:
            first = list(_extended(search, 0, start))
            styles = dict.fromkeys(_style(sequence.choices[0].tail) for sequence in first)
            for style in styles:
                yield _continued(search, [one for one in first if _style(one.choices[0].tail) == style])


def _different(prefixes: Sequence[Prefix]) -> Iterator[Prefix]:
    """The best prefixes: of those with one geometry, which differ in what little tells apart, the likeliest few."""
    seen: Counter[tuple[Geometry, ...]] = Counter()
    for prefix in prefixes:
        geometry = tuple(choice.geometry for choice in prefix.done)
        seen[geometry] += 1
        if seen[geometry] <= ALIKE and len(seen) <= GEOMETRIES:
            yield prefix


def _style(tail: Tail) -> tuple[object, ...]:
    return tuple((type(part), part.kind, getattr(part, "slope", None)) for part in tail.parts)


def _continued(search: Search, found: list[_Sequence]) -> list[_Sequence]:
    for number in range(len(found[0].choices), len(search.skeleton.links)):
        extended = [longer for sequence in found for longer in _extended(search, number, sequence)]
        extended.sort(key=lambda sequence: sequence.cost)
        found = _kept(extended)
    return found


def _kept(sequences: list[_Sequence]) -> list[_Sequence]:
    """The cheapest of each shape, so that sides that no picture has do not crowd out others."""
    by_shape: dict[Shape, list[_Sequence]] = {}
    for sequence in sequences:
        by_shape.setdefault(sequence.shape, []).append(sequence)
    kept = [sequence for alike in by_shape.values() for sequence in alike[:ALIKE]]
    return sorted(kept, key=lambda sequence: sequence.cost)[:SEQUENCES]


def _extended(search: Search, number: int, sequence: _Sequence) -> Iterator[_Sequence]:
    links = search.skeleton.links
    link, after = links[number], links[number + 1] if number + 1 < len(links) else None
    for geometry in search.said.allowed(geometries(link, sequence.shape, after), link, number, sequence.shape):
        shape = geometry.output(sequence.shape)
        cost = sequence.cost + geometry.cost + search.gaps.cost_before(number, sequence.choices, geometry)
        cost += _unlike(geometry, sequence.choices)
        for tail in _tails(search, number, sequence.choices, shape):
            yield _Sequence(sequence.prefix, (*sequence.choices, Choice(geometry, tail)), shape, cost + tail.cost)


def _unlike(geometry: Geometry, done: Sequence[Choice]) -> float:
    """A little for a geometry that differs from that of the layer before."""
    if not done:
        return 0.0
    ours, before = _numbers(geometry), _numbers(done[-1].geometry)
    return 0.0 if ours == before or ours[0] != before[0] else 0.03


def _numbers(geometry: Geometry) -> tuple[object, ...]:
    operation = geometry.operation
    names = ("kernel", "stride", "padding", "output_padding")
    return type(operation), *(getattr(operation, name, None) for name in names), geometry.up and geometry.up.how


def _tails(search: Search, number: int, done: Sequence[Choice], shape: Shape) -> Iterator[Tail]:
    link = search.skeleton.links[number]
    if number == len(search.skeleton.links) - 1:
        yield next(iter(search.tails(link, number, shape)))
        return
    before = next((choice.tail for choice in reversed(done) if choice.tail.parts), None)
    for tail in search.tails(link, number, shape):
        if before is None:
            tail = replace(tail, cost=UNSEEN * tail.cost)
            yield tail
            if not any(other.norms for other in search.skeleton.links):
                yield from _with_pixel_norm(tail, shape, link.slopes is not None)
        elif tail.activation == before.activation:
            yield from _alike(tail, before, shape)


def _alike(tail: Tail, before: Tail, shape: Shape) -> Iterator[Tail]:
    """``tail`` at no cost of its own, with pixel norm where the block ``before`` has it."""
    pixel = [part for part in before.parts if isinstance(part, Norm) and part.kind is NormKind.PIXEL]
    if pixel:
        yield from (Tail(other.parts, other.norms) for other in _with_pixel_norm(tail, shape, True))
    else:
        yield Tail(tail.parts, tail.norms, tail.unlike(before) if tail.norms else 0.0)


def _with_pixel_norm(tail: Tail, shape: Shape, learned: bool) -> Iterator[Tail]:
    """Where no layer is normalised by learned numbers, by none that are stored."""
    if tail.activation is not None and shape[1] > 1:
        norm = Norm(NormKind.PIXEL, shape[0], 1e-8, affine=False)
        yield Tail((*tail.parts, norm), (*tail.norms, None), tail.cost + (0.2 if learned else 0.4))


def _resized(sequence: _Sequence, stated: int | None) -> Iterator[tuple[Enlargement | None, float]]:
    side = sequence.shape[-1]
    if side < SMALLEST_PICTURE:
        return
    yield None, priors.of_side(side, stated)
    for target in [stated] if stated else (28, 32, 64):
        if target != side:
            unusual = 0.25 if stated else min(0.5 + 0.05 * abs(target - side), 0.9)
            cost = priors.of_side(target, stated) + unusual
            yield Enlargement(target), cost
            yield Enlargement(target, Enlarging.BILINEAR), cost + 0.1


def _drawn(search: Search, cost: float, sequence: _Sequence, resized: Enlargement | None) -> Iterator[Ending]:
    values = sequence.prefix.maps()[:DRAWN]
    start = len(sequence.prefix.done)
    for link, choice in zip(search.skeleton.links[start:], sequence.choices[start:], strict=True):
        operation, up = choice.geometry.operation, choice.geometry.up
        larger = values.shape[1] * (values.shape[-1] if up is None else up.side) ** 2
        values = values[: max(FEWEST_POINTS, MOST_NUMBERS // larger)]
        raw = operate(enlarged(values, up), link, operation)
        raw = raw.reshape(len(raw), *choice.geometry.output(_shape(values)))
        values = tailed(raw, choice.tail, link)
    judged = with_statistics(search.skeleton) > 0
    for activation, pixels, more in last_activations(values, judged):
        pictures = enlarged(activated(values, activation), resized)
        weight = TONES if judged else UNJUDGED_TONES
        price = cost + weight * more + 0.1 * roughness(pictures)
        yield Ending(sequence.prefix, sequence.choices, activation, resized, pixels, price, pictures)


def _shape(maps: Tensor) -> Shape:
    channels, height, width = maps.shape[1:]
    return channels, height, width


def last_activations(values: Tensor, judged: bool) -> Iterator[tuple[Activation | None, PixelRange, float]]:
    """What may follow the last layer, by what it gives, (N, C, H, W); ``judged``: layers before it have statistics."""
    tanh, sigmoid = Activation(ActivationKind.TANH), Activation(ActivationKind.SIGMOID)
    twice = PixelRange((2.0,), (-1.0,))
    yield tanh, PixelRange(), _unlike_pictures(values.tanh())
    yield sigmoid, twice, _unlike_pictures(2 * values.sigmoid() - 1) + (SIGMOID if judged else UNJUDGED_SIGMOID)
    yield None, PixelRange(), _unlike_pictures(values) + 0.27 + float((values.abs() > 1.1).float().mean())


def _unlike_pictures(pixels: Tensor) -> float:
    """How far the tones of ``pixels`` in [-1, 1] are from those of photographs, or of strokes on an even ground.

    Photographs have about 60 % of their values in the middle half of the range, scanned digits 4.5 %; both reach nearly
    black and nearly white. Colours are no strokes, and are hardly ever all at the ends of the range.
    """
    shades = pixels.flatten()[:200_000]
    middle = float((shades.abs() < 0.5).float().mean().clamp(1e-3, 1 - 1e-3))
    low, high = (float(torch.quantile(shades, part)) for part in (0.005, 0.995))
    dull = 1.2 * (max(0.0, 0.9 - high) + max(0.0, 0.9 + low))
    saturated = float((shades.abs() > 0.98).float().mean())
    if saturated > 0.45 and pixels.shape[1] > 1:
        return 0.5 + saturated + dull
    if saturated > 0.45:
        return min(0.5, 0.5 * abs(math.log(middle / 0.045))) + dull
    return min(0.5, 0.5 * abs(math.log(middle / (1 - middle)) - 0.4)) + dull


def roughness(pictures: Tensor) -> float:
    """Mean step between neighbours in units of the spread of all pixels; 0.2 for photographs, above 1 for noise."""
    steps = [pictures.diff(dim=dimension).abs().mean() for dimension in (2, 3)]
    return float(sum(steps) / 2 / (pictures.std() + 1e-3))
