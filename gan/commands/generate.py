"""``generate``: pictures of random points, as one PNG grid or as a numpy array."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from gan.commands.choosing import add_choosing, add_rejected, given_chooser
from gan.commands.options import (
    add_changes,
    add_data_dir,
    add_device,
    add_model,
    add_seed,
    draws_every_class,
    given_model,
    given_request,
    output_path,
    require_writable,
    told_text,
    whole_number,
)
from gan.each_class import of_each_class
from gan.explore.latent import load_z, sample_z
from gan.formats import Content, format_of, suffixes, write
from gan.images import Picture, enlarge, grid
from gan.model.classes import Classes, in_turn, listed
from gan.request import RenderRequest

if TYPE_CHECKING:
    from gan.render import Renderer

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
    add_choosing(parser)
    add_rejected(parser)
    add_data_dir(parser)
    add_changes(parser, in_turn=True)
    add_device(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> None:
    """Write ``--out``; the same model, count and seed give the same bytes."""
    source, checkpoint = given_model(args)
    config = checkpoint.config
    z = sample_z(args.count, config.z_dim, args.seed, config.distribution) if args.z is None else load_z(args.z)
    request = given_request(args, source.path, config, z)
    require_writable(args.out)
    chooser = given_chooser(args, source, checkpoint)
    from gan.render import Renderer

    turns = config.class_names if draws_every_class(args) else ()
    classes = in_turn(range(len(turns)), len(z))
    renderer = Renderer(args.device)
    chosen = chooser and chooser.chosen(renderer, request, turns, classes)
    images = chosen.pictures if chosen else _drawn(renderer, request, turns, classes)
    told = f", {len(turns)} classes in turn: {listed(turns)}" if turns else told_text(request)
    if format_of(args.out, Content.PICTURE, Content.ARRAY).content is Content.ARRAY:
        write(args.out, Content.ARRAY, images[..., 0] if images.shape[3] == 1 else images)
    else:
        large = np.stack([enlarge(image, args.scale, smooth=args.smooth) for image in images])
        columns = args.columns or len(turns)
        sheet = grid(large, columns and min(columns, len(z)))
        chosen_text = chosen.short_text if chosen else ""
        write(args.out, Content.PICTURE, sheet, comment=request.network_text + (told if turns else "") + chosen_text)
    pictures = "picture" if len(z) == 1 else "pictures"
    print(f"wrote {args.out}: {len(z)} {pictures} of {source.name}{told}")
    if chosen:
        print(chosen.text)
        if args.rejected and len(chosen.rejected):
            chosen.write_rejected(args.rejected, request)
        elif args.rejected:
            print(f"nothing was turned away, so there is no {args.rejected}")


def _drawn(renderer: "Renderer", request: RenderRequest, names: Sequence[str], classes: Classes) -> Picture:
    """(N, H, W, C)"""
    return of_each_class(lambda one: renderer.render(one).images, request, names, classes)
