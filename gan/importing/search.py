"""The search for what weights do not say: a beam over the layers, each scored by what BatchNorm has remembered."""

import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial

import numpy as np
import torch
from torch import Tensor

from gan.importing import priors
from gan.importing.entrances import Entrance, entered
from gan.importing.evidence import activated, enlarged, misfit, normalised, operate
from gan.importing.gaps import Gaps
from gan.importing.geometry import Geometry, geometries
from gan.importing.said import Said
from gan.importing.skeleton import Array, FoundNorm, Kind, Link, Skeleton
from gan.model.part_specs import Activation, ActivationKind, Enlargement, Norm, NormKind, Part, Shape

POINTS, CELLS, MULTIPLICATIONS = 96, 16_000, 2**28
"""How many z go through the layers: fewer where maps are large, so that a channel has about so many cells."""
FIRST_POINTS, FEWEST_POINTS = 512, 4
"""How many go through the first layer, which is small and says how z is distributed."""
MOST_NUMBERS = 2**22
"""In the maps that any layer gives to all points."""
COARSE_POINTS, COARSE_CELLS = 36, 5_000
COARSE_CHANNELS = 24
BEAM, ALIKE = 4, 3
WIDE, DEEP, RARE = 8, 3, 2
"""Geometries that hypotheses close to the best are tried with, others, and those with a rare function."""
USUAL = tuple(activation for activation, _ in priors.ACTIVATIONS[:4])
ROUGH_ORDERS = 4
"""What may stand before a norm when geometries are compared: nothing and the most usual functions."""
NOISE = 0.07
"""The misfit of the truth, as it is found in files: weights move on while the statistics lag behind."""
FEW = 8
"""Channels; so few or fewer say little."""
MOST_TAILS = 40
MOST_LEADING = 10
REFINED, REFINED_NUMBERS = 8, 2**21
"""Hypotheses that are compared again, and the numbers in their maps."""
POOR = 0.18
"""Where the best misfit is above that, something is missing: more is tried."""
MARGIN = 1.5
"""Hypotheses that are worse than the best by more are given up."""


@dataclass(frozen=True, eq=False)
class Tail:
    """What follows the operation of a block: norms and activation, in their order; norms with what the file holds."""

    parts: tuple[Norm | Activation, ...]
    norms: tuple[FoundNorm | None, ...]
    """Of the same length; None for an activation, and for a norm that keeps nothing."""
    cost: float = 0.0

    @cached_property
    def activation(self) -> Activation | None:
        """The function, if there is one."""
        return next((part for part in self.parts if isinstance(part, Activation)), None)

    @cached_property
    def eps(self) -> float | None:
        """Of its first norm."""
        return next((part.eps for part in self.parts if isinstance(part, Norm)), None)

    @cached_property
    def activates_first(self) -> bool:
        """Whether the activation stands before a norm."""
        return len(self.parts) > 1 and isinstance(self.parts[0], Activation)

    def unlike(self, before: "Tail") -> float:
        """What it costs to differ from the tail of the block ``before``: most generators repeat themselves."""
        cost = 0.0
        if before.activation is not None and before.activation != self.activation:
            cost += priors.OTHER_STYLE if self.activation is not None else 2 * priors.OTHER_STYLE
        if before.activation is not None and self.norms and before.activates_first != self.activates_first:
            cost += priors.OTHER_STYLE
        if None not in (before.eps, self.eps) and before.eps != self.eps:
            cost += priors.OTHER_STYLE
        return cost


@dataclass(frozen=True, eq=False)
class Choice:
    """What was chosen for one link, and how well the statistics behind it agree; None without statistics."""

    geometry: Geometry
    tail: Tail
    misfit: float | None = None


@dataclass(frozen=True, eq=False)
class State:
    """A hypothesis of the first layers. ``raw`` (N, C, H, W) is what the last operation gives, before its tail."""

    entrance: Entrance
    done: tuple[Choice, ...]
    geometry: Geometry
    raw: Tensor
    tails: tuple[tuple[Tail, float, float | None], ...]
    """Each with the cost of the whole hypothesis, and the misfit of this link."""

    @property
    def cost(self) -> float:
        """Of the best."""
        return self.tails[0][1]


