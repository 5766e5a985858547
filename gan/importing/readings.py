"""What a stranger's file was found to hold: one or several readings of it, each a whole generator."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gan.importing.discriminators import FoundDiscriminator
from gan.model.layout import Layout
from gan.words import Relayed, Said, Wording

OPEN, OPEN_UNJUDGED = 0.05, 0.3
"""Where a runner-up costs so little more, the choice is left to the person: with statistics, and without any."""


@dataclass(frozen=True)
class Assumptions:
    """What a person says instead of leaving it to the evidence.

    ``layers`` are (stride, padding) or (stride, padding, output padding) by the layer's name in the file or our
    block's name, ``activation`` is that of the hidden layers and ``size`` the pictures' side in pixels.
    """

    layers: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    activation: str | None = None
    size: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said."""
        return not self.layers and self.activation is None and self.size is None


@dataclass(frozen=True)
class Finding:
    """What was worked out of one layer, ``layer`` being its name in the file.

    ``evidence`` says what speaks for ``chosen``, ``runner_up`` what came next (empty if nothing else was possible).
    """

    layer: str
    chosen: str
    evidence: str
    runner_up: str = ""

    def to_json(self) -> dict[str, Any]:
        """As a file keeps it: in English, and what it takes to say it in another language."""
        said = {name: text.wording.to_json() for name, text in vars(self).items() if isinstance(text, Said)}
        return {**vars(self), "wordings": said}


@dataclass(frozen=True)
class KeptFinding(Finding):
    """The same as a file has it; older files know no ``wordings``."""

    wordings: dict[str, Wording] = field(default_factory=dict)

    @property
    def said(self) -> Finding:
        """In the language that is spoken."""
        texts = {each.name: getattr(self, each.name) for each in dataclasses.fields(Finding)}
        known = {name: Relayed.by(wording) for name, wording in self.wordings.items() if name in texts}
        return Finding(**texts | known)


@dataclass(frozen=True, eq=False)
class Reading:
    """One way to read the file: a whole generator. ``cost`` is lower for likelier ones.

    ``differs`` says in a few words what tells it from the likeliest. ``useless_statistics``: the BatchNorm statistics
    in the file do not belong to these weights, so that only a batch's own give pictures. ``judged``: there are
    statistics that speak for it.
    """

    layout: Layout
    weights: Mapping[str, Any]
    cost: float
    findings: tuple[Finding, ...]
    differs: str = ""
    useless_statistics: bool = False
    judged: bool = True


@dataclass(frozen=True, eq=False)
class Import:
    """What a file was found to be, the likeliest reading first; the others roughly by how likely they are."""

    path: Path
    kind: str
    sha256: str
    network: str
    """Where in the file the weights lie; empty for the whole file."""
    readings: tuple[Reading, ...]
    discriminator: FoundDiscriminator | None = None
    """That which lies in the file or beside it, for the pictures of the likeliest reading."""
    no_discriminator: str = ""
    """Why one that is there is not joined."""

    @property
    def is_open(self) -> bool:
        """Whether the evidence leaves more than one reading."""
        return len(self.choices) > 1

    @property
    def choices(self) -> tuple[Reading, ...]:
        """The readings that a person may choose from: those that are about as likely as the first."""
        first = self.readings[0]
        most = first.cost + (OPEN if first.judged else OPEN_UNJUDGED)
        return tuple(reading for reading in self.readings if reading.cost <= most)
