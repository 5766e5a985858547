"""``directions``: find directions that mean something, show what they do, score them against known factors."""

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from gan.commands.facts import print_table
from gan.commands.options import (
    add_class,
    add_data_dir,
    add_device,
    add_model,
    add_seed,
    class_request,
    given_model,
    output_path,
    require_writable,
    told_text,
    whole_number,
)
from gan.commands.progress import show_progress
from gan.commands.real_pictures import named_or_own
from gan.data.base import ImageSet
from gan.data.imagesets import Wanted, load_imageset
from gan.errors import UsageError
from gan.explore.directions import SUFFIX, Directions, save_directions
from gan.explore.latent import Latent, deviation, sample_z
from gan.explore.methods import METHODS
from gan.images import Picture, grid, on_white, save_png
from gan.model.architecture import Distribution
from gan.model.checkpoint import Checkpoint
from gan.request import RenderRequest
from gan.sources import ModelSource

if TYPE_CHECKING:
    from gan.measure.direction_scores import DirectionScores
    from gan.measure.factors import Accuracy
    from gan.render import Renderer

DEFAULT_COUNT = 10
STRIP_POSITIONS = np.linspace(-3, 3, 7).astype(np.float32)
LABELS_READ = 20_000
NOTEWORTHY = 0.8
USUAL = next(iter(METHODS))


def add_parser(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add this command."""
    parser = commands.add_parser("directions", help="find directions of z that mean something, and score them")
    add_model(parser)
    parser.add_argument(
        "--method",
        choices=tuple(METHODS),
        help=f"{_explained()} (default: {USUAL}; with --score and without --out, all)",
    )
    parser.add_argument(
        "--out", type=output_path(SUFFIX), help="directions; a strip of pictures is written beside it as .png"
    )
    parser.add_argument(
        "--count",
        type=whole_number(1),
        default=DEFAULT_COUNT,
        help=f"how many directions (default: {DEFAULT_COUNT})",
    )
    add_seed(parser)
    parser.add_argument("--score", action="store_true", help="print how known factors or classes follow directions")
    parser.add_argument("--data", help="the pictures to learn factors or classes from (default: the model's own)")
    add_data_dir(parser)
    add_class(parser)
    add_device(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> None:
    """Write ``--out`` and its strip, print the scores, or both."""
    if args.out is None and not args.score:
        raise UsageError("say what to do with the directions: --out FILE.npz, --score, or both")
    source, checkpoint = given_model(args)
    config = checkpoint.config
    point = sample_z(1, config.z_dim, args.seed, config.distribution)
    request = class_request(args, source.path, config, point)
    for path in (args.out, args.out.with_suffix(".png")) if args.out else ():
        require_writable(path)
    images = _scored_images(args, source, checkpoint) if args.score else None
    from gan.render import Renderer

    renderer = Renderer(args.device)
    every = args.method is None and args.out is None
    found = [
        _find(renderer, request, method, args.count, checkpoint.titled(source.name))
        for method in (METHODS if every else [args.method or USUAL])
    ]
    if args.out is not None:
        save_directions(args.out, found[0])
        save_png(args.out.with_suffix(".png"), strip(renderer, request, found[0], config.distribution))
        named = f"{source.name}{told_text(request)}"
        print(f"wrote {args.out}: {len(found[0])} directions of {named} ({found[0].method}), and a strip")
    if images is not None:
        _score(renderer, request, found, images, args)


def strip(
    renderer: "Renderer",
    request: RenderRequest,
    directions: Directions,
    distribution: Distribution = Distribution.NORMAL,
) -> Picture:
    """One row of pictures for each direction: the z of ``request`` at -3 to 3 standard deviations along it."""
    positions = np.float32(deviation(distribution)) * STRIP_POSITIONS
    walks = np.concatenate([directions.walk(request.z[0], index, positions) for index in range(len(directions))])
    return grid(renderer.render(replace(request, z=walks)).images, columns=len(STRIP_POSITIONS))


def _explained() -> str:
    """What each method does, for the help."""
    return " ".join(f"{method.name}: {method.explanation}" for method in METHODS.values()).replace("%", "%%")


def _find(renderer: "Renderer", request: RenderRequest, method: str, count: int, title: str) -> Directions:
    from gan.explore.discovery import find_directions
    from gan.layers.altering import drawing_class

    generator = renderer.generator(request.model)
    with drawing_class(generator, request.chosen_class):
        return find_directions(generator, method, count, model=title)


def _scored_images(args: argparse.Namespace, source: ModelSource, checkpoint: Checkpoint) -> ImageSet:
    data, form = named_or_own(args.data, source, checkpoint, args.data_dir)
    with show_progress() as progress:
        return load_imageset(data, form, Wanted(args.data_dir, LABELS_READ, progress))


def _score(
    renderer: "Renderer", request: RenderRequest, found: list[Directions], images: ImageSet, args: argparse.Namespace
) -> None:
    from gan.measure.direction_scores import score_directions
    from gan.measure.factors import train_reader

    def render(z: Latent) -> Picture:
        return on_white(renderer.render(replace(request, z=z)).images)

    distribution = renderer.generator(request.model).config.distribution
    with show_progress() as progress:
        reader, accuracy = train_reader(images, args.seed, progress)
        scores = [
            score_directions(
                each, reader.factors.names, render, reader.read, distribution, seed=args.seed, report=progress
            )
            for each in found
        ]
    _print_scores(images, scores, accuracy)


def _print_scores(images: ImageSet, scores: "list[DirectionScores]", accuracy: "Accuracy") -> None:
    print(f"How the factors of {images.name} follow directions: rank correlation along walks, and change over a walk.")
    print(f"The most probable class is read rightly off {accuracy.classes:.0%} of real pictures that are new to it.")
    head = ("factor", "read with", "direction", "correlation", "change", "")
    print_table(head, [_row(scores, index, accuracy) for index in range(len(scores[0].factors))])
    reached = sum(abs(_best(scores, index)[2]) > NOTEWORTHY for index in range(len(scores[0].factors)))
    print(f"{reached} of {len(scores[0].factors)} are followed with a rank correlation above {NOTEWORTHY}.")
    if images.note:
        print(f"Mind: {images.note}.")


def _row(scores: "list[DirectionScores]", factor: int, accuracy: "Accuracy") -> tuple[str, ...]:
    name = scores[0].factors[factor]
    direction, change, correlation = _best(scores, factor)
    read_with = f"{accuracy.numbers[name]:.2f}" if name in accuracy.numbers else ""
    mark = "*" if abs(correlation) > NOTEWORTHY else ""
    return name, read_with, direction, f"{correlation:+.2f}", f"{change:+.0%}", mark


def _best(scores: "list[DirectionScores]", factor: int) -> tuple[str, float, float]:
    """Name, change and correlation of the direction that ``factor`` follows most faithfully."""
    best = max(scores, key=lambda each: abs(each.correlations[each.best(factor), factor]))
    index = best.best(factor)
    return best.directions[index], float(best.changes[index, factor]), float(best.correlations[index, factor])
