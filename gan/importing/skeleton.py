"""What the shapes of a stranger's weights tell: which layers there are, in which order, and what belongs to which.

Names are only a last resort: the layers must form a chain from a vector to a picture, each taking what the one before
gives.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import islice, pairwise

import numpy as np
import numpy.typing as npt

from gan.errors import LatentariumError
from gan.words import tr

Array = npt.NDArray[np.float32]
PICTURE_CHANNELS = (1, 3, 4)
_NAMES_OF_TABLES = re.compile(r"emb|label|class|cond", re.IGNORECASE)
MOST_UNITS = 24
MOST_SKELETONS = 12
MOST_STEPS = 20_000
"""So often a chain is made longer before it is given up: files can be made in which nearly everything fits."""


class ShapeError(LatentariumError):
    """Weights that form no generator; the message says what they seem to be."""


class _Steps:
    """A number of steps that a search may take."""

    def __init__(self) -> None:
        self._left = MOST_STEPS

    def take(self) -> bool:
        """Take one; False once there are none left."""
        self._left -= 1
        return self._left >= 0


class Kind(StrEnum):
    """What a layer with weights does."""

    LINEAR = "linear"
    TRANSPOSED = "transposed"
    CONVOLUTION = "convolution"


@dataclass(frozen=True, eq=False)
class Unit:
    """A layer with weights as it lies in the file: (O, I) if linear, else (A, B, k, k)."""

    name: str
    weight: Array
    bias: Array | None

    @property
    def kernel(self) -> int:
        """Cells a side; 1 for a linear layer."""
        return self.weight.shape[-1] if self.weight.ndim == 4 else 1


@dataclass(frozen=True, eq=False)
class FoundNorm:
    """A normalisation of ``count`` channels; ``mean`` and ``variance`` are the running statistics, if it keeps any.

    They are evidence only if they are ``trusted``.
    """

    name: str
    count: int
    weight: Array | None
    bias: Array | None
    mean: Array | None
    variance: Array | None
    trusted: bool = True

    @property
    def keeps_statistics(self) -> bool:
        """Whether it is a BatchNorm with running statistics."""
        return self.mean is not None and self.variance is not None

    @property
    def has_statistics(self) -> bool:
        """Whether it says what went in while it was trained."""
        return self.keeps_statistics and self.trusted


@dataclass(frozen=True, eq=False)
class Slopes:
    """Learned slopes of a PReLU, (1,) or (C,)."""

    name: str
    weight: Array


@dataclass(frozen=True, eq=False)
class Table:
    """The vectors of classes, (classes, width)."""

    name: str
    weight: Array


@dataclass(frozen=True, eq=False)
class Link:
    """One layer of the chain, what it does, and the normalisations that belong to it."""

    unit: Unit
    kind: Kind
    norms: tuple[FoundNorm, ...] = ()
    slopes: Slopes | None = None

    @property
    def inputs(self) -> int:
        """Channels, or numbers of a linear layer."""
        return self.unit.weight.shape[0 if self.kind is Kind.TRANSPOSED else 1]

    @property
    def outputs(self) -> int:
        """Channels, or numbers of a linear layer."""
        return self.unit.weight.shape[1 if self.kind is Kind.TRANSPOSED else 0]


@dataclass(frozen=True, eq=False)
class Skeleton:
    """A chain from a vector to a picture."""

    links: tuple[Link, ...]
    table: Table | None = None


@dataclass
class _Found:
    units: list[Unit] = field(default_factory=list)
    norms: list[FoundNorm] = field(default_factory=list)
    slopes: list[Slopes] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    order: list[str] = field(default_factory=list)
    """Names of all of them as they lie in the file."""


def skeletons_of(arrays: Mapping[str, Array]) -> tuple[Skeleton, ...]:
    """All chains that the shapes allow, likelier ones first. Raises :class:`ShapeError` if there is none."""
    found = _sorted_out(arrays)
    if not found.units:
        raise ShapeError(tr("it holds no weights of layers"))
    if len(found.units) > MOST_UNITS:
        raise ShapeError(
            tr("it has {units} layers with weights; a generator that can be opened has a few", units=len(found.units))
        )
    if len(found.tables) > 1:
        raise ShapeError(
            tr("it has {tables} tables of classes; a generator that can be opened has one", tables=len(found.tables))
        )
    for sorted_out in (found, *_with_table(found)):
        chains = list(islice(_chains(sorted_out), MOST_SKELETONS))
        if chains:
            return _skeletons(chains, sorted_out)
    raise ShapeError(_why_no_chain(found))


def _skeletons(chains: list[list[Link]], found: _Found) -> tuple[Skeleton, ...]:
    table = found.tables[0] if found.tables else None
    skeletons = [Skeleton(tuple(links), table) for chain in chains for links in _with_norms(chain, found)]
    if not skeletons:
        raise ShapeError(
            tr(
                "its {norms} normalisations do not belong to its {units} layers",
                norms=len(found.norms),
                units=len(found.units),
            )
        )
    return tuple(skeletons[:MOST_SKELETONS])


def _with_table(found: _Found) -> Iterator[_Found]:
    """A layer that has no place in the chain may be a table without a telling name.

    So may a linear layer without bias, through which a one-hot class goes: that takes a column of its weights. There
    are fewer classes than numbers for each.
    """
    for unit in found.units:
        if unit.weight.ndim == 2 and unit.bias is None and not found.tables and len(found.units) > 2:
            rows, columns = unit.weight.shape
            weight = unit.weight if rows <= columns else np.ascontiguousarray(unit.weight.T)
            others = [other for other in found.units if other is not unit]
            yield replace(found, units=others, tables=[Table(unit.name, weight)])


def _sorted_out(arrays: Mapping[str, Array]) -> _Found:
    modules: dict[str, dict[str, Array]] = {}
    for key, array in arrays.items():
        name, _, part = key.rpartition(".")
        modules.setdefault(name, {})[part] = array
    found = _Found(order=list(modules))
    for name, parts in modules.items():
        _sort_in(name, parts, found)
    return found


def _sort_in(name: str, parts: Mapping[str, Array], found: _Found) -> None:
    weight, bias = parts.get("weight"), parts.get("bias")
    mean, variance = parts.get("running_mean"), parts.get("running_var")
    unknown = parts.keys() - {"weight", "bias", "running_mean", "running_var", "num_batches_tracked"}
    if unknown:
        raise ShapeError(
            tr(
                "{name} holds {unknown}, which belongs to no layer that is known here",
                name=name or tr("it"),
                unknown=min(unknown),
            )
        )
    if mean is not None or (weight is not None and weight.ndim == 1 and bias is not None):
        counted = mean if mean is not None else weight
        assert counted is not None
        found.norms.append(FoundNorm(name, len(counted), weight, bias, mean, variance))
    elif weight is not None and weight.ndim == 1:
        found.slopes.append(Slopes(name, weight))
    elif weight is not None and weight.ndim == 2 and bias is None and _NAMES_OF_TABLES.search(name):
        found.tables.append(Table(name, weight))
    elif weight is not None and weight.ndim in (2, 4):
        if weight.ndim == 4 and weight.shape[2] != weight.shape[3]:
            sides = f"{weight.shape[2]} × {weight.shape[3]}"
            raise ShapeError(tr("{name} has a kernel of {sides}; only square ones are known", name=name, sides=sides))
        found.units.append(Unit(name, weight, bias))
    else:
        shape = " × ".join(map(str, weight.shape)) if weight is not None else "no weight"
        raise ShapeError(tr("{name} ({shape}) is no layer of a DCGAN", name=name, shape=shape))


def _chains(found: _Found) -> Iterator[list[Link]]:
    """In the file's order if that is a chain, then in the order of the names' numbers, then in any order."""
    natural = sorted(found.units, key=lambda unit: _natural(unit.name))
    orders = (lambda: _directed(found.units, found), lambda: _directed(natural, found), lambda: _any_order(found))
    for order in orders:
        chains = list(islice(order(), MOST_SKELETONS))
        if chains:
            yield from chains
            return


def _natural(name: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", name)]


def _directed(units: Sequence[Unit], found: _Found) -> Iterator[list[Link]]:
    """Every way to read ``units``, in their order, as a chain."""
    steps = _Steps()

    def extend(links: list[Link], rest: Sequence[Unit]) -> Iterator[list[Link]]:
        if not steps.take():
            return
        if not rest:
            if _makes_picture(links[-1]):
                yield list(links)
            return
        for link in _readings(rest[0], found):
            if _starts(link) if not links else fits(links[-1], link):
                yield from extend([*links, link], rest[1:])

    yield from extend([], units)


def _any_order(found: _Found) -> Iterator[list[Link]]:
    steps = _Steps()

    def extend(links: list[Link], rest: list[Unit]) -> Iterator[list[Link]]:
        if not steps.take():
            return
        if not rest:
            if _makes_picture(links[-1]):
                yield list(links)
            return
        for place, unit in enumerate(rest):
            for link in _readings(unit, found):
                if _starts(link) if not links else fits(links[-1], link):
                    yield from extend([*links, link], rest[:place] + rest[place + 1 :])

    yield from extend([], list(found.units))


def _readings(unit: Unit, found: _Found) -> list[Link]:
    """What ``unit`` can be: for a kernel, what its bias does not rule out; transposed first where both are left.

    Kernels of an even side that keep the number of channels are taken for transposed: hardly anybody convolves so.
    """
    if unit.weight.ndim == 2:
        return [Link(unit, Kind.LINEAR)]
    if unit.kernel % 2 == 0 and unit.weight.shape[0] == unit.weight.shape[1]:
        return [Link(unit, Kind.TRANSPOSED)]
    links = [Link(unit, Kind.TRANSPOSED), Link(unit, Kind.CONVOLUTION)]
    if unit.kernel % 2 and not any(other.kernel % 2 == 0 for other in found.units if other.weight.ndim == 4):
        links.reverse()
    return [link for link in links if unit.bias is None or len(unit.bias) == link.outputs]


def _starts(link: Link) -> bool:
    """Whether it can be fed with a vector; an ordinary convolution only with a kernel of one cell.

    What takes a single number is the end of a discriminator, read backwards.
    """
    if link.kind is Kind.CONVOLUTION:
        return link.unit.kernel == 1 and link.inputs not in PICTURE_CHANNELS
    return link.inputs > 1


def fits(before: Link, after: Link) -> bool:
    """Whether ``after`` can take what ``before`` gives."""
    if before.outputs == after.inputs:
        return True
    if before.kind is Kind.LINEAR and after.kind is not Kind.LINEAR:
        return _side(before.outputs, after.inputs) is not None
    flattened = before.kind is not Kind.LINEAR and after.kind is Kind.LINEAR
    return flattened and _side(after.inputs, before.outputs) is not None


def _side(numbers: int, channels: int) -> int | None:
    """Side of square maps of ``channels`` with that many ``numbers`` in all, if there is one."""
    if numbers % channels:
        return None
    side = math.isqrt(numbers // channels)
    return side if side * side * channels == numbers else None


def map_side(linear: Link, after: Link) -> int:
    """Side of the maps that a linear layer is laid out as for the convolution ``after`` it."""
    side = _side(linear.outputs, after.inputs)
    assert side is not None
    return side


def _makes_picture(link: Link) -> bool:
    if link.kind is not Kind.LINEAR:
        return link.outputs in PICTURE_CHANNELS
    return any(_side(link.outputs, channels) for channels in PICTURE_CHANNELS) and link.outputs >= 64


def _with_norms(chain: list[Link], found: _Found) -> Iterator[list[Link]]:
    """Ways to give each norm, and each PReLU, to a layer of ``chain``."""
    chain = _with_slopes(chain, found)
    interleaved = _interleaved(chain, found)
    if interleaved is not None:
        yield interleaved
        return
    for norms in (found.norms, sorted(found.norms, key=lambda norm: _natural(norm.name))):
        ordered = list(islice(_in_order(chain, norms), MOST_SKELETONS))
        if ordered:
            yield from ordered
            return
    yield from islice(_by_counts(chain, found.norms), MOST_SKELETONS)


def _interleaved(chain: list[Link], found: _Found) -> list[Link] | None:
    """Each norm belongs to the layer that stands before it in the file; None if that does not fit."""
    place = {name: number for number, name in enumerate(found.order)}
    by_unit: dict[str, list[FoundNorm]] = {}
    for norm in found.norms:
        before = [link for link in chain if place[link.unit.name] < place[norm.name]]
        if not before:
            return None
        owner = max(before, key=lambda link: place[link.unit.name])
        if not takes(owner, norm, chain):
            return None
        by_unit.setdefault(owner.unit.name, []).append(norm)
    if any(len(norms) > 2 for norms in by_unit.values()):
        return None
    if len(found.norms) > 1 and len(by_unit) < len(found.norms) and len(by_unit) == 1:
        return None
    return [_replaced(link, norms=tuple(by_unit.get(link.unit.name, ()))) for link in chain]


def takes(link: Link, norm: FoundNorm, chain: Sequence[Link]) -> bool:
    """Whether ``norm`` can follow ``link``: it counts its channels, or those of the maps it is laid out as."""
    if norm.count == link.outputs:
        return True
    places = [number for number, other in enumerate(chain) if other.unit is link.unit]
    after = chain[places[0] + 1] if places and places[0] + 1 < len(chain) else None
    return link.kind is Kind.LINEAR and after is not None and norm.count == after.inputs


def _in_order(chain: list[Link], norms: Sequence[FoundNorm]) -> Iterator[list[Link]]:
    """Norms stand apart from the layers, but in their order: every way to give at most one to each."""
    steps = _Steps()

    def extend(links: list[Link], rest: list[Link], left: Sequence[FoundNorm]) -> Iterator[list[Link]]:
        if len(left) > len(rest) or not steps.take():
            return
        if not rest:
            if not left:
                yield links
            return
        if left and takes(rest[0], left[0], chain):
            yield from extend([*links, _replaced(rest[0], norms=(left[0],))], rest[1:], left[1:])
        yield from extend([*links, rest[0]], rest[1:], left)

    yield from extend([], chain, norms)


def _by_counts(chain: list[Link], norms: Sequence[FoundNorm]) -> Iterator[list[Link]]:
    """Norms stand in no order: every way to give at most one to each layer that it counts the channels of."""
    steps = _Steps()

    def extend(links: list[Link], left: Sequence[FoundNorm]) -> Iterator[list[Link]]:
        if not steps.take():
            return
        if not left:
            yield links
            return
        for place, link in enumerate(links):
            if not link.norms and takes(link, left[0], links):
                given = _replaced(link, norms=(left[0],))
                yield from extend([*links[:place], given, *links[place + 1 :]], left[1:])

    yield from extend(chain, norms)


def _with_slopes(chain: list[Link], found: _Found) -> list[Link]:
    """A PReLU of their own for each, or one shared by all hidden layers. Raises :class:`ShapeError` for others."""
    if not found.slopes:
        return chain
    hidden, last = chain[:-1], chain[-1]
    slopes = found.slopes * len(hidden) if len(found.slopes) == 1 else found.slopes
    if len(slopes) != len(hidden):
        raise ShapeError(
            tr(
                "its {hidden} hidden layers have {slopes} learned slopes; which is whose is not told",
                hidden=len(hidden),
                slopes=len(slopes),
            )
        )
    for link, one in zip(hidden, slopes, strict=True):
        if len(one.weight) not in (1, _channels(link, chain)):
            raise ShapeError(
                tr(
                    "{name} holds {slopes} slopes, which {layer} does not have channels for",
                    name=one.name,
                    slopes=len(one.weight),
                    layer=link.unit.name,
                )
            )
    return [*(_replaced(link, slopes=one) for link, one in zip(hidden, slopes, strict=True)), last]


def _channels(link: Link, chain: Sequence[Link]) -> int:
    """Of the maps that ``link`` gives: those that the next one takes, if it is laid out for it."""
    after = chain[chain.index(link) + 1]
    return after.inputs if link.kind is Kind.LINEAR and after.kind is not Kind.LINEAR else link.outputs


def _replaced(link: Link, **changes: object) -> Link:
    values = {"unit": link.unit, "kind": link.kind, "norms": link.norms, "slopes": link.slopes}
    return Link(**(values | changes))  # type: ignore[arg-type]


def _why_no_chain(found: _Found) -> str:
    first, last = found.units[0], found.units[-1]
    if first.weight.ndim == 4 and first.weight.shape[1] in PICTURE_CHANNELS and len(found.units) > 1:
        ends_in = last.weight.shape[0]
        if last.weight.ndim == 4 and ((ends_in in PICTURE_CHANNELS and ends_in > 1) or last.weight.shape[1] in (3, 4)):
            return tr(
                "it takes a picture and makes a picture, so it is an image-to-image network, no generator of a GAN"
            )
        if ends_in == 1:
            return tr("it takes a picture and gives one number, so it is a discriminator; open the generator instead")
        return tr(
            "it takes a picture and gives {count} numbers, so it is a classifier or an encoder, no generator",
            count=ends_in,
        )
    for before, after in pairwise(found.units):
        if not any(fits(a, b) for a in _readings(before, found) for b in _readings(after, found)):
            return tr(
                "its layers form no chain: {after} does not take what {before} gives",
                after=after.name,
                before=before.name,
            )
    return tr("its layers form no chain from a vector to a picture")


def distrusted(skeleton: Skeleton) -> Skeleton:
    """The same, whose statistics are no evidence."""
    links = tuple(
        _replaced(link, norms=tuple(replace(norm, trusted=False) for norm in link.norms)) for link in skeleton.links
    )
    return replace(skeleton, links=links)


def with_statistics(skeleton: Skeleton) -> int:
    """How many links there are up to the last that is followed by statistics."""
    places = [place for place, link in enumerate(skeleton.links) if any(norm.has_statistics for norm in link.norms)]
    return places[-1] + 1 if places else 0
