"""What was found in a file that others made, in words."""

from collections.abc import Sequence

from gan.commands.describing import growth_text, pictures_text, shape_text
from gan.commands.facts import table_lines
from gan.importing.opening import Finding, Import
from gan.importing.wording import printable

_HEAD = ("layer in the file", "what it is", "evidence", "runner-up")


def report_lines(findings: Sequence[Finding]) -> list[str]:
    """A table with a line for each layer; none where nothing was written down."""
    rows = [tuple(map(printable, (one.layer, one.chosen, one.evidence, one.runner_up))) for one in findings]
    return table_lines([_HEAD, *rows]) if rows else []


def statistics_texts(useless: bool) -> dict[str, str]:
    """A warning where BatchNorm statistics do not belong to the weights."""
    advice = "those in the file do not belong to its weights; draw with --batch-norm 64"
    return {"statistics": advice} if useless else {}


def discriminator_texts(found: Import) -> dict[str, str]:
    """Which discriminator is joined, or why one that is there is not."""
    if found.discriminator is None:
        return {"discriminator": f"not joined, {found.no_discriminator}"} if found.no_discriminator else {}
    shapes = [found.discriminator.layout.picture_shape, *(block.shape for block in found.discriminator.layout.blocks)]
    assumed = ", leaky ReLUs of slope 0.2 assumed" if found.discriminator.is_assumed else ""
    return {"discriminator": f"{found.discriminator.origin}, {' -> '.join(map(shape_text, shapes))}{assumed}"}


def read_text(found: Import) -> str:
    """In a few words what the likeliest reading is, and how to see others where it is open."""
    layout = found.readings[0].layout
    text = f"{growth_text(layout)}, {pictures_text(layout)}"
    if not found.is_open:
        return text
    return f"{text}; {len(found.choices)} readings are about as likely, and the command import lists them"
