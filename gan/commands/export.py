"""``export``: a generator as a file, for other programs or without its run."""

import argparse
from typing import Any

from gan.commands.options import add_class, add_model, given_model, output_path, require_writable
from gan.formats import FORMATS, Content, suffixes, write


def add_parser(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add this command."""
    parser = commands.add_parser("export", help="write a generator as a file: for other programs, or without its run")
    add_model(parser)
    add_class(parser)
    parser.add_argument("--out", type=output_path(*suffixes(Content.MODEL)), required=True, help=_explained())
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> None:
    """Write ``--out``."""
    source, checkpoint = given_model(args)
    chosen = None if args.chosen_class is None else checkpoint.config.class_called(args.chosen_class)
    require_writable(args.out)
    checked = write(args.out, Content.MODEL, source.path, chosen)
    print(f"wrote {args.out}: {source.name}, {checked}")


def _explained() -> str:
    """Which file is what, for the help."""
    return "; ".join(f"{one.suffix}: {one.title}" for one in FORMATS if one.content is Content.MODEL)
