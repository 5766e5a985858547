"""``timeline``: a film or a strip of one point of latent space through a run's snapshots."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from gan.commands.options import (
    add_changes,
    add_device,
    add_model,
    add_seed,
    given_edits,
    given_model,
    number,
    output_path,
    require_writable,
)
from gan.commands.progress import show_progress
from gan.errors import UsageError
from gan.explore.latent import sample_z
from gan.formats import Content, format_of, suffixes, write
from gan.images import Picture, grid
from gan.timeline import film_frames, pictures_through

FPS = 25
SECONDS_A_PICTURE = 0.4


def add_parser(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add this command."""
    parser = commands.add_parser("timeline", help="make a film or a strip of one z through a run's snapshots")
    add_model(parser)
    add_seed(parser)
    parser.add_argument(
        "--seconds",
        type=number(1 / FPS, 60),
        default=SECONDS_A_PICTURE,
        help=f"how long a film shows each snapshot (default: {SECONDS_A_PICTURE})",
    )
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
    edits = given_edits(args, checkpoint.config)
    require_writable(args.out)
    from gan.render import Renderer

    snapshots = source.run.snapshots()
    z = sample_z(1, checkpoint.config.z_dim, args.seed)[0]
    pictures = []
    with show_progress() as progress:
        for picture in pictures_through(snapshots, z, Renderer(args.device).render, edits, args.batch_norm):
            pictures.append(picture)
            if progress is not None:
                progress("snapshots", len(pictures), len(snapshots))
    _save(args.out, pictures, args.seconds)
    print(f"wrote {args.out}: {len(snapshots)} snapshots of {source.name}")


def _save(out: Path, pictures: Sequence[Picture], seconds: float) -> None:
    from gan.export import enlarged

    if format_of(out, Content.FILM, Content.PICTURE).content is Content.PICTURE:
        write(out, Content.PICTURE, grid(np.stack(pictures), columns=len(pictures)))
    else:
        write(out, Content.FILM, film_frames(list(enlarged(np.stack(pictures))), FPS, seconds), FPS)
