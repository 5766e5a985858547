"""``timeline``: a film or a strip of one point of latent space through a run's snapshots."""

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
    add_seed,
    given_model,
    given_request,
    number,
    output_path,
    require_writable,
    told_text,
)
from gan.commands.progress import show_progress, shown
from gan.errors import UsageError
from gan.explore.latent import sample_z
from gan.export import check_speed, enlarged
from gan.filming import Camera, shown_text
from gan.formats import Content, format_of, suffixes, write
from gan.images import Picture, grid
from gan.timeline import film_frames, pictures_through

SHORTEST = 0.04
SECONDS_A_PICTURE = 0.4


def add_parser(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add this command."""
    parser = commands.add_parser("timeline", help="make a film or a strip of one z through a run's snapshots")
    add_model(parser)
    add_seed(parser)
    parser.add_argument(
        "--seconds",
        type=number(SHORTEST, 60),
        default=SECONDS_A_PICTURE,
        help=f"how long a film shows each snapshot (default: {SECONDS_A_PICTURE})",
    )
    add_film_look(parser)
    parser.add_argument(
        "--out",
        type=output_path(*suffixes(Content.FILM, Content.PICTURE)),
        required=True,
        help="a film, or a .png strip of all snapshots",
    )
    add_changes(parser)
    add_device(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> None:
    """Write ``--out``."""
    source, checkpoint = given_model(args)
    if source.run is None:
        raise UsageError(f"{source.path} belongs to no run, so it has no timeline; give a run's folder")
    z = sample_z(1, checkpoint.config.z_dim, args.seed)
    request = given_request(args, source.path, checkpoint.config, z)
    camera = Camera(checkpoint.config, args.show)
    require_writable(args.out)
    if _is_film(args.out):
        check_speed(args.out, args.fps)
    from gan.render import Renderer

    snapshots = source.run.snapshots()
    with show_progress() as progress:
        pictures = pictures_through(snapshots, request, Renderer(args.device).render, camera)
        comment = f"{len(snapshots)} snapshots of {source.name}, {request.changes_text}{shown_text(args.show)}"
        _save(args, shown(pictures, "snapshots", len(snapshots), progress), comment)
    print(f"wrote {args.out}: {len(snapshots)} snapshots of {source.name}{told_text(request)}")


def _is_film(out: Path) -> bool:
    return format_of(out, Content.FILM, Content.PICTURE).content is Content.FILM


def _save(args: argparse.Namespace, pictures: Iterable[Picture], comment: str) -> None:
    if _is_film(args.out):
        frames = film_frames(enlarged(pictures, args.scale), args.fps, args.seconds)
        write(args.out, Content.FILM, frames, args.fps, comment=comment)
    else:
        strip = np.stack(list(enlarged(pictures, args.scale or 1)))
        write(args.out, Content.PICTURE, grid(strip, columns=len(strip)), comment=comment)
