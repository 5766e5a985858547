"""``diagnostics``: versions, device and folders, and what stands in the way on this computer."""

import argparse
from dataclasses import asdict
from typing import Any

from gan.commands.facts import add_json, print_json, print_text
from gan.commands.options import add_device
from gan.diagnostics import examine


def add_parser(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add this command."""
    parser = commands.add_parser("diagnostics", help="say what is installed here, and what is not as it should be")
    add_device(parser)
    add_json(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> None:
    """Print what there is; problems are no failure of the command."""
    found = examine(args.device)
    if args.json:
        print_json({"facts": dict(found.facts), "problems": [asdict(problem) for problem in found.problems]})
    else:
        print_text(dict(found.facts))
        print(*("", *(problem.text for problem in found.problems)) if found.problems else "", sep="\n")
