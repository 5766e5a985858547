"""``generate``: pictures of random points, as one PNG grid or as a numpy array."""

import argparse
from pathlib import Path
from typing import Any

import numpy as np

from gan.commands.options import (
    add_changes,
    add_device,
    add_model,
    add_seed,
    class_text,
    given_model,
    given_request,
    output_path,
    require_writable,
    whole_number,
)
from gan.explore.latent import load_z, sample_z
from gan.formats import Content, format_of, suffixes, write
from gan.images import enlarge, grid

DEFAULT_COUNT = 64
LARGEST_SCALE = 16


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
        type=output_path(*suffixes(Content.PICTURE, Content.ARRAY)),
        required=True,
        help=".png for a grid, .npy for uint8 (N, H, W) if grey, (N, H, W, C) if in colour",
    )
    parser.add_argument(
        "--z", type=Path, metavar="FILE", help="points (N, z_dim) from an .npy file, or from what invert wrote"
    )
    parser.add_argument(
        "--scale", type=whole_number(1, LARGEST_SCALE), default=1, help="enlarge the pictures of a .png (default: 1)"
    )
    parser.add_argument("--smooth", action="store_true", help="enlarge without visible pixels")
    parser.add_argument("--columns", type=whole_number(1), help="columns of the grid (default: about square)")
    add_changes(parser)
    add_device(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> None:
    """Write ``--out``; the same model, count and seed give the same bytes."""
    source, checkpoint = given_model(args)
    config = checkpoint.config
    z = sample_z(args.count, config.z_dim, args.seed, config.distribution) if args.z is None else load_z(args.z)
    request = given_request(args, source.path, config, z)
    require_writable(args.out)
    from gan.render import Renderer

    images = Renderer(args.device).render(request).images
    if format_of(args.out, Content.PICTURE, Content.ARRAY).content is Content.ARRAY:
        write(args.out, Content.ARRAY, images[..., 0] if images.shape[3] == 1 else images)
    else:
        large = np.stack([enlarge(image, args.scale, smooth=args.smooth) for image in images])
        sheet = grid(large, args.columns and min(args.columns, len(z)))
        write(args.out, Content.PICTURE, sheet, comment=request.network_text)
    pictures = "picture" if len(z) == 1 else "pictures"
    print(f"wrote {args.out}: {len(z)} {pictures} of {source.name}{class_text(request.chosen_class)}")
