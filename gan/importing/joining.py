"""Which discriminator belongs to a generator, and what it says of the generator's pictures."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from gan.errors import LatentariumError
from gan.importing.beside import discriminators_beside
from gan.importing.discriminators import FoundDiscriminator, work_out
from gan.importing.naming import DISCRIMINATOR
from gan.importing.priors import SIDES
from gan.importing.reading import read_weights_file
from gan.importing.readings import OPEN, Import, Reading
from gan.importing.skeleton import ShapeError
from gan.importing.state_dicts import StateDict, find_state_dicts
from gan.model.part_specs import Shape

AGREES = 0.3
"""How much it speaks for a size of pictures that a usual discriminator takes it."""
UNCOMMON = 0.05
"""What another discriminator costs."""

Judge = tuple[str, StateDict]
"""Where a network that may be a discriminator lies, and the network."""


def judged_size(found: Import, judges: Sequence[Judge]) -> int | None:
    """The one usual size of pictures that the first of ``judges`` takes that takes only one."""
    channels = found.readings[0].layout.channels
    for _, network in judges:
        sizes = [size for size in SIDES if _takes(network, (channels, size, size))]
        if len(sizes) == 1:
            return sizes[0]
    return None


def _takes(network: StateDict, picture: Shape) -> bool:
    try:
        return work_out(network, picture).is_common
    except ShapeError:
        return False


def with_discriminator(found: Import, judges: Sequence[Judge]) -> Import:
    """``found`` with the first discriminator among ``judges`` that fits its pictures.

    As a discriminator takes pictures of one size, only readings of that size are left.
    """
    why = ""
    for origin, network in judges:
        joined: list[tuple[float, FoundDiscriminator]] = []
        for reading in _one_of_each_shape(found.readings):
            try:
                judge = work_out(network, reading.layout.picture_shape)
            except ShapeError as error:
                why = why or f"{origin}: {error}"
            else:
                if reading.cost <= found.readings[0].cost + (AGREES if judge.is_common else OPEN):
                    joined.append(_joining(judge, reading))
        if joined:
            _, judge = min(joined, key=lambda pair: pair[0])
            return _joined(found, replace(judge, origin=origin))
    return replace(found, no_discriminator=why)


def _one_of_each_shape(readings: Sequence[Reading]) -> list[Reading]:
    """The likeliest reading for each shape of pictures."""
    return list({one.layout.picture_shape: one for one in reversed(readings)}.values())[::-1]


def _joining(judge: FoundDiscriminator, reading: Reading) -> tuple[float, FoundDiscriminator]:
    """What it costs that ``judge`` belongs to ``reading``, and ``judge`` with all that the pictures say of it."""
    from gan.importing.slopes import with_likeliest_slopes

    judge, misfit = judge.seeing(reading.layout.pixels), 0.0
    if not reading.useless_statistics:
        judge, misfit = with_likeliest_slopes(judge, reading.layout, reading.weights)
    return reading.cost + misfit + (0.0 if judge.is_common else UNCOMMON), judge


def _joined(found: Import, judge: FoundDiscriminator) -> Import:
    first, *rest = [one for one in found.readings if one.layout.picture_shape == judge.layout.picture_shape]
    return replace(found, readings=(replace(first, differs=""), *rest), discriminator=judge)


def possible_discriminators(path: Path, others: Sequence[StateDict]) -> Iterator[Judge]:
    """Networks that may be discriminators, each with where it lies."""
    yield from ((network.name, network) for network in others if network.role == DISCRIMINATOR)
    for beside in discriminators_beside(path):
        with suppress(LatentariumError):
            yield from ((beside.name, network) for network in find_state_dicts(read_weights_file(beside)))
