"""``evaluate``: how good the pictures of one model or several are, measured beside real ones."""

import argparse
import shlex
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gan.commands.choosing import Chooser, add_choosing, given_chooser
from gan.commands.facts import add_json, print_json, print_table
from gan.commands.options import (
    add_changes,
    add_data_dir,
    add_device,
    add_last,
    add_seed,
    draws_every_class,
    given_request,
    opened_model,
    output_path,
    require_writable,
    told_text,
    whole_number,
)
from gan.commands.progress import show_progress
from gan.commands.real_pictures import named_or_own
from gan.data.base import Progress
from gan.errors import UsageError
from gan.explore.latent import sample_z
from gan.files import write_whole
from gan.images import Picture
from gan.measure.evaluation import USUAL_COUNT, Evaluation, evaluate, evaluate_real
from gan.measure.measures import MEASURES, Material, Measure
from gan.measure.reference import FEWEST, Reference
from gan.measure.report import Curve, Measured, Report, report_html
from gan.measure.spaces import SPACES, seen, usual_space
from gan.measuring import RealPictures, as_labels, curves, drawn, drawn_classes, held_to
from gan.model.checkpoint import Checkpoint
from gan.model.classes import Classes, in_turn
from gan.program import COMMAND_LINE
from gan.request import RenderRequest
from gan.sources import ModelSource

if TYPE_CHECKING:
    from gan.render import Renderer


@dataclass(frozen=True, eq=False)
class Subject:
    """One of the models to measure, and what is asked of it; ``names`` are those of the classes that are drawn."""

    source: ModelSource
    checkpoint: Checkpoint
    request: RenderRequest
    names: tuple[str, ...]
    in_turn: bool
    chooser: Chooser | None

    @property
    def name(self) -> str:
        """For people, with its step and class."""
        chosen = "" if self.names else told_text(self.request)
        return f"{self.checkpoint.titled(self.source.name)}{chosen}"

    def classes(self, reference: Reference) -> Classes:
        """The number of the class that each picture shows, (N,): as often as in ``reference``, unless in turn."""
        count = len(self.request.z)
        if self.in_turn:
            return in_turn(range(len(self.names)), count)
        return drawn_classes(self.names, count, reference)

    def told(self, reference: Reference) -> Classes | None:
        """The label in ``reference`` that each picture was told to be of, (N,), where they share their classes."""
        names = self.names or tuple(filter(None, [self.request.class_name]))
        return as_labels(names, self.classes(reference), reference)


