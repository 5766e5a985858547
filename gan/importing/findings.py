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
        return Finding("z", _latent_text(one.layout), "the first layer's shape; its distribution is a guess", runner_up)
    return Finding("z", _latent_text(one.layout), f"the first statistics: {_agreement(first.misfit)}", runner_up)


def _of_blocks(one: Candidate, others: Sequence[Candidate]) -> Iterator[Finding]:
    judged = with_statistics(one.skeleton)
    links = zip(one.layout.blocks, one.skeleton.links, one.ending.choices, strict=True)
    for number, (block, link, choice) in enumerate(links):
        alike = [other for other in others if number < len(other.layout.blocks)]
        runner_up = _first_other(_block_text(block), [_block_text(other.layout.blocks[number]) for other in alike])
        if choice.misfit is not None:
            evidence = f"its statistics: {_agreement(choice.misfit)}"
        elif number < judged:
            evidence = "the statistics of the layers behind it"
        elif judged:
            evidence = "the layers before it, and sides that pictures have"
        else:
            kept = any(norm.keeps_statistics for norm in link.norms)
            why = "statistics that do not belong to the weights" if kept else "no statistics in the file"
            evidence = f"{why}: what is usual, and how the pictures look"
        if number == judged - 1 and number + 1 < len(one.layout.blocks):
            evidence += "; its function as in the layers before"
        yield Finding(link.unit.name, _block_text(block), evidence, runner_up)


def _of_pictures(one: Candidate, others: Sequence[Candidate]) -> Finding:
    runner_up = _first_other(_picture_text(one.layout), [_picture_text(other.layout) for other in others])
    return Finding("picture", _picture_text(one.layout), "sides and tones that pictures have", runner_up)


def _first_other(chosen: str, others: Sequence[str]) -> str:
    return next((text for text in others if text != chosen), "")


def _agreement(misfit: float) -> str:
    """For people; misfits are relative, and files agree to a few hundredths with themselves."""
    words = ((0.12, "agree"), (0.4, "agree roughly"), (USELESS, "hardly agree"))
    word = next((word for limit, word in words if misfit < limit), "differ")
    return f"{word} ({misfit:.2f})"


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
    scaled = layout.pixels.scale == (1.0,)
    return f"{channels} × {height} × {width}, {part_text(last)}, drawn in {'[-1, 1]' if scaled else '[0, 1]'}"
