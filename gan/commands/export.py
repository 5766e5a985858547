"""``export``: a generator as a file, for other programs, for a browser, or without its run."""

import argparse
from pathlib import Path
from typing import Any

from gan.commands.options import (
    add_changes,
    add_model,
    add_seed,
    given_model,
    given_request,
    output_path,
    require_writable,
)
from gan.errors import UsageError
from gan.explore.directions import SUFFIX, load_directions
from gan.explore.latent import sample_z
from gan.formats import FORMATS, Content, format_of, suffixes, write
from gan.html.page import Page
from gan.model.checkpoint import Checkpoint
from gan.sources import ModelSource

CONTENTS = Content.MODEL, Content.PAGE


def add_parser(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add this command."""
    parser = commands.add_parser(
        "export", help="write a generator as a file: for a browser, for other programs, or without its run"
    )
    add_model(parser)
    parser.add_argument("--out", type=output_path(*suffixes(*CONTENTS)), required=True, help=_explained())
    parser.add_argument("--title", default="", help="what stands above a page")
    given = f"FILE{SUFFIX}"
    parser.add_argument("--directions", type=Path, metavar=given, help="whose sliders a page has (default: found anew)")
    add_seed(parser)
    add_changes(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> None:
    """Write ``--out``."""
    content = format_of(args.out, *CONTENTS).content
    if content is Content.MODEL:
        _refuse_page_options(args)
    source, checkpoint = given_model(args)
    require_writable(args.out)
    if content is Content.PAGE:
        checked = write(args.out, content, _page(args, source, checkpoint))
    else:
        chosen = None if args.chosen_class is None else checkpoint.config.class_called(args.chosen_class)
        checked = write(args.out, content, source.path, chosen)
    print(f"wrote {args.out}: {source.name}, {checked}")


def _page(args: argparse.Namespace, source: ModelSource, checkpoint: Checkpoint) -> Page:
    config = checkpoint.config
    z = sample_z(1, config.z_dim, args.seed, config.distribution)
    directions = None if args.directions is None else load_directions(args.directions)
    request = given_request(args, source.path, config, z)
    return Page(request, source.name, args.title, args.seed, directions)


def _refuse_page_options(args: argparse.Namespace) -> None:
    """Raises :class:`UsageError` for an option that only a page has a place for."""
    given = {
        "--title": args.title,
        "--directions": args.directions,
        "--seed": args.seed,
        "--edit": args.edit,
        "--batch-norm": args.batch_norm,
    }
    for flag, value in given.items():
        if value:
            raise UsageError(f"{flag} is for pages, which end in {suffixes(Content.PAGE)[0]}, not for {args.out.name}")


def _explained() -> str:
    """Which file is what, for the help."""
    return "; ".join(f"{one.suffix}: {one.title}" for one in FORMATS if one.content in CONTENTS)