def add_parser(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add this command."""
    parser = commands.add_parser("evaluate", help="measure how good pictures are, of one model or several")
    parser.add_argument("models", metavar="MODEL", nargs="+", help="bundled names, files or run folders")
    add_last(parser)
    parser.add_argument("--data", help="the real pictures to hold them to (default: what the models learned from)")
    add_data_dir(parser)
    parser.add_argument(
        "--count",
        type=whole_number(FEWEST),
        default=USUAL_COUNT,
        help=f"pictures of each model (default: {USUAL_COUNT})",
    )
    parser.add_argument(
        "--space", choices=tuple(SPACES), help=f"the feature space. {_explained()} (default: by the pictures' colours)"
    )
    add_seed(parser)
    add_choosing(parser)
    add_changes(parser, in_turn=True, unless_given="all, each as often as among the real pictures")
    add_json(parser)
    parser.add_argument(
        "--report",
        type=output_path(".html"),
        metavar="FILE.html",
        help="also write everything as one page, with pictures and curves",
    )
    add_device(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> None:
    """Measure every model and real pictures, print the numbers side by side and write ``--report``."""
    if args.report is not None:
        require_writable(args.report)
    subjects = [_subject(args, model) for model in args.models]
    real_pictures = _real_pictures(args, subjects)
    space = SPACES[args.space] if args.space else usual_space(real_pictures.form.channels)
    with show_progress() as progress:
        reference = held_to(real_pictures, space, progress)
        found = list(_measured(args, subjects, reference, progress))
        real = evaluate_real(reference, args.count, seed=args.seed, progress=progress)
    evaluations = [each.evaluation for each in found]
    if args.report is not None:
        report = Report(tuple(found), real, reference, tuple(_curves(subjects)), _command_text(args))
        write_whole(args.report, report_html(report).encode())
    if args.json:
        print_json({"models": [each.to_dict() for each in evaluations], "real": real.to_dict(), "seed": args.seed})
        return
    _print(evaluations, real)
    if args.report is not None:
        print(f"wrote {args.report}")


def _explained() -> str:
    """What each space is, for the help."""
    return " ".join(f"{space.name}: {space.explanation}" for space in SPACES.values()).replace("%", "%%")


def _subject(args: argparse.Namespace, model: str) -> Subject:
    source, checkpoint = opened_model(model, last=args.last)
    config = checkpoint.config
    in_every = args.chosen_class is None or draws_every_class(args)
    z = sample_z(args.count, config.z_dim, args.seed, config.distribution)
    request = given_request(args, source.path, config, z)
    names = config.class_names if in_every else ()
    return Subject(source, checkpoint, request, names, draws_every_class(args), given_chooser(args, source, checkpoint))


def _real_pictures(args: argparse.Namespace, subjects: Sequence[Subject]) -> RealPictures:
    """Raises :class:`UsageError` if the models do not agree."""
    wanted = [named_or_own(args.data, each.source, each.checkpoint, args.data_dir) for each in subjects]
    places = sorted({data for data, _ in wanted})
    if len(places) > 1:
        raise UsageError(f"the models learned from {' and '.join(places)}; say with --data which to hold them to")
    shapes = {(form.image_size, form.channels) for _, form in wanted}
    if len(shapes) > 1:
        raise UsageError("the models make pictures of other sizes or colours; evaluate them one at a time")
    limits = {None if args.data or each.source.run is None else each.source.run.config.limit for each in subjects}
    return RealPictures(*wanted[0], limits.pop() if len(limits) == 1 else None, args.data_dir)


def _measured(
    args: argparse.Namespace, subjects: Sequence[Subject], reference: Reference, progress: Progress | None
) -> Iterator[Measured]:
    from gan.render import Renderer

    renderer = Renderer(args.device)
    for subject in subjects:
        pictures, told = seen(_drawn(renderer, subject, reference, progress)), subject.told(reference)
        found = evaluate(pictures, reference, name=subject.name, told=told, seed=args.seed, progress=progress)
        yield Measured(found, pictures)


def _drawn(renderer: "Renderer", subject: Subject, reference: Reference, progress: Progress | None) -> Picture:
    """(N, H, W, C)"""
    names, request = subject.names, subject.request
    classes = subject.classes(reference)
    if subject.chooser is not None:
        return subject.chooser.chosen(renderer, request, names, classes).pictures
    return drawn(renderer, request, names, classes, subject.name, progress)


def _curves(subjects: Sequence[Subject]) -> Iterator[Curve]:
    for subject in subjects:
        yield from curves(subject.name, subject.source.run)


def _command_text(args: argparse.Namespace) -> str:
    return f"{COMMAND_LINE} {shlex.join(sys.argv[1:])}"


def _print(evaluations: Sequence[Evaluation], real: Evaluation) -> None:
    first, everything = evaluations[0], [*evaluations, real]
    space = SPACES[first.space]
    print(f"{first.generated:,} pictures of each model, held to {first.training:,} pictures of {first.data}.")
    print(f"Real pictures are measured alike: {first.held_out_text}.")
    print("± is the interval that holds 95 of 100 draws of pictures.")
    for title, material in ((f"feature space {space.name}", Material.FEATURES), ("in pixels", Material.SAMPLES)):
        print()
        measures = [measure for measure in MEASURES.values() if measure.material is material]
        head = (title, *(each.name for each in everything), "")
        print_table(head, [_row(measure, everything) for measure in measures])
    if first.classes:
        print()
        _print_classes(evaluations)
    for warning in dict.fromkeys(warning for each in evaluations for warning in each.warnings):
        print(f"\nMind: {warning}.")


def _row(measure: Measure, everything: Sequence[Evaluation]) -> tuple[str, ...]:
    values = (measure.value_text(each.values[measure.name]) for each in everything)
    return (measure.title, *values, measure.better or "")


def _print_classes(evaluations: Sequence[Evaluation]) -> None:
    first = evaluations[0]
    accuracy = "" if first.class_accuracy is None else f", right for {first.class_accuracy:.0%} of real ones"
    print(f"Classes by the nearest training picture{accuracy}: share, precision, recall.")
    told = [each.name for each in evaluations if each.told]
    if told:
        print(f"Those of {' and '.join(told)} are what it was told to draw; in brackets, how many look so.")
    rows = [
        (kind.name, f"{kind.real:.1%}", *(_class_text(each, number) for each in evaluations))
        for number, kind in enumerate(first.classes)
    ]
    print_table(("class", "real", *(each.name for each in evaluations)), rows)


def _class_text(evaluation: Evaluation, number: int) -> str:
    kind = evaluation.classes[number]
    shares = ("  -  " if share is None else f"{share:.3f}" for share in (kind.precision, kind.recall))
    right = [] if kind.right is None else [f"({kind.right:.0%})"]
    return "  ".join([f"{kind.generated:5.1%}", *shares, *right])