@dataclass(frozen=True, eq=False)
class Prefix:
    """A hypothesis up to and with the tail of its last link."""

    entrance: Entrance
    done: tuple[Choice, ...]
    shape: Shape
    cost: float
    maps: Callable[[], Tensor]
    """What the next link is given, ``(N, *shape)``; worked out at every call, as many of them would fill the memory."""


def _is_usual(prefix: Prefix) -> bool:
    if not prefix.done:
        return True
    activation = prefix.done[-1].tail.activation
    return activation in USUAL or (activation is not None and activation.kind is ActivationKind.PRELU)


def _leads(prefix: Prefix, best: Prefix) -> bool:
    """Whether it is tried with all geometries: the best one, and those that differ from it by a usual function only."""
    if not prefix.done:
        return True
    ours, its = prefix.done, best.done
    return _is_usual(prefix) and ours[:-1] == its[:-1] and ours[-1].geometry == its[-1].geometry


@dataclass(frozen=True, eq=False)
class _Option:
    prefix: Prefix
    geometry: Geometry
    cost: float


def _best_geometries(options: Sequence[_Option]) -> list[Geometry]:
    return list(dict.fromkeys(option.geometry for option in sorted(options, key=lambda option: option.cost)))


def _various(options: Sequence[_Option]) -> Iterator[_Option]:
    """The best options, but few of one geometry: a rough comparison does not tell the best geometry from the next."""
    seen: Counter[Geometry] = Counter()
    for option in options:
        seen[option.geometry] += 1
        plain = bool(option.prefix.done) and option.prefix.done[-1].tail.activation in USUAL
        if seen[option.geometry] <= (2 * ALIKE if plain else ALIKE) and len(seen) <= BEAM:
            yield option


def _by_shape(prefixes: Sequence[Prefix]) -> list[list[Prefix]]:
    groups: dict[Shape, list[Prefix]] = {}
    for prefix in prefixes:
        groups.setdefault(prefix.shape, []).append(prefix)
    return list(groups.values())


