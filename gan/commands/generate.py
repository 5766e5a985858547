"""``generate``: pictures of random points, as one PNG grid or as a numpy array."""

import argparse
import io
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
    output_path,
    require_writable,
    whole_number,
)
from gan.explore.latent import sample_z
from gan.files import write_whole
from gan.images import Picture, grid, save_png
from gan.request import RenderRequest

DEFAULT_COUNT = 64


def add_parser(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add this command."""
    parser = commands.add_parser("generate", help="make pictures: a PNG grid or a numpy array")
    add_model(parser)
    parser.add_argument(
        "--count",
        type=whole_number(1),
        default=DEFAULT_COUNT,
        help=f"number of pictures (default: {DEFAULT_COUNT})",
    )
    add_seed(parser)
    parser.add_argument(
        "--out",
        type=output_path(".png", ".npy"),
        required=True,
        help=".png for a grid, .npy for uint8 (N, H, W) if grey, (N, H, W, C) if in colour",
    )
    parser.add_argument("--columns", type=whole_number(1), help="columns of the grid (default: about square)")
    add_changes(parser)
    add_device(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> None:
    """Write ``--out``; the same model, count and seed give the same bytes."""
    source, checkpoint = given_model(args)
    edits = given_edits(args, checkpoint.config)
    require_writable(args.out)
    from gan.render import Renderer

    z = sample_z(args.count, checkpoint.config.z_dim, args.seed)
    request = RenderRequest(source.path, z, edits=edits, batch=args.batch_norm)
    images = Renderer(args.device).render(request).images
    if args.out.suffix.lower() == ".npy":
        _save_array(args.out, images)
    else:
        save_png(args.out, grid(images, args.columns and min(args.columns, args.count)))
    print(f"wrote {args.out}: {args.count} {'picture' if args.count == 1 else 'pictures'} of {source.name}")


def _save_array(path: Path, images: Picture) -> None:
    """(N, H, W, C) uint8, without the last axis for grey pictures."""
    buffer = io.BytesIO()
    np.save(buffer, images[..., 0] if images.shape[3] == 1 else images, allow_pickle=False)
    write_whole(path, buffer.getvalue())
