"""``invert``: the z whose picture comes closest to a given one."""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from gan.commands.options import (
    add_class,
    add_device,
    add_model,
    add_settings,
    class_request,
    given,
    given_model,
    output_path,
    require_writable,
    told_text,
)
from gan.commands.progress import show_progress
from gan.data.pictures import PictureFormat, load_picture
from gan.explore.inversion_settings import Guess, InversionSettings
from gan.explore.latent import Latent, off_shell_text
from gan.files import save_arrays
from gan.formats import Content, suffixes, write
from gan.images import Picture, grid, on_white
from gan.request import RenderRequest

if TYPE_CHECKING:
    from gan.render import Renderer


def add_parser(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add this command."""
    parser = commands.add_parser("invert", help="find the z of a picture")
    add_model(parser)
    parser.add_argument("picture", metavar="PICTURE", type=Path, help="a picture file, of which the middle is taken")
    parser.add_argument(
        "--out", type=output_path(".npz"), required=True, help="arrays z, shape (1, z_dim), and psnr in dB"
    )
    parser.add_argument(
        "--compare",
        type=output_path(*suffixes(Content.PICTURE)),
        help="also write the picture, the result and their difference",
    )
    add_settings(parser, InversionSettings)
    add_class(parser)
    add_device(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> None:
    """Write ``--out`` and print how close the result is."""
    source, checkpoint = given_model(args)
    for out in filter(None, (args.out, args.compare)):
        require_writable(out)
    config = checkpoint.config
    request = class_request(args, source.path, config, np.zeros((1, config.z_dim), np.float32))
    picture = load_picture(args.picture, PictureFormat(config.picture_size.sides, config.channels))
    settings = InversionSettings(**given(args, InversionSettings))
    from gan.render import Renderer

    renderer = Renderer(args.device)
    renderer.set_threads(1)  # the steps are small: a second thread gains little, and waits where others work
    best = _search(renderer, request, picture, settings)
    save_arrays(args.out, z=best.z[None], psnr=best.psnr)
    if args.compare is not None:
        write(args.compare, Content.PICTURE, comparison(picture, _picture_of(renderer, request, best.z)))
    found = f"PSNR {best.psnr:.1f} dB, found from start {best.start} of {settings.starts}"
    print(f"wrote {args.out}: {found}{told_text(request)}")
    if off_shell := off_shell_text(best.z, config.distribution):
        print(off_shell)


def comparison(picture: Picture, result: Picture) -> Picture:
    """The picture, the result and their absolute difference in one row, each (H, W, C) and on white."""
    picture, result = on_white(picture), on_white(result)
    difference = np.abs(picture.astype(np.int16) - result).astype(np.uint8)
    return grid(np.stack([picture, result, difference]), columns=3)


def _search(renderer: "Renderer", request: RenderRequest, picture: Picture, settings: InversionSettings) -> Guess:
    from gan.explore.inversion import find_z
    from gan.layers.altering import drawing_class

    generator = renderer.generator(request.model)
    with show_progress() as bar, drawing_class(generator, request.chosen_class):

        def report(guess: Guess) -> None:
            if bar is not None:
                bar(f"start {guess.start}, {guess.psnr:.1f} dB", guess.step, settings.steps)

        return find_z(generator, picture, settings, report)


def _picture_of(renderer: "Renderer", request: RenderRequest, z: Latent) -> Picture:
    picture: Picture = renderer.render(replace(request, z=z[None])).images[0]
    return picture
