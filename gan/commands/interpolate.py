"""``interpolate``: a film or a strip of pictures on the way from one random point to others, or a grid between four."""

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from gan.commands.options import (
    add_changes,
    add_device,
    add_film_look,
    add_model,
    given_model,
    given_request,
    number,
    output_path,
    require_writable,
    seed,
    told_text,
    whole_number,
)
from gan.commands.progress import show_progress, shown
from gan.errors import UsageError
from gan.explore.latent import Latent, Mode, sample_z
from gan.explore.paths import LONGEST, SHORTEST, Easing, Keyframe, LatentPath, corner_grid
from gan.export import check_speed, enlarged
from gan.filming import PICTURE, Camera, shown_text
from gan.formats import Content, Format, format_of, suffixes, write
from gan.images import Picture, grid
from gan.measure.measures import Material, measures_of
from gan.measure.path_length import measured
from gan.model.architecture import Architecture
from gan.records import function_at
from gan.request import RenderRequest
from gan.timeline import pictures_of

DEFAULT_FRAMES = 60
LARGEST_GRID = 64


def add_parser(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add this command."""
    parser = commands.add_parser("interpolate", help="make a film or a strip between random points")
    add_model(parser)
    parser.add_argument(
        "--seeds",
        type=seed_list,
        required=True,
        help="at least two seeds such as 1,2,3; the first z of each is a stop on the way",
    )
    parser.add_argument(
        "--frames",
        type=whole_number(2),
        default=DEFAULT_FRAMES,
        help=f"pictures from the first stop to the last (default: {DEFAULT_FRAMES})",
    )
    parser.add_argument(
        "--mode",
        choices=tuple(map(str, Mode)),
        default=str(Mode.SLERP),
        help="along great circles or straight lines (default: slerp)",
    )
    parser.add_argument(
        "--easing",
        choices=tuple(map(str, Easing)),
        default=str(Easing.LINEAR),
        help="how the speed changes between two stops (default: linear)",
    )
    parser.add_argument("--loop", action="store_true", help="go on from the last stop to the first")
    parser.add_argument(
        "--durations",
        type=duration_list,
        help="how long the way from each stop to the next takes, such as 1,2,0.5, in proportion (default: all equal)",
    )
    parser.add_argument(
        "--grid",
        type=whole_number(2, LARGEST_GRID),
        metavar="N",
        help="instead of a way: a .png of N by N pictures between four seeds in its corners",
    )
    add_film_look(parser)
    parser.add_argument(
        "--out",
        type=output_path(*suffixes(Content.FILM, Content.PICTURE)),
        required=True,
        help="a film, or a .png strip of all frames",
    )
    add_changes(parser)
    add_device(parser)
    parser.set_defaults(run=run)


def seed_list(text: str) -> tuple[int, ...]:
    """An argparse type: at least two whole numbers, separated by commas."""
    seeds = tuple(map(seed, text.split(",")))
    if len(seeds) < 2:
        raise argparse.ArgumentTypeError(f"{text!r} is one seed, but a way needs at least two, such as 1,2")
    return seeds


def duration_list(text: str) -> tuple[float, ...]:
    """An argparse type: numbers of seconds, separated by commas."""
    return tuple(map(number(SHORTEST, LONGEST), text.split(",")))


def run(args: argparse.Namespace) -> None:
    """Write ``--out``."""
    source, checkpoint = given_model(args)
    config = checkpoint.config
    z = points(args, keyframes(args.seeds, config))
    request, camera = given_request(args, source.path, config, z), Camera(config, args.show)
    require_writable(args.out)
    if _format(args.out).content is Content.FILM:
        check_speed(args.out, args.fps)
    steps = _write(args, request, camera)
    told = f"{_described(len(z), steps, args.grid)} of {source.name}{told_text(request)}"
    print(f"wrote {args.out}: {told}")


def points(args: argparse.Namespace, stops: Latent) -> Latent:
    """Every point that is shown, (N, z_dim). Raises :class:`UsageError` for options that do not go together."""
    if args.grid is not None:
        if _format(args.out).content is not Content.PICTURE:
            ends = " or ".join(suffixes(Content.PICTURE))
            raise UsageError(f"a grid is one picture; give --out a name that ends in {ends}")
        return corner_grid(stops, args.grid, args.grid, Mode(args.mode))
    ways = len(stops) if args.loop else len(stops) - 1
    durations = args.durations or (1.0,) * ways
    if len(durations) != ways:
        raise UsageError(f"{len(stops)} stops have {ways} ways between them, but --durations has {len(durations)}")
    stays = (*durations, 1.0)[: len(stops)]
    path = LatentPath(tuple(map(Keyframe, stops, stays)), Mode(args.mode), Easing(args.easing), args.loop)
    return path.sample(args.frames)


def keyframes(seeds: tuple[int, ...], config: Architecture) -> Latent:
    """The first z of each seed, shape (len(seeds), z_dim)."""
    return np.concatenate([sample_z(1, config.z_dim, seed, config.distribution) for seed in seeds])


def _format(out: Path) -> Format:
    return format_of(out, Content.FILM, Content.PICTURE)


def _write(args: argparse.Namespace, request: RenderRequest, camera: Camera) -> list[float]:
    """Draw each point of ``request`` and write it as it comes; returns the steps between neighbouring pictures."""
    from gan.render import Renderer

    z, steps = request.z, list[float]()
    with show_progress() as progress:
        frames = shown(pictures_of(z, request, Renderer(args.device).render, camera), "frames", len(z), progress)
        frames = measured(frames, steps) if camera.show == PICTURE else frames
        _save(args, frames, args.grid or len(z), request.network_text + shown_text(args.show))
    return steps


def _save(args: argparse.Namespace, frames: Iterable[Picture], columns: int, comment: str) -> None:
    if _format(args.out).content is Content.PICTURE:
        pictures = np.stack(list(enlarged(frames, args.scale or 1)))
        write(args.out, Content.PICTURE, grid(pictures, columns=columns), comment=comment)
    else:
        write(args.out, Content.FILM, enlarged(frames, args.scale), args.fps, comment=comment)


def _described(count: int, steps: list[float], columns: int | None) -> str:
    if columns is not None:
        return f"{columns} by {columns} pictures"
    if not steps:
        return f"{count} frames"
    measures = measures_of(Material.PATH)
    told = [measure.text(function_at(measure.function)(np.array(steps, np.float32))) for measure in measures]
    return f"{count} frames ({', '.join(told)})"
