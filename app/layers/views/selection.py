"""Which layer a person means who names only a block, and which parts of a block there are to choose from."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.layers.views.wording import part_title
from gan.layers.catalogue import find_layer, part_kind
from gan.model.architecture import Architecture
from gan.model.blocks import BlockSpec
from gan.words import tr


@dataclass(frozen=True)
class Offer:
    """A part by its ``name``; ``tip`` says what it is, or that the block has none."""

    name: str
    title: str
    tip: str
    is_there: bool


def layer_in(config: Architecture, block: str, part: str) -> str:
    """The layer ``part`` of ``block``, or its last one if the block has no such part."""
    spec = config.find_block(block)
    wanted = f"{block}.{part}"
    return wanted if wanted in spec.layer_names else spec.output_name


def offered_parts(config: Architecture, block: str) -> list[Offer]:
    """The parts of ``block`` in their order, beside those that fuller blocks of its kind have.

    So blocks that only lack something offer the same, in the same places.
    """
    spec = config.find_block(block)
    alike = [other for other in config.blocks if _goes_through(spec.part_names, other.part_names)]
    fullest = max(alike, key=lambda other: len(other.parts))
    return [_offer(config, spec, fullest, name) for name in fullest.part_names]


def _offer(config: Architecture, spec: BlockSpec, fullest: BlockSpec, name: str) -> Offer:
    if name in spec.part_names:
        layer = find_layer(config, f"{spec.name}.{name}")
        return Offer(name, part_title(spec, name), tr("After: {explanation}", explanation=layer.explanation), True)
    which = tr("The last") if spec.is_last else tr("This")
    missing = part_kind(fullest.parts[fullest.part_names.index(name)])
    return Offer(
        name, part_title(fullest, name), tr("{which} block has no {missing}", which=which, missing=missing), False
    )


def _goes_through(fewer: Sequence[str], more: Sequence[str]) -> bool:
    """Whether ``fewer`` are among ``more``, in the same order."""
    rest = iter(more)
    return all(name in rest for name in fewer)
