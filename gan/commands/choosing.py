"""``--choose`` and what goes with it: the discriminator turns some of the pictures away."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gan.commands.options import number, output_path, require_writable
from gan.commands.progress import show_progress
from gan.commands.real_pictures import named_or_own
from gan.data.base import Progress
from gan.data.imagesets import ImageSet, Wanted, new_pictures
from gan.each_class import of_each_class
from gan.errors import UsageError
from gan.explore.acceptance import SMALLEST_SHARE, USUAL_SHARE, Basis, Scores
from gan.explore.choosing import SURVEYED, Choice, Judged, Report, Space, basis_of, choose, joined, survey, survey_size
from gan.formats import Content, suffixes, write
from gan.images import Picture, grid
from gan.layers.opinion import Judge
from gan.model.checkpoint import Checkpoint
from gan.model.classes import Classes
from gan.request import RenderRequest
from gan.sources import ModelSource

if TYPE_CHECKING:
    from gan.render import Renderer

REAL_READ = 60_000
_OWN = ""
"""What ``--calibrate`` is without pictures: those that the model has learned from."""


def add_choosing(parser: argparse.ArgumentParser) -> None:
    """``--choose`` and ``--calibrate``, for commands with or without ``--rejected`` and ``--z``."""
    parser.set_defaults(rejected=None, z=None)
    parser.add_argument(
        "--choose",
        type=number(SMALLEST_SHARE, 1),
        metavar="SHARE",
        help=f"let the discriminator choose: about so many of the pictures that are drawn are kept, such as "
        f"{USUAL_SHARE}, by rejection sampling",
    )
    parser.add_argument(
        "--calibrate",
        nargs="?",
        const=_OWN,
        metavar="DATA",
        help="compare the discriminator's scores with those of real pictures (default: like those that the model has "
        "learned from, new ones if there are any)",
    )


def add_rejected(parser: argparse.ArgumentParser) -> None:
    """``--rejected``."""
    parser.add_argument(
        "--rejected",
        type=output_path(*suffixes(Content.PICTURE)),
        metavar="FILE",
        help="also write a .png grid of what it turned away, the worst first and at most --count",
    )


@dataclass(frozen=True)
class Chooser:
    """Chooses pictures of the generator of ``source`` as the options in ``args`` say."""

    args: argparse.Namespace
    source: ModelSource
    checkpoint: Checkpoint
    judge: Judge

    def chosen(self, renderer: "Renderer", request: RenderRequest, names: Sequence[str], classes: Classes) -> "Chosen":
        """As many pictures as ``request`` has points, whatever those are, of ``classes`` with ``names``, if any.

        Raises :class:`gan.errors.LatentariumError`.
        """
        found: list[Choice] = []

        def draw(one: RenderRequest) -> Picture:
            found.append(self._choice(renderer, one, real, bar))
            return found[-1].kept.pictures

        with show_progress() as bar:
            real = None if self.args.calibrate is None else self._real(bar)
            pictures = of_each_class(draw, request, names, classes)
        rejected = joined([choice.rejected for choice in found]).worst_first().first(self.args.count)
        return Chosen(pictures, rejected, sum(choice.drawn for choice in found), self._basis, real.note if real else "")

    def _choice(
        self, renderer: "Renderer", request: RenderRequest, real: ImageSet | None, bar: Progress | None
    ) -> Choice:
        """As many points are turned away as pictures are wanted, at most."""
        config, count = self.checkpoint.config, len(request.z)
        space, judging = Space(config.z_dim, config.distribution), renderer.judging(request, self.judge)
        found = survey(
            judging,
            space,
            is_ratio=self.source.scores_are_ratios,
            of_real=None if real is None else self._of_real(renderer, request, real),
            count=survey_size(config.picture_shape),
            report=_told(bar, "judging random points"),
        )
        share, seed, shown = self.args.choose, self.args.seed, self.args.count
        return choose(judging, space, found, share, seed, count, shown=shown, report=_told(bar, "choosing"))

    @property
    def _basis(self) -> Basis:
        return basis_of(is_ratio=self.source.scores_are_ratios, compared=self.args.calibrate is not None)

    def _real(self, bar: Progress | None) -> ImageSet:
        data, form = named_or_own(self.args.calibrate, self.source, self.checkpoint, self.args.data_dir, "--calibrate")
        return new_pictures(data, form, Wanted(self.args.data_dir, REAL_READ, bar))

    def _of_real(self, renderer: "Renderer", request: RenderRequest, real: ImageSet) -> Scores:
        """Of as many as random points are judged, from all over the set, or over the class that ``request`` draws."""
        alike = real.like(request.class_name).spread(SURVEYED).images.transpose(0, 2, 3, 1)
        return renderer.scores(alike, self.judge, request.chosen_class)


def given_chooser(args: argparse.Namespace, source: ModelSource, checkpoint: Checkpoint) -> Chooser | None:
    """None without ``--choose``. Raises :class:`UsageError` for options that do not go together, or with no judge."""
    if args.choose is None:
        alone = [name for name in ("rejected", "calibrate") if getattr(args, name) is not None]
        if alone:
            raise UsageError(f"--{alone[0]} goes with --choose SHARE")
        return None
    if args.z is not None:
        raise UsageError("--choose draws random points; leave out --z, or --choose")
    if args.rejected is not None:
        require_writable(args.rejected)
    return Chooser(args, source, checkpoint, source.judge)


@dataclass(frozen=True, eq=False)
class Chosen:
    """``pictures`` (N, H, W, C) that were kept of so many ``drawn``, the worst that were not, and what decided.

    ``note`` is that of the real pictures they were compared with.
    """

    pictures: Picture
    rejected: Judged
    drawn: int
    basis: Basis
    note: str = ""

    @property
    def short_text(self) -> str:
        """Goes on what drew the pictures: ``, 25% chosen by its discriminator``."""
        return f", {len(self.pictures) / self.drawn:.0%} chosen by its discriminator"

    @property
    def text(self) -> str:
        """How many were drawn, kept and turned away, and by what, for people."""
        kept = len(self.pictures)
        counts = f"of {self.drawn:,} drawn the discriminator kept {kept:,} ({kept / self.drawn:.0%})"
        return f"{counts} and turned away {self.drawn - kept:,}. {self.basis.explanation}{_minded(self.note)}"

    def write_rejected(self, path: Path, request: RenderRequest) -> None:
        """A grid, whose comment has the scores. Raises :class:`gan.files.FileError`."""
        scores = " ".join(f"{score:.2f}" for score in self.rejected.scores)
        comment = f"{request.network_text}, turned away by its discriminator with scores {scores}"
        write(path, Content.PICTURE, grid(self.rejected.pictures), comment=comment)


def _minded(note: str) -> str:
    return f" Mind: {note}." if note else ""


def _told(bar: Progress | None, title: str) -> Report | None:
    return None if bar is None else lambda done, total: bar(title, done, total)