@dataclass
class Search:
    """Of one skeleton."""

    skeleton: Skeleton
    gaps: Gaps
    thorough: bool = True
    """Whether more is tried where nothing agrees well."""
    said: Said = field(default_factory=Said)
    _tails: dict[tuple[int, Shape | None], tuple[Tail, ...]] = field(default_factory=dict)

    def prefixes(self, entrances: Sequence[Entrance], count: int, limit: float = math.inf) -> list[Prefix]:
        """Hypotheses of the first ``count`` links, the best first; none if all would cost more than ``limit``."""
        shape = (self.skeleton.links[0].inputs, 1, 1)
        prefixes = [
            Prefix(entrance, (), shape, entrance.cost, partial(entered, entrance, self._first_points))
            for entrance in entrances
        ]
        for number in range(count):
            states = self._step(number, prefixes)
            if not states or states[0].cost > limit:
                return []
            prefixes = [prefix for state in states for prefix in self._prefixes(state, number)]
            prefixes = _best(prefixes)
        return prefixes

    @property
    def _first_points(self) -> int:
        """How many go through the first layer: fewer where they would fill the memory."""
        return max(FEWEST_POINTS, min(FIRST_POINTS, MOST_NUMBERS // self.skeleton.links[0].outputs))

    def refined(self, prefixes: Sequence[Prefix]) -> list[Prefix]:
        """The best of ``prefixes`` compared again by many more points, which tell alike functions apart."""
        refined = [self._refined(prefix) for prefix in prefixes[:REFINED]]
        return sorted(refined, key=lambda prefix: prefix.cost)

    def _refined(self, prefix: Prefix) -> Prefix:
        values, cost, done = entered(prefix.entrance, self._first_points), prefix.cost, []
        for link, choice in zip(self.skeleton.links, prefix.done, strict=False):
            raw = operate(enlarged(values, choice.geometry.up), link, choice.geometry.operation)
            channels, height, width = values.shape[1:]
            raw = raw.reshape(len(raw), *choice.geometry.output((channels, height, width)))
            agreed = self._misfit(raw, choice.tail, link)
            cost += _cost(agreed, link) - _cost(choice.misfit, link)
            done.append(replace(choice, misfit=agreed))
            values = tailed(raw, choice.tail, link)[: max(FEWEST_POINTS, REFINED_NUMBERS // raw[0].numel())]
        return replace(prefix, cost=cost, done=tuple(done))

    def _step(self, number: int, prefixes: Sequence[Prefix]) -> list[State]:
        """Some hypotheses with some geometries, or all with all where none of those agrees well."""
        states = self._states(number, prefixes, thorough=False)
        if self.thorough and states and (states[0].tails[0][2] or 0.0) > POOR:
            states = self._states(number, prefixes, thorough=True)
        return states

    def _states(self, number: int, prefixes: Sequence[Prefix], *, thorough: bool) -> list[State]:
        link = self.skeleton.links[number]
        options = [option for alike in _by_shape(prefixes) for option in self._options(link, number, alike, thorough)]
        options.sort(key=lambda option: option.cost)
        chosen = [option for option in options if option.cost <= options[0].cost + MARGIN]
        chosen = list(_various(chosen)) if _has_statistics(link) else chosen[: 3 * BEAM]
        states = [self._state(link, number, option) for option in chosen]
        return sorted(states, key=lambda state: state.cost)

    def _options(self, link: Link, number: int, prefixes: Sequence[Prefix], thorough: bool) -> "list[_Option]":
        """The best hypotheses with every geometry, then the others with the geometries that did best."""
        shape = prefixes[0].shape
        choices = self.said.allowed(geometries(link, shape, self._after(number)), link, number, shape)
        options = self._tried(link, number, prefixes[0], choices)
        leading = [prefix for prefix in prefixes[1:] if thorough or _leads(prefix, prefixes[0])][:MOST_LEADING]
        for prefix in leading:
            options += self._tried(link, number, prefix, choices if thorough else _best_geometries(options)[:WIDE])
        best = _best_geometries(options)
        for prefix in prefixes[1:]:
            if prefix not in leading:
                options += self._tried(link, number, prefix, best[: DEEP if _is_usual(prefix) else RARE])
        return options

    def _tried(self, link: Link, number: int, prefix: Prefix, choices: Sequence[Geometry]) -> "list[_Option]":
        maps = prefix.maps() if _has_statistics(link) else None
        points = maps
        if maps is not None and number:
            points = maps[: _points(prefix, maps, COARSE_POINTS, COARSE_CELLS, link)]
        larger: dict[Enlargement | None, Tensor | None] = {
            up: None if points is None else enlarged(points, up) for up in {choice.up for choice in choices}
        }
        return [
            _Option(prefix, choice, self._coarse_cost(link, number, prefix, choice, larger[choice.up]))
            for choice in choices
        ]

    def _after(self, number: int) -> Link | None:
        return self.skeleton.links[number + 1] if number + 1 < len(self.skeleton.links) else None

    def _coarse_cost(self, link: Link, number: int, prefix: Prefix, geometry: Geometry, points: Tensor | None) -> float:
        """Of the best tail, on some channels and few points."""
        base = prefix.cost + geometry.cost + self.gaps.cost_before(number, prefix.done, geometry)
        if points is None:
            return base
        channels = _some(link.outputs) if link.outputs > COARSE_CHANNELS else None
        raw = operate(points, link, geometry.operation, channels)
        if link.kind is Kind.LINEAR and link.norms[0].count != link.outputs:
            return base  # its channels are known only when all of it is laid out
        misfits = (self._misfit(raw, tail, link, channels) or 0.0 for tail in self._orders(link, number))
        return base + _cost(min(misfits), link)

    def _orders(self, link: Link, number: int) -> Iterator[Tail]:
        """One tail for each that the link's own statistics can tell from others."""
        seen: set[tuple[Activation, ...]] = set()
        for tail in self.tails(link, number, None):
            before = tuple(part for part in tail.parts[: _last_norm(tail)] if isinstance(part, Activation))
            if before not in seen and len(seen) < ROUGH_ORDERS:
                seen.add(before)
                yield tail

    def _state(self, link: Link, number: int, option: "_Option") -> State:
        prefix, geometry = option.prefix, option.geometry
        maps = prefix.maps()
        maps = maps if number == 0 else maps[: _points(prefix, maps, POINTS, CELLS, link)]
        raw = operate(enlarged(maps, geometry.up), link, geometry.operation)
        shape = geometry.output(prefix.shape)
        raw = raw.reshape(len(raw), *shape)
        base = prefix.cost + geometry.cost + self.gaps.cost_before(number, prefix.done, geometry)
        scored = [
            (tail, base + tail.cost + _cost(agreed, link), agreed)
            for tail, agreed in self._agreements(raw, link, number, shape)
        ]
        if prefix.done:
            before = prefix.done[-1].tail
            times = 1 if any(map(_has_statistics, self.skeleton.links[number + 1 :])) else priors.UNJUDGED
            scored = [(tail, cost + times * tail.unlike(before), agreed) for tail, cost, agreed in scored]
        scored.sort(key=lambda entry: entry[1])
        scored = [entry for entry in scored if entry[1] <= scored[0][1] + MARGIN]
        return State(prefix.entrance, prefix.done, geometry, raw, tuple(scored[:MOST_TAILS]))

    def _agreements(self, raw: Tensor, link: Link, number: int, shape: Shape) -> Iterator[tuple[Tail, float | None]]:
        """Every tail with its misfit; one for all tails that the statistics cannot tell apart."""
        found: dict[tuple[Activation, ...], float | None] = {}
        for tail in self.tails(link, number, shape):
            before = tuple(part for part in tail.parts[: _last_norm(tail)] if isinstance(part, Activation))
            rare = bool(before) and before[0] not in USUAL and link.slopes is None
            if rare and () in found and min(map(_number, found.values())) >= _number(found[()]):
                continue  # what is usual before a norm has already done worse than nothing
            if before not in found:
                found[before] = self._misfit(raw, tail, link)
            yield tail, found[before]

    def tails(self, link: Link, number: int, shape: Shape | None) -> tuple[Tail, ...]:
        """What may follow ``link``; without a ``shape`` norms are described roughly."""
        if (number, shape) not in self._tails:
            self._tails[number, shape] = tuple(self._all_tails(link, number, shape))
        return self._tails[number, shape]

    def _all_tails(self, link: Link, number: int, shape: Shape | None) -> Iterator[Tail]:
        last = number == len(self.skeleton.links) - 1
        norms = [self._norms(found, shape) for found in link.norms]
        hidden = self.said.activations if link.slopes is None else partial(_learned, link)
        for activation, cost in ((None, 0.0),) if last else hidden():
            act = () if activation is None else (activation,)
            if not norms:
                yield Tail(act, (None,) * len(act), cost)
            elif len(norms) == 1:
                for norm, extra in norms[0]:
                    yield Tail((norm, *act), (link.norms[0], *(None for _ in act)), cost + extra)
                    if act:
                        yield Tail((*act, norm), (None, link.norms[0]), cost + extra + 0.03)
            else:
                first, second = norms[0][0][0], norms[1][0][0]
                yield Tail((first, second, *act), (*link.norms[:2], *(None for _ in act)), cost)
                if act:
                    yield Tail((first, *act, second), (link.norms[0], None, link.norms[1]), cost)

    def _norms(self, found: FoundNorm, shape: Shape | None) -> list[tuple[Norm, float]]:
        affine = found.weight is not None
        if not found.keeps_statistics:
            return [(Norm(NormKind.INSTANCE, found.count, affine=affine), 0.0)]
        flat = shape is not None and found.count != shape[0]
        return [
            (Norm(NormKind.BATCH, found.count, eps, affine, flat), cost)
            for eps, cost in priors.EPSILONS
            if eps < 0.01 or _matters(eps, found)
        ]

    def _misfit(self, raw: Tensor, tail: Tail, link: Link, channels: Tensor | None = None) -> float | None:
        """Of all statistics in ``tail``; None if it has none."""
        total, values = None, raw
        for part, found in zip(tail.parts, tail.norms, strict=True):
            if isinstance(part, Norm) and found is not None and found.has_statistics:
                seen = values.flatten(1) if part.flat or values.ndim == 2 else values
                total = (total or 0.0) + misfit(seen, found, channels)
                if total > 2 * MARGIN + 3:
                    return total
                if found is not [norm for norm in tail.norms if norm is not None][-1]:
                    values = normalised(values, found, part)
            elif isinstance(part, Activation):
                values = activated(values, part, _slopes(link, channels))
        return total

    def _prefixes(self, state: State, number: int) -> Iterator[Prefix]:
        points = min(max(POINTS, CELLS // state.raw.shape[-1] ** 2), MOST_NUMBERS // state.raw[0].numel())
        behind = _Behind(state.raw[: max(FEWEST_POINTS, points)], self.skeleton.links[number])
        for tail, cost, agreed in state.tails:
            done = (*state.done, Choice(state.geometry, tail, agreed))
            channels, height, width = state.raw.shape[1:]
            yield Prefix(state.entrance, done, (channels, height, width), cost, partial(behind.maps, tail))


class _Behind:
    """What tails make of one operation's output; normalised maps are worked out once."""

    def __init__(self, raw: Tensor, link: Link) -> None:
        self._raw, self._link = raw, link
        self._normalised: dict[Norm, Tensor] = {}

    def maps(self, tail: Tail) -> Tensor:
        """(N, C, H, W)"""
        if not tail.parts or not isinstance(tail.parts[0], Norm):
            return tailed(self._raw, tail, self._link)
        first = tail.parts[0]
        if first not in self._normalised:
            self._normalised[first] = normalised(self._raw, tail.norms[0], first)
        return tailed(self._normalised[first], replace(tail, parts=tail.parts[1:], norms=tail.norms[1:]), self._link)


def tailed(raw: Tensor, tail: Tail, link: Link) -> Tensor:
    """``raw`` (N, C, H, W) after the norms and the activation of ``tail``."""
    values = raw
    for part, found in zip(tail.parts, tail.norms, strict=True):
        match part:
            case Norm():
                values = normalised(values, found, part)
            case Activation():
                values = activated(values, part, _slopes(link))
    return values


def _slopes(link: Link, channels: Tensor | None = None) -> Array | None:
    """What a PReLU behind ``link`` has learned, for some of its ``channels`` or for all; None without one."""
    if link.slopes is None:
        return None
    weight = link.slopes.weight
    return weight if channels is None or len(weight) == 1 else weight[channels.numpy()]


def _learned(link: Link) -> tuple[tuple[Activation, float], ...]:
    assert link.slopes is not None
    return ((Activation(ActivationKind.PRELU, slopes=len(link.slopes.weight)), 0.0),)


def _has_statistics(link: Link) -> bool:
    return any(norm.has_statistics for norm in link.norms)


def _matters(eps: float, norm: FoundNorm) -> bool:
    """Whether ``eps`` changes what comes out of some channels by more than a percent."""
    assert norm.variance is not None
    return bool(np.quantile(norm.variance, 0.05) < 50 * eps)


def _number(agreed: float | None) -> float:
    return agreed or 0.0


def _points(prefix: Prefix, maps: Tensor, most: int, cells: int, link: Link) -> int:
    """How many of ``maps`` are enough: more where few channels are to be compared, and all classes twice."""
    condition = prefix.entrance.condition
    fewest = most // 6 if condition is None else max(most // 6, 2 * condition.classes)
    area = maps.shape[-1] ** 2
    affordable = min(cells // area, MULTIPLICATIONS // (area * link.unit.weight.size))
    wanted = max(affordable, most if link.outputs <= FEW else max(fewest, min(most, cells // area)))
    return max(FEWEST_POINTS, min(wanted, MOST_NUMBERS // maps[0].numel()))


def _cost(agreed: float | None, link: Link) -> float:
    """Of a misfit: ratios count, as nobody knows how exact the statistics are, and many channels count for more."""
    many = link.outputs / (link.outputs + FEW)
    return 0.0 if agreed is None else many * math.log1p((agreed / NOISE) ** 2) / 2


def _last_norm(tail: Tail) -> int:
    """How many parts there are up to the last norm."""
    places = [place for place, part in enumerate(tail.parts) if isinstance(part, Norm)]
    return places[-1] + 1 if places else 0


def _some(count: int) -> Tensor:
    return torch.randperm(count, generator=torch.Generator().manual_seed(count))[:COARSE_CHANNELS].sort().values


def _best(prefixes: list[Prefix]) -> list[Prefix]:
    prefixes.sort(key=lambda prefix: prefix.cost)
    best = prefixes[0].cost if prefixes else math.inf
    return [prefix for prefix in prefixes if prefix.cost <= best + MARGIN][:MOST_TAILS]


def parts_of(choice: Choice) -> tuple[Part, ...]:
    """The parts of the block."""
    up = () if choice.geometry.up is None else (choice.geometry.up,)
    return (*up, choice.geometry.operation, *choice.tail.parts)
