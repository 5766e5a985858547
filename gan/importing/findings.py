"""What is said of a hypothesis: each layer, what it was found to be, what speaks for it, and what came next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from gan.importing.endings import Ending
from gan.importing.evidence import USELESS
from gan.importing.readings import Finding
from gan.importing.skeleton import Skeleton, with_statistics
from gan.layers.catalogue import part_text
from gan.model.architecture import Condition, Distribution, Join
from gan.model.blocks import BlockSpec
from gan.model.layout import Layout
from gan.words import joined, marked, tr

AGREES = 0.2
"""A misfit below that is one of the truth, or close to it."""
_AGREEMENTS = (
    (0.12, marked("agree ({misfit:.2f})")),
    (0.4, marked("agree roughly ({misfit:.2f})")),
    (USELESS, marked("hardly agree ({misfit:.2f})")),
)
"""Up to which misfit statistics are said to do so."""
_DIFFER = marked("differ ({misfit:.2f})")
_JOINS = {
    Join.CONCATENATED: marked("joined to z"),
    Join.ADDED: marked("added to z"),
    Join.MULTIPLIED: marked("multiplied with z"),
}


@dataclass(frozen=True, eq=False)
class Candidate:
    """A generator that the weights may be, and what that hypothesis costs: less is likelier."""

    layout: Layout
    cost: float
    ending: Ending
    skeleton: Skeleton


def findings(one: Candidate, all_of_them: Sequence[Candidate]) -> tuple[Finding, ...]:
    """Of the latent vector, of each layer, and of the pictures."""
    others = [other for other in all_of_them if other is not one]
    return (_of_latent(one, others), *_of_blocks(one, others), _of_pictures(one, others))


def has_useless_statistics(one: Candidate) -> bool:
    """Whether what BatchNorm remembers does not come from these weights."""
    norms = [norm for link in one.skeleton.links for norm in link.norms if norm.keeps_statistics]
    misfits = [choice.misfit for choice in one.ending.choices if choice.misfit is not None]
    return any(not norm.trusted for norm in norms) or max(misfits, default=0.0) > USELESS


def agrees(one: Candidate) -> bool:
    """Whether all statistics speak for it, so that another arrangement of the layers need not be looked for."""
    misfits = [choice.misfit for choice in one.ending.choices if choice.misfit is not None]
    return bool(misfits) and max(misfits) < AGREES


def difference(one: Candidate, best: Candidate) -> str:
    """In what ``one`` differs from ``best``, in a few words; layers have their names in the file."""
    names = [link.unit.name for link in one.skeleton.links]
    return joined(_differences(one.layout, best.layout, names), marked("{one}; {other}")) or tr("drawn alike")


def _differences(layout: Layout, best: Layout, names: Sequence[str]) -> Iterator[str]:
    if layout.picture_shape != best.picture_shape:
        yield tr("{size} pixels", size=layout.picture_size.text)
    if _latent_text(layout) != _latent_text(best):
        yield _latent_text(layout)
    for name, ours, its in zip_longest(names, layout.blocks, best.blocks):
        if ours is not None and (its is None or ours.parts != its.parts):
            yield tr("{size}: {told}", size=name, told=joined(_new_parts(ours, its)) or _block_text(ours))


def _new_parts(ours: BlockSpec, its: BlockSpec | None) -> list[str]:
    known = () if its is None else its.parts
    return [part_text(part) for part in ours.parts if part not in known]


def _of_latent(one: Candidate, others: Sequence[Candidate]) -> Finding:
    first = one.ending.choices[0]
    runner_up = _first_other(_latent_text(one.layout), [_latent_text(other.layout) for other in others])
    if first.misfit is None:
        evidence = tr("the first layer's shape; its distribution is a guess")
    else:
        evidence = tr("the first statistics: {agreement}", agreement=_agreement(first.misfit))
    return Finding("z", _latent_text(one.layout), evidence, runner_up)


def _of_blocks(one: Candidate, others: Sequence[Candidate]) -> Iterator[Finding]:
    judged = with_statistics(one.skeleton)
    links = zip(one.layout.blocks, one.skeleton.links, one.ending.choices, strict=True)
    for number, (block, link, choice) in enumerate(links):
        alike = [other for other in others if number < len(other.layout.blocks)]
        runner_up = _first_other(_block_text(block), [_block_text(other.layout.blocks[number]) for other in alike])
        if choice.misfit is not None:
            evidence = tr("its statistics: {agreement}", agreement=_agreement(choice.misfit))
        elif number < judged:
            evidence = tr("the statistics of the layers behind it")
        elif judged:
            evidence = tr("the layers before it, and sides that pictures have")
        elif any(norm.keeps_statistics for norm in link.norms):
            evidence = tr(
                "statistics that do not belong to the weights: what is usual, and how the pictures look",
            )
        else:
            evidence = tr("no statistics in the file: what is usual, and how the pictures look")
        if number == judged - 1 and number + 1 < len(one.layout.blocks):
            evidence = joined((evidence, tr("its function as in the layers before")), marked("{one}; {other}"))
        yield Finding(link.unit.name, _block_text(block), evidence, runner_up)


def _of_pictures(one: Candidate, others: Sequence[Candidate]) -> Finding:
    runner_up = _first_other(_picture_text(one.layout), [_picture_text(other.layout) for other in others])
    evidence = tr("sides and tones that pictures have")
    return Finding(tr("picture"), _picture_text(one.layout), evidence, runner_up)


def _first_other(chosen: str, others: Sequence[str]) -> str:
    return next((text for text in others if text != chosen), "")


def _agreement(misfit: float) -> str:
    """For people; misfits are relative, and files agree to a few hundredths with themselves."""
    return tr(next((words for limit, words in _AGREEMENTS if misfit < limit), _DIFFER), misfit=misfit)


def _block_text(block: BlockSpec) -> str:
    return joined(part_text(part) for part in block.parts)


def _latent_text(layout: Layout) -> str:
    drawn = "N(0, 1)" if layout.distribution is Distribution.NORMAL else tr("even between -1 and 1")
    text = tr("{count} numbers, {drawn}", count=layout.z_dim, drawn=drawn)
    if layout.condition is None:
        return text
    return tr("{one}; {other}", one=text, other=_class_text(layout.condition))


def _class_text(condition: Condition) -> str:
    vector = tr("a row of {width}", width=condition.width) if condition.embedded else tr("1 of its own")
    told = (
        marked("{classes} classes, each {vector} {joined} before it")
        if condition.first
        else marked("{classes} classes, each {vector} {joined}")
    )
    return tr(told, classes=condition.classes, vector=vector, joined=tr(_JOINS[condition.join]))


def _picture_text(layout: Layout) -> str:
    channels, height, width = layout.picture_shape
    last = layout.blocks[-1].parts[-1]
    return tr(
        "{channels} × {height} × {width}, {part}, drawn in {range}",
        channels=channels,
        height=height,
        width=width,
        part=part_text(last),
        range="[-1, 1]" if layout.pixels.scale == (1.0,) else "[0, 1]",
    )
