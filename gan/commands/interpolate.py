"""``interpolate``: a film or a strip of pictures on the way from one random point to others, or a grid between four."""

import argparse
from pathlib import Path
from typing import Any

import numpy as np

from gan.commands.options import (
    add_changes,
    add_device,
    add_model,
    given_edits,
    given_model,
    number,
    output_path,
    require_writable,
    whole_number,
)
from gan.errors import UsageError
from gan.explore.latent import Latent, Mode, sample_z
from gan.explore.paths import LONGEST, SHORTEST, Easing, Keyframe, LatentPath, corner_grid
from gan.formats import Content, Format, format_of, suffixes, write
from gan.images import Picture, grid
from gan.measure.measures import Material, measures_of
from gan.records import function_at
from gan.request import RenderRequest

DEFAULT_FRAMES, DEFAULT_FPS = 60, 25
FASTEST = 120
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
    parser.add_argument(
        "--fps",
        type=whole_number(1, FASTEST),
        default=DEFAULT_FPS,
        help=f"frames a second (default: {DEFAULT_FPS})",
    )
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
    seeds = tuple(map(whole_number(0), text.split(",")))
    if len(seeds) < 2:
        raise argparse.ArgumentTypeError(f"{text!r} is one seed, but a way needs at least two, such as 1,2")
    return seeds


def duration_list(text: str) -> tuple[float, ...]:
    """An argparse type: numbers of seconds, separated by commas."""
    return tuple(map(number(SHORTEST, LONGEST), text.split(",")))


def run(args: argparse.Namespace) -> None:
    """Write ``--out``."""
    source, checkpoint = given_model(args)
    edits = given_edits(args, checkpoint.config)
    require_writable(args.out)
    _check_speed(_format(args.out), args.fps)
    z = points(args, keyframes(args.seeds, checkpoint.config.z_dim))
    from gan.render import Renderer

    request = RenderRequest(source.path, z, edits=edits, batch=args.batch_norm)
    frames = Renderer(args.device).render(request).images
    _save(args.out, frames, args.fps, args.grid)
    print(f"wrote {args.out}: {_described(frames, args.grid)} of {source.name}")


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


def keyframes(seeds: tuple[int, ...], z_dim: int) -> Latent:
    """The first z of each seed, shape (len(seeds), z_dim)."""
    return np.concatenate([sample_z(1, z_dim, seed) for seed in seeds])


def _format(out: Path) -> Format:
    return format_of(out, Content.FILM, Content.PICTURE)


def _check_speed(film: Format, fps: int) -> None:
    if film.most_fps is not None and fps > film.most_fps:
        name = film.suffix.removeprefix(".").upper()
        raise UsageError(f"a {name} shows at most {film.most_fps} frames a second; lower --fps or write an .mp4")


def _save(out: Path, frames: Picture, fps: int, columns: int | None) -> None:
    from gan.export import enlarged

    if _format(out).content is Content.PICTURE:
        write(out, Content.PICTURE, grid(frames, columns=columns or len(frames)))
    else:
        write(out, Content.FILM, enlarged(frames), fps)


def _described(frames: Picture, columns: int | None) -> str:
    from gan.measure.path_length import perceptual_steps

    if columns is not None:
        return f"{columns} by {columns} pictures"
    steps = perceptual_steps(frames)
    measured = [measure.text(function_at(measure.function)(steps)) for measure in measures_of(Material.PATH)]
    return f"{len(frames)} frames ({', '.join(measured)})"
