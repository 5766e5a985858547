"""Which generator of the other kind stands beside the open one."""

from contextlib import suppress

from gan.errors import LatentariumError
from gan.layers.brushes import Brushes, Reach, painting, painting_block
from gan.model.architecture import Architecture
from gan.model.checkpoint import read_checkpoint, read_tensor
from gan.model.kinds import KINDS
from gan.model.part_specs import Linear
from gan.sources import ModelSource, bundled_models, find_model, newest_of
from gan.train.run import Run
from gan.train.twins import pair_of
from gan.words import tr

Found = tuple[str, Brushes]
"""A generator's name, and how it paints."""


def reach_of(config: Architecture) -> Reach | None:
    """How far a stroke of its last layer goes; None where that layer has no such weights."""
    block = painting_block(config)
    if block is None:
        return None
    return Reach.PICTURE if isinstance(block.operation, Linear) else Reach.KERNEL


def brushes_of(source: ModelSource) -> Brushes:
    """How the generator paints. Raises :class:`LatentariumError`, also where :func:`reach_of` is None."""
    config = read_checkpoint(source.path).config
    block = painting_block(config)
    if block is None:
        raise LatentariumError(tr("the last layer of {source} has no weights that paint", source=source.name))
    return painting(block, read_tensor(source.path, f"{block.operation_name}.weight"))


def side_by_side(source: ModelSource) -> dict[Reach, Found]:
    """The generator of ``source`` and, if there is one at hand, one of the other kind.

    That is its twin, if it was trained beside one, or else one that comes with the program.
    """
    own = brushes_of(source)
    found = {own.reach: (source.name, own)}
    for partner in _partners(source):
        with suppress(LatentariumError):
            brushes = brushes_of(partner)
            if brushes.reach not in found:
                return found | {brushes.reach: (partner.name, brushes)}
    return found


def _partners(source: ModelSource) -> list[ModelSource]:
    pair = None if source.run is None else pair_of(source.run)
    partners = []
    for kind in KINDS if pair is not None and source.run is not None else ():
        with suppress(LatentariumError):
            assert pair is not None
            partners.append(newest_of(Run.open(pair / kind), KINDS[kind].title))
    for name in bundled_models():
        with suppress(LatentariumError):
            partners.append(find_model(name))
    return partners
